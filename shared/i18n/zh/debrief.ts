import type { debrief as english } from '../en/debrief.ts';
import type { Translation } from '../translation.ts';
import { curves } from './debrief/curves.ts';
import { opening } from './debrief/opening.ts';
import { replay } from './debrief/replay.ts';
import { tables } from './debrief/tables.ts';
import { turns } from './debrief/turns.ts';
import { verdict } from './debrief/verdict.ts';
import { whatIf } from './debrief/what-if.ts';

export const debrief: Translation<typeof english> = {
  title: '复盘',
  intro: '把你们街上的事再看一遍，找出转折在哪里，问一问还有什么别的可能。',

  sections: '复盘的各部分',
  'section-turns': '转折点',
  'section-street': '各家情形',
  'section-questions': '问题',
  'section-curves': '曲线',
  'section-sides': '并排看',
  'section-whatif': '假如',
  'section-tables': '论文中的表格',
  'section-predict': '猜测',

  predictIntro: '先别看：我们的街成了哪一幅图？街区的收入是怎样起落的？用手指、鼠标或方向键画出来。',
  predictName: '谁猜的（可不填）',
  predictOwn: '{{asked}} 人里有 {{made}} 人在自己的设备上交了猜测：',
  predictCount_other: '已交 {{count}} 份',
  veiled_other: '看了这里就知道成了哪一幅图。等揭晓之后再打开；还没有揭晓的：{{names}}。',
  revealAll: '全部揭晓',
  reveal: '揭晓',
  hideAgain: '重新隐藏',
  predictClear: '重新开始',
  predictRight: '{{all}} 份里有 {{right}} 份猜对了图。',
  predictNearest: '最接近的曲线：{{name}}，平均每年差 {{error}}。',
  guess: '第 {{number}} 份',
  whatHappened: '实际',
  ...opening,
  ...replay,
  ...turns,
  ...verdict,
  ...curves,
  ...whatIf,
  ...tables,
  wordsBefore: '（这句话是分支开始之前说的，没有带过来；原来的记录里才有）',
  wordsDown: '（已由教师撤下）',
  wordsElsewhere: '（此文件不含商谈文字，导出带姓名的文件才能看到）',
};
