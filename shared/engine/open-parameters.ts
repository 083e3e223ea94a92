import type { Parameters } from './parameters.ts';

/** Numbers that can be changed in mid-game: none that only the start reads, nor the length of the game. */
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

/** Before its first round a district is founded anew with every number but the length of the game. */
export function isOpenFrom(round: number, name: string): boolean {
  return OPEN_PARAMETERS.some((open) => open === name) || (round === 0 && name !== 'rounds');
}
