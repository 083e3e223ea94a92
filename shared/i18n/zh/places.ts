import type { places as english } from '../en/places.ts';
import type { Translation } from '../translation.ts';

export const places: Translation<typeof english> = {
  street: '电子一条街',
  zhongguancun: '中关村',
  baishiqiao: '白石桥',
  haidian: '海淀',
  shangdi: '上地信息产业基地',
  academy: '中国科学院',
  summerPalace: '颐和园',
  hills: '西山',
  bamboo: '紫竹院',
  ruins: '圆明园',
  city: '老城',
  provinces: '外省',
  multinationals: '跨国公司',
  you: '我',
};
