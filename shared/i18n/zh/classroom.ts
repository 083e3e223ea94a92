import type { classroom as english } from '../en/classroom.ts';
import type { Translation } from '../translation.ts';

export const classroom: Translation<typeof english> = {
  questionsTitle: '关于你的角色，三道小题',
  questionsAbout: '以第一次回答为准，不算分，只让老师知道哪里还要再讲讲。',
  questionOf: '第 {{number}} 题，共 {{count}} 题',
  right: '答对了。',
  notRight: '不对，应该是“{{right}}”。',
  goOn: '继续',
  allAnswered: '三题都答完了，等老师开始。',
  fromInstructor: '老师说：',
  reflectionTitle: '停下来想一想',
  reflectionAbout: '全班的游戏都停着。你写的只有老师看得到。',
  yourAnswer: '你的回答',
  sendAnswer: '交上去',
  changeAnswer: '再交一次',
  answerSent: '已交，还可以改。',
  mirrorTitle: '你是{{name}}的影子',
  mirrorAbout: '这个座位另有其人。请当成自己的来做方案：你的方案会同对方的一起留到复盘时对照，不影响游戏。',
  observeTitle: '你在旁观第 {{number}} 街区',
  observeAbout: '这一局你没有座位，看看同学们怎么玩。一有空位，老师可以让你坐进去。',
  practice: '试玩回合，什么都不算数。',
};
