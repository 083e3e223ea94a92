/** Ready-made sentences for classes without free text (rule L4). The receiver of a sentence is whom it is about. */
import type { Words } from './actors.ts';

export const SENTENCE_IDS = [
  'pact',
  'willShare',
  'keptMine',
  'moreFromYou',
  'allShare',
  'needCash',
  'variety',
  'ourGroup',
  'stayFree',
  'noOrders',
  'whatWillYouDo',
  'yes',
  'no',
  'thanks',
] as const;
export type SentenceId = (typeof SENTENCE_IDS)[number];

export const SENTENCES: Readonly<Record<SentenceId, Words>> = {
  pact: { en: 'Shall we make a pact?', zh: '我们签约合作吧？' },
  willShare: { en: 'I will share with you this year.', zh: '今年我会和你共享。' },
  keptMine: { en: 'I kept my part. Please keep yours.', zh: '我守了约，请你也守约。' },
  moreFromYou: { en: 'You shared less than I had hoped. Why?', zh: '你共享得比我指望的少，为什么？' },
  allShare: { en: 'Let us all share more this year.', zh: '今年大家都多共享一点吧。' },
  needCash: { en: 'I am short of cash: this year I trade.', zh: '我缺钱，今年先做买卖。' },
  variety: { en: 'Demand may change. Let us be ready for it.', zh: '需求可能会变，我们早做准备。' },
  ourGroup: { en: 'Let us be one group.', zh: '我们并成一个集团吧。' },
  stayFree: { en: 'I want to stay independent.', zh: '我想独立经营。' },
  noOrders: { en: 'Fewer orders, please, and more law.', zh: '请少下命令，多立法规。' },
  whatWillYouDo: { en: 'What will you do this year?', zh: '你今年打算怎么做？' },
  yes: { en: 'Yes, agreed.', zh: '好，就这么办。' },
  no: { en: 'No, sorry.', zh: '抱歉，不行。' },
  thanks: { en: 'Thank you.', zh: '谢谢。' },
};
