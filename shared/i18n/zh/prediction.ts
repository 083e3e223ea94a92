import type { prediction as english } from '../en/prediction.ts';
import type { Translation } from '../translation.ts';

export const prediction: Translation<typeof english> = {
  figure: '我们成了',
  draw: '你画的街区收入曲线',
  round: '第 {{round}} 回合，街区收入',
  height: '第 {{round}} 回合：{{value}}',
  add: '交上这份猜测',
  invite: '结局还没说，你怎么看？',
  private: '你的猜测会不记名地交给全班，只算一次，也不影响得分。',
  thanks: '你的猜测已经交上，稍后会同实际情形放在一起看。',
  beside: '你原先以为的，和实际发生的',
  said: '你说的是：{{figure}}。',
  off: '你画的曲线（虚线）平均每回合差 {{error}}。',
};
