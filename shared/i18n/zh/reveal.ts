import type { reveal as english } from '../en/reveal.ts';
import type { Translation } from '../translation.ts';

export const reveal: Translation<typeof english> = {
  skip: '跳过',
  next: '接着看',
  own: '你这一年',
  promised: '{{given}}（说好 {{points}}）',
  hand: '你 {{you}}，{{name}} {{they}}。',
  handUntested: '你 {{you}}，{{name}} {{they}}。今年刚签，还没见分晓。',
  handNew: '刚签约：你 {{you}}，{{name}} {{they}}。',
  signed: '同{{name}}刚签约，还没见分晓。',
  heardCard: '{{title}}。{{text}}',
  heardScore: '得分原来 {{before}}，现在 {{after}}。',
  change: '（{{change}}）',
  lastTime: '上一局到这一年：{{score}}。',
  sums: '这些数怎么来的',

  'absorbed-title': '划归大树',
  absorbed: '你奉命归了{{name}}：不用上缴，研发少长 {{share}}。',
  'absorbed-paying': '你奉命归了{{name}}：收入的 {{pay}} 归它，研发少长 {{share}}。',
  'failed-title': '关门',
  failed: '知识剩 {{share}}，现金 {{cash}}，债清了，从头再来。',
  'bought-title': '换招牌',
  bought: '{{name}}付了 {{price}}，往后收入的 {{share}} 归它。',
  'left-title': '自立门户',
  left: '付了 {{price}}，你离开了{{name}}。',
  'certified-title': '红印',
  certified: '多学 {{learn}}，税少 {{tax}}，指令管不了你。',
  'faltered-title': '大树倒了',
  faltered: '{{name}}垮了，集团散了：{{years}} 年里每年只有 {{points}} 点精力。',
};
