import type { practice as english } from '../en/practice.ts';
import type { Translation } from '../translation.ts';

export const practice: Translation<typeof english> = {
  title: '一个人玩',
  choose: '你想当谁？',
  parentOf: '大学，办有{{names}}',
  start: '开局',
  starting: '正在开局……',
  unfinished: '你还有一局没玩完。',
  finished: '你上一局已经结束。',
  seeEnd: '再看看结局',
  resume: '接着玩',
  discard: '放弃这一局',
  again: '再玩一局',
};
