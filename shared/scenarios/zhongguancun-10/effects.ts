/** What the years do to the numbers in ten rounds: 1987 is told with 1988, and 1990 passes unseen. */
import type { Effect } from '../../engine/effects.ts';

export const effectsInTenRounds: readonly Effect[] = [
  { parameter: 'commonsPerOpen', times: 2, from: 3, to: 3 },
  { parameter: 'scorePublish', times: 0.7, from: 4 },
  { parameter: 'listTax', times: 1.5, from: 6 },
  { parameter: 'margin', times: 1.15, from: 7, to: 7 },
  { parameter: 'loanInterest', times: 1.5, from: 8 },
  { parameter: 'scoreOutside', times: 2, from: 9 },
];
