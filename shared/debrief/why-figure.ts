/**
 * Why a round reads as its figure: each condition of rules I2 and I3 with its bound, since when it holds, and the firms
 * and pacts behind it.
 */
import type { Seat } from '../engine/actors.ts';
import type { FigureReading } from '../engine/figure-reading.ts';
import { keptFor, type Ties } from '../engine/figures.ts';
import { omitUndefined } from '../engine/omit-undefined.ts';
import type { Parameters } from '../engine/parameters.ts';
import type { Chronicle } from './chronicle.ts';
import { stateRead, tiesOf } from './ties.ts';
import { type Joining, joinedUnder, largestTree } from './trees.ts';

export const FIGURE_MEASURES = ['horizontal', 'reciprocity', 'vertical', 'largestTree'] as const;
export type FigureMeasure = (typeof FIGURE_MEASURES)[number];

interface Condition {
  readonly measure: FigureMeasure;
  /** Bound, 0..1. */
  readonly bound: number;
  readonly direction: 'atLeast' | 'atMost';
  /** Number of lines that the condition requires as well. */
  readonly edges?: number;
  readonly holds: boolean;
}

export interface Conditions {
  /** Figure 2 needs one of these. */
  readonly hierarchy: readonly Condition[];
  /** Figure 4 needs all of these, and none of the others. */
  readonly strong: readonly Condition[];
}

export function conditionsOf(reading: FigureReading, parameters: Parameters): Conditions {
  const least = (measure: FigureMeasure, bound: number): Condition => {
    return { measure, bound, direction: 'atLeast', holds: reading[measure] >= bound };
  };
  const most = (measure: FigureMeasure, bound: number): Condition => {
    return { measure, bound, direction: 'atMost', holds: reading[measure] <= bound };
  };
  const vertical = least('vertical', parameters.figureHierarchyVertical);
  return {
    hierarchy: [
      // Rule I2 also asks for a number of vertical lines: a large share of few lines is no hierarchy.
      { ...vertical, edges: parameters.figureHierarchyEdges, holds: vertical.holds && reading.figure === '2' },
      least('largestTree', parameters.figureHierarchyTree),
    ],
    strong: [
      least('horizontal', parameters.figureStrongHorizontal),
      least('reciprocity', parameters.figureStrongReciprocity),
      most('vertical', parameters.figureStrongVertical),
      most('largestTree', parameters.figureStrongTree),
    ],
  };
}

/** The first round of the unbroken run of the last figure. */
export function standsSince({ final: { history } }: Chronicle): number | undefined {
  const last = history.at(-1);
  if (last === undefined) return undefined;
  const other = history.findLast(({ figure }) => figure.figure !== last.figure.figure);
  return (other?.round ?? 0) + 1;
}

/** The firms and pacts behind the last round's reading. */
export interface Behind {
  /** Pacts across trees, and those of them that both sides kept. */
  readonly pacts: number;
  readonly kept: number;
  /** Number of kept pacts that is dense enough for Figure 4 here. */
  readonly enough: number;
  readonly firms: number;
  /** The largest tree, if any. */
  readonly tree?: { readonly head: Seat; readonly size: number; readonly joined: readonly Joining[] };
}

/** Tolerance, so that rounding does not lift a whole product to the next number. */
const ROUNDING = 1e-9;

export function behindFigure(chronicle: Chronicle): Behind | undefined {
  const played = chronicle.rounds.at(-1);
  if (played === undefined) return undefined;
  const after = stateRead(played);
  const ties = tiesOf(played);
  const tree = largestTree(after);
  return {
    pacts: ties.across,
    kept: ties.kept,
    enough: keptForStrong(ties, after.parameters),
    firms: ties.companies,
    ...omitUndefined({
      tree: tree && { head: tree.head, size: tree.members.length, joined: joinedUnder(chronicle, tree.head) },
    }),
  };
}

/** The fewest kept pacts that are dense enough for Figure 4 (rule I3). */
function keptForStrong(ties: Ties, parameters: Parameters): number {
  return Math.ceil(keptFor(ties, parameters.figureStrongHorizontal) - ROUNDING);
}

/** A condition that some districts met at the end and others missed. */
export interface Difference {
  readonly figure: '2' | '4';
  readonly measure: FigureMeasure;
  readonly bound: number;
  readonly direction: Condition['direction'];
  /** Indices of the districts that met it. */
  readonly met: readonly number[];
  readonly missed: readonly number[];
}

/** The conditions in which districts differ: some met them and some missed them. */
export function differencesOf(chronicles: readonly Chronicle[]): readonly Difference[] {
  const all = chronicles.flatMap(({ final }) => {
    const reading = final.history.at(-1)?.figure;
    return reading === undefined ? [] : [conditionsOf(reading, final.parameters)];
  });
  const [first] = all;
  if (first === undefined) return [];
  return (['hierarchy', 'strong'] as const).flatMap((which) =>
    first[which].flatMap(({ measure, bound, direction }, place): readonly Difference[] => {
      const holds = all.map((conditions) => conditions[which][place]?.holds === true);
      const met = holds.flatMap((held, index) => (held ? [index] : []));
      const missed = holds.flatMap((held, index) => (held ? [] : [index]));
      if (met.length === 0 || missed.length === 0) return [];
      return [{ figure: which === 'hierarchy' ? '2' : '4', measure, bound, direction, met, missed }];
    }),
  );
}
