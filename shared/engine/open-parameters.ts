import type { Parameters } from './parameters.ts';

/** Parameters that may change in mid-game: not those read only at the start, nor the number of rounds. */
export const OPEN_PARAMETERS = [
  'shockRound',
  'margin',
  'marginKept',
  'upkeep',
  'loanInterest',
  'ventureChance',
  'pactLimit',
  'pactCost',
  'treeLimit',
  'trustUp',
  'trustDown',
  'lawPerPoint',
  'taxRate',
  'researchGain',
  'duplication',
  'varietyAfter',
  'leaveAllowed',
  'leaveForced',
  'listPlaces',
  'listLearn',
  'marginAfter',
  'glutAfter',
] as const satisfies readonly (keyof Parameters)[];
export type OpenParameter = (typeof OPEN_PARAMETERS)[number];

/** Before round 1 a district is founded anew, so every parameter but the number of rounds may change. */
export function isOpenFrom(round: number, name: string): boolean {
  return OPEN_PARAMETERS.some((open) => open === name) || (round === 0 && name !== 'rounds');
}
