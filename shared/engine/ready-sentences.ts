/** Ready-made sentences. The receiver of a sentence is whom it is about. */
import type { Words } from './actors.ts';

/** For people in classes without free text (rule L4). */
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
/** Why a bot says no to what a firm asks of it. */
export const REPLY_IDS = [
  'papersFirst',
  'clientsFirst',
  'shelterFirst',
  'ordersFirst',
  'ordersUnlessSealed',
  'noOrdersNow',
  'sealsLater',
  'noSeals',
  'sealsToKeepers',
  'fundFirst',
  'idleNow',
  'elsewhere',
] as const;
export type ReplyId = (typeof REPLY_IDS)[number];
export type SentenceId = (typeof SENTENCE_IDS)[number] | ReplyId;

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
  papersFirst: {
    en: 'This year our people write papers: those count for us at once.',
    zh: '今年我们的人都在写论文，论文当年就算分。',
  },
  clientsFirst: {
    en: 'This year our people work for clients outside Beijing.',
    zh: '今年我们的人都派去做外地的项目了。',
  },
  shelterFirst: {
    en: 'This year we put our points into sheltering our own firms.',
    zh: '今年我们的精力都用来护着自家的企业。',
  },
  ordersFirst: {
    en: 'This year our points are in command: it shows at once.',
    zh: '今年我们的精力放在指令上，指令当年就见效。',
  },
  ordersUnlessSealed: {
    en: 'This year our points are in command. It cannot take or hold you once the Commission certifies you.',
    zh: '今年我们的精力放在指令上。要是管委会给你发了证书，指令就调不动你。',
  },
  noOrdersNow: {
    en: 'We give no orders this year, so we take nobody in.',
    zh: '今年我们不下指令，也就不并谁进来。',
  },
  sealsLater: { en: 'There are no certificates to give yet.', zh: '现在还没有证书可发。' },
  noSeals: { en: 'We certify nobody this year.', zh: '今年我们谁也不发证书。' },
  sealsToKeepers: {
    en: 'We certify those who kept most pacts last year; among equals, the larger. Keep yours, and ask again.',
    zh: '证书发给去年守约最多的，一样多就看谁大。把约守住，再来问。',
  },
  fundFirst: {
    en: 'This year the venture fund comes first: our points are there.',
    zh: '今年先顾风险基金，精力都放在那里。',
  },
  idleNow: { en: 'We place no points this year.', zh: '今年我们什么也不做。' },
  elsewhere: { en: 'This year our points are placed elsewhere.', zh: '今年我们的精力另有安排。' },
};
