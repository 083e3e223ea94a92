/** How years change the numbers in ten rounds. 1987 is told with 1988; 1990 is left out. */
import type { Effect } from '../../engine/effects.ts';

export const effectsInTenRounds: readonly Effect[] = [
  { parameter: 'commonsPerOpen', times: 2, from: 3, to: 3 },
  { parameter: 'scorePublish', times: 0.7, from: 4 },
  { parameter: 'listTax', times: 1.5, from: 6 },
  { parameter: 'scoreOutside', times: 1.6, from: 6 },
  { parameter: 'trainingPerPoint', times: 2, from: 6 },
  { parameter: 'scoreBureauCommand', times: 1.75, from: 6, to: 6 },
  { parameter: 'scoreCommissionCommand', times: 1.75, from: 6, to: 6 },
  { parameter: 'commandNeeded', times: 0.5, from: 6 },
  { parameter: 'margin', times: 1.15, from: 7, to: 7 },
  // Repeated for 1992.
  { parameter: 'scoreBureauCommand', times: 1.75, from: 7, to: 7 },
  { parameter: 'scoreCommissionCommand', times: 1.75, from: 7, to: 7 },
  { parameter: 'loanInterest', times: 1.5, from: 8 },
  { parameter: 'scoreOutside', times: 1.5, from: 9 },
  { parameter: 'trainingPerPoint', times: 2.5, from: 9 },
  { parameter: 'scoreBureauCommand', times: 2, from: 9, to: 9 },
  { parameter: 'scoreCommissionCommand', times: 2, from: 9, to: 9 },
  { parameter: 'leaveForced', times: 0.5, from: 9 },
];
