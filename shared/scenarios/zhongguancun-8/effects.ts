/** What the years do to the numbers in eight rounds: 1987 is told with 1988, and 1994 with 1993; 1986 and 1990 pass unseen. */
import type { Effect } from '../../engine/effects.ts';

export const effectsInEightRounds: readonly Effect[] = [
  { parameter: 'scorePublish', times: 0.7, from: 3 },
  { parameter: 'listTax', times: 1.5, from: 5 },
  { parameter: 'margin', times: 1.15, from: 6, to: 6 },
  { parameter: 'loanInterest', times: 1.5, from: 7 },
  { parameter: 'scoreOutside', times: 1.5, from: 7 },
];
