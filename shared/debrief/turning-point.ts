/** What a turning point is: its kinds, its subjects, and how each kind is found in a chronicle. */
import type { Seat } from '../engine/actors.ts';
import type { Figure } from '../engine/figure-reading.ts';
import type { Chronicle } from './chronicle.ts';

export const TURNING_KINDS = [
  'firstPact',
  'firstTrader',
  'firstDefection',
  'deadPact',
  'firstMerger',
  'firstAbsorption',
  'firstLeaving',
  'firstList',
  'loanSpiral',
  'firstForeign',
  'parting',
  'shock',
  'falter',
  'firstFailure',
  'decidingPact',
  'figureChange',
] as const;
export type TurningKind = (typeof TURNING_KINDS)[number];

/** Kinds whose sentences reveal plans, accounts or shares: hidden while the books are closed. */
export const TOLD_BY_BOOKS = [
  'firstTrader',
  'firstDefection',
  'firstMerger',
  'firstLeaving',
  'loanSpiral',
  'parting',
] as const satisfies readonly TurningKind[];

export interface Occurrence {
  readonly round: number;
  /** Seats in the order in which the sentence names them. */
  readonly seats: readonly Seat[];
  /** Numbers of the sentence, by name. */
  readonly evidence: Readonly<Record<string, number>>;
  /** Further seats, named only while the books are open. */
  readonly inBooks?: readonly Seat[];
}

export interface TurningPoint extends Occurrence {
  readonly kind: TurningKind;
  /** Later occurrences of the same kind, in order. */
  readonly further: readonly Occurrence[];
  /** For a change of figure and what caused it; `from` is absent for the first figure announced. */
  readonly figures?: { readonly from?: Figure; readonly to: Figure };
}

export type Finder = (chronicle: Chronicle) => readonly TurningPoint[];
/** All occurrences of a kind in time order; the first is the turning point. */
export type Listing = (chronicle: Chronicle) => readonly Occurrence[];
