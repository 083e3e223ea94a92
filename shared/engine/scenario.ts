/**
 * A scenario is data: who plays, what the years bring, and the numbers. Another scenario is another file.
 *
 * The scenario's texts are shown in both languages; the rules read only the roster's kinds and parents and the
 * parameters.
 */
import type { ActorKind, Words } from './actors.ts';
import type { Effect } from './effects.ts';
import type { Parameters } from './parameters.ts';

export interface RosterEntry {
  readonly kind: ActorKind;
  readonly name: Words;
  /** For a state spin-off: index of its university among the roster's universities (0, 1, …). */
  readonly parent?: number;
}

/** One year's news. Round 1 is the first entry; a shorter scenario leaves years out. */
export interface YearNews {
  readonly year: number;
  readonly headline: Words;
  /** Two or three sentences: what happened, and what it means for the players. */
  readonly body: Words;
  /** Where the fact comes from, e.g. a section of the paper. */
  readonly source: string;
  /** Real firms on the street that year, where a figure is known. */
  readonly firmsOnStreet?: number;
}

export interface Scenario {
  readonly id: string;
  /** Id of the longer scenario that tells the same story. */
  readonly shorterThan?: string;
  readonly title: Words;
  readonly summary: Words;
  /** For 12 seats; other sizes are cut from it or extended. */
  readonly roster: readonly RosterEntry[];
  /** Firms that join, in this order, a district that is larger than the roster or lacks a university. */
  readonly reserve?: readonly RosterEntry[];
  readonly calendar: readonly YearNews[];
  readonly parameters: Parameters;
  /** How years change the numbers (rule N1). */
  readonly effects?: readonly Effect[];
}
