import type { common as english } from '../en/common.ts';
import type { Translation } from '../messages.ts';

export const common: Translation<typeof english> = {
  appName: '电子一条街',
  tagline: '中关村，1984—1995：十二年，一起闯出一片天地',
  languageName: '中文',
  loading: '正在载入……',
};
