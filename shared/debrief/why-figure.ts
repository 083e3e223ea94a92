/**
 * Why a round reads as the figure it does: each condition of rules I2 and I3, with its bound and whether it holds; since
 * when; and the firms and pacts behind it.
 */
import type { ActorKind, Seat } from '../engine/actors.ts';
import type { FigureReading } from '../engine/figure-reading.ts';
import type { Parameters } from '../engine/parameters.ts';
import { treeOf } from '../engine/queries.ts';
import type { Chronicle } from './chronicle.ts';
import { stateRead, tiesOf } from './ties.ts';
import { type Joining, joinedUnder, largestHead } from './trees.ts';

export const FIGURE_MEASURES = ['horizontal', 'reciprocity', 'vertical', 'largestTree'] as const;
export type FigureMeasure = (typeof FIGURE_MEASURES)[number];

interface Condition {
  readonly measure: FigureMeasure;
  /** 0..1 */
  readonly bound: number;
  readonly direction: 'atLeast' | 'atMost';
  /** Lines that are required as well. */
  readonly edges?: number;
  readonly holds: boolean;
}

export interface Conditions {
  /** One of them is enough for Figure 2. */
  readonly hierarchy: readonly Condition[];
  /** Figure 4 needs all, and neither of the others. */
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
      // A large share of hardly any lines is no hierarchy: the rule asks for a number of them as well.
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

/** The round from which on the last figure was read in every round. */
export function standsSince({ final: { history } }: Chronicle): number | undefined {
  const last = history.at(-1);
  if (last === undefined) return undefined;
  const other = history.findLast(({ figure }) => figure.figure !== last.figure.figure);
  return (other?.round ?? 0) + 1;
}

/** What stood behind the last round's reading, in firms and pacts instead of shares. */
export interface Behind {
  /** Pacts across trees that stood, and those of them both sides kept. */
  readonly pacts: number;
  readonly kept: number;
  /** Kept pacts that are dense enough for Figure 4 here. */
  readonly enough: number;
  readonly firms: number;
  /** The largest tree, when there is one. */
  readonly tree?: { readonly head: Seat; readonly size: number; readonly joined: readonly Joining[] };
}

/** So that a product meant to be whole is not taken for a little more. */
const ROUNDING = 1e-9;

export function behindFigure(chronicle: Chronicle): Behind | undefined {
  const played = chronicle.rounds.at(-1);
  if (played === undefined) return undefined;
  const after = stateRead(played);
  const count = (kinds: readonly ActorKind[]) => after.actors.filter(({ kind }) => kinds.includes(kind)).length;
  const ties = tiesOf(played);
  const head = largestHead(after);
  return {
    pacts: ties.across,
    kept: ties.kept,
    enough: Math.ceil(after.parameters.figureStrongHorizontal * count(['firm', 'university']) * 1.5 - ROUNDING),
    firms: count(['firm']),
    ...(head === undefined
      ? {}
      : { tree: { head, size: treeOf(after.firms, head).length, joined: joinedUnder(chronicle, head) } }),
  };
}

/** A condition that some districts met at the end and others missed. */
export interface Difference {
  readonly figure: '2' | '4';
  readonly measure: FigureMeasure;
  readonly bound: number;
  readonly direction: Condition['direction'];
  /** Places among the districts given. */
  readonly met: readonly number[];
  readonly missed: readonly number[];
}

/** In which conditions districts differ. Those that no or every district met say nothing about why they differ. */
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
