import type { prediction as english } from '../en/prediction.ts';
import type { Translation } from '../translation.ts';

export const prediction: Translation<typeof english> = {
  figure: '我们成了',
  guess: '我们的街成了哪一幅图？',
  guessPrivate: '点一下就好。不记名，也不影响得分。',
  guessNot: '不猜，直接往下看',
  draw: '你画的街区收入曲线',
  round: '第 {{round}} 年，街区收入',
  height: '第 {{round}} 年：{{value}}',
  add: '交上这条曲线',
  invite: '再画一画：街区的收入是怎么走的？',
  private: '你的曲线会不记名地交给全班，只算一次，也不影响得分。',
  thanks: '你的曲线已经交上，稍后会同实际情形放在一起看。',
  beside: '你原先以为的，和实际发生的',
  said: '你猜的是{{guess}}，结果是{{figure}}。',
  saidRight: '你猜中了：{{figure}}。',
  off: '你画的曲线（虚线）平均每年差 {{error}}。',
};
