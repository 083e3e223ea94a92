/** How the twelve years change the numbers (rule N1). Certificates begin in 1988: see `listFrom`. */
import type { Effect } from '../../engine/effects.ts';

export const effects: readonly Effect[] = [
  // 1986, Programme 863.
  { parameter: 'commonsPerOpen', times: 2, from: 3, to: 3 },
  // 1987, the funding cut.
  { parameter: 'scorePublish', times: 0.7, from: 4 },
  // 1990, one big ship.
  { parameter: 'priceBase', times: 0.5, from: 7, to: 7 },
  { parameter: 'pricePerKnowledge', times: 0.5, from: 7, to: 7 },
  // 1991, rival zones offer the same tax relief and hire professors.
  { parameter: 'listTax', times: 1.5, from: 8 },
  { parameter: 'scoreOutside', times: 1.6, from: 8 },
  // 1991, training for variety; officials praise mergers of weak firms into strong ones.
  { parameter: 'trainingPerPoint', times: 2, from: 8 },
  { parameter: 'scoreBureauCommand', times: 2, from: 8, to: 8 },
  { parameter: 'scoreCommissionCommand', times: 2, from: 8, to: 8 },
  { parameter: 'commandNeeded', times: 0.5, from: 8 },
  // 1992, the Whirlwind.
  { parameter: 'margin', times: 1.15, from: 9, to: 9 },
  // 1993, credit called in.
  { parameter: 'loanInterest', times: 1.5, from: 10 },
  // 1994, provincial contracts, the law on science, the Company Law; mergers are praised again.
  { parameter: 'scoreOutside', times: 1.5, from: 11 },
  { parameter: 'trainingPerPoint', times: 2.5, from: 11 },
  { parameter: 'scoreBureauCommand', times: 2, from: 11, to: 11 },
  { parameter: 'scoreCommissionCommand', times: 2, from: 11, to: 11 },
  { parameter: 'leaveForced', times: 0.5, from: 11 },
];
