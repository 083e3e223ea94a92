/** The shape of a turning point: its kinds, what it is about, and how each kind is found in a chronicle. */
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

/** Their sentences name plans, accounts or what was shared: what nobody else may know while the books are closed. */
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
  /** Those it is about, in the order the sentence names them. */
  readonly seats: readonly Seat[];
  /** Numbers of the sentence, by name. */
  readonly evidence: Readonly<Record<string, number>>;
  /** Others it mentions, which only the books tell. */
  readonly inBooks?: readonly Seat[];
}

export interface TurningPoint extends Occurrence {
  readonly kind: TurningKind;
  /** What followed of the same kind, in order. */
  readonly further: readonly Occurrence[];
  /** For a change of figure, or what turned it; `from` is absent for the first figure announced. */
  readonly figures?: { readonly from?: Figure; readonly to: Figure };
}

export type Finder = (chronicle: Chronicle) => readonly TurningPoint[];
/** All that happened of a kind, in order: the first is the turning point. */
export type Listing = (chronicle: Chronicle) => readonly Occurrence[];
