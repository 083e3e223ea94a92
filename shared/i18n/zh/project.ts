import type { project as english } from '../en/project.ts';
import type { Translation } from '../translation.ts';

export const project: Translation<typeof english> = {
  goTo: '打开 {{host}}，输入',
  joinWith: '{{host}} · {{code}}',
  briefing: '大家都有座位了。请看自己的角色卡，再答三道小题。',
  district: '第 {{number}} 街区',
  ready: '{{people}} 人中 {{ready}} 人定了',
  income: '收入',
  innovation: '创新',
  answers_other: '已有 {{count}} 份回答',
  tally_other: '{{figure}}：{{count}} 个街区',
  guess: '我们的街成了哪一幅图？',
  guessing: '我们的街成了哪一幅图？{{asked}} 人里 {{made}} 人猜了。',
  guessed_other: '{{count}} 人猜这幅',
  sentenceOne: '{{made}} 人里 {{right}} 人猜中：结果是{{name}}。',
  sentenceMany: '{{all}} 条街里，{{streets}} 条成了{{name}}。',
  pages: '大屏幕翻页',
  before: '前面的街区',
  after: '后面的街区',
  pageOf: '第 {{page}} 页，共 {{pages}} 页',
  stay: '停在这页',
  goOn: '继续轮换',
  noLink: '大屏幕要用专门的链接打开，请到讲台的“链接、打印、检查”里取。',
  reconnecting: '网络断了一下，游戏照常进行。',
  faltered: '龙头受挫：{{names}}，一半的知识和现金没有了。',
  practiceOver: '试玩结束，正式游戏马上开始',
};
