/** How years change the numbers in eight rounds. 1987 is told with 1988, 1994 with 1993; 1986 and 1990 are left out. */
import type { Effect } from '../../engine/effects.ts';

export const effectsInEightRounds: readonly Effect[] = [
  { parameter: 'scorePublish', times: 0.7, from: 3 },
  { parameter: 'listTax', times: 1.5, from: 5 },
  { parameter: 'scoreOutside', times: 1.4, from: 5 },
  { parameter: 'trainingPerPoint', times: 1.5, from: 5 },
  { parameter: 'margin', times: 1.15, from: 6, to: 6 },
  { parameter: 'loanInterest', times: 1.5, from: 7 },
  { parameter: 'scoreOutside', times: 1.3, from: 7 },
  { parameter: 'trainingPerPoint', times: 2, from: 7 },
  { parameter: 'scoreBureauCommand', times: 1.4, from: 7, to: 7 },
  { parameter: 'scoreCommissionCommand', times: 1.4, from: 7, to: 7 },
  { parameter: 'commandNeeded', times: 0.5, from: 7 },
  { parameter: 'leaveForced', times: 0.5, from: 7 },
];
