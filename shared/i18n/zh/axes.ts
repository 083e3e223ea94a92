import type { axes as english } from '../en/axes.ts';
import type { Translation } from '../translation.ts';

export const axes: Translation<typeof english> = {
  round: '年',
  rounds: '年（{{from}} 年至 {{to}} 年）',
  income: '每年收入（现金）',
  innovation: '创新（新增知识量）',
  meanScore: '公司得分平均值（分）',
  score: '得分（分）',
  tradeShare: '投入贸易的精力（%）',
  horizontal: '守住的协议（占最多能有的份数，%）',
  reciprocity: '守住的协议（占全部协议，%）',
  vertical: '纵向联系（占全部联系，%）',
  largestTree: '最大集团里的公司（占全部公司，%）',
  topFour: '前四家的收入（占总收入，%）',
  pacts: '协议（份）',
  failures: '累计倒闭（次）',
  law: '法规（以完备为 100%）',
  distance: '所有制距离（占最大的百分比）',
  commons: '公共知识（量）',
  cash: '收入里的 1 单位现金，约合 2 万到 2.5 万元。',
  shockLine: '竖的虚线：需求转向多样化的那一年。',
  momentLine: '竖的实线：地图上正在看的那一年。',
  questionLine: '竖的实线：从这一年起改动。',
};
