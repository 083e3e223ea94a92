/**
 * Every refusal of `decide`, as a closed list: each code has a sentence in both languages. A refusal is a value; a
 * throw is a bug.
 */
import type { Seat } from './actors.ts';

export const REFUSAL_CODES = [
  'wrong-phase',
  'faltered-already',
  'too-late',
  'paused',
  'not-paused',
  'game-over',
  'unknown-seat',
  'not-your-seat',
  'wrong-kind-of-plan',
  'points-not-numbers',
  'points-negative',
  'points-finer-than-a-tenth',
  'points-too-few',
  'points-too-many',
  'share-with-stranger',
  'share-twice',
  'pact-with-self',
  'pact-with-government',
  'pact-exists',
  'pact-missing',
  'pact-wish-and-break',
  'merge-not-a-firm',
  'merge-with-self',
  'merge-not-independent',
  'merge-same-tree',
  'merge-tree-too-large',
  'merge-no-cash',
  'loan-limit',
  'venture-limit',
  'foreign-too-early',
  'foreign-limit',
  'leave-not-owned',
  'list-too-early',
  'list-too-many',
  'list-twice',
  'list-not-a-firm',
  'list-not-yours',
  'offer-unknown',
  'offer-exists',
  'offer-answered',
  'promise-unfit',
  'plea-unfit',
  'talk-off',
  'talk-empty',
  'talk-too-long',
  'sentences-only',
  'line-unknown',
  'no-clock',
  'times-out-of-range',
  'seat-taken',
  'seat-free',
  'no-such-policy',
  'nothing-to-undo',
  'parameter-not-open',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

export interface Refusal {
  readonly refused: RefusalCode;
  /** Numbers for the sentence on screen: a seat, a number of points, a limit. */
  readonly about?: { readonly seat?: Seat; readonly value?: number; readonly limit?: number };
}

export function refuse(refused: RefusalCode, about?: Refusal['about']): Refusal {
  return about === undefined ? { refused } : { refused, about };
}

/** Type guard for functions that return a result or a refusal. */
export function isRefusal(answer: unknown): answer is Refusal {
  return typeof answer === 'object' && answer !== null && !Array.isArray(answer) && 'refused' in answer;
}
