/**
 * Where a class's own data contradict the paper: the first case with a gap of at least five percent gets a slide. One
 * class shows what can happen, not what does.
 */
import type { Seat } from '../engine/actors.ts';
import { commandIn } from '../engine/plans.ts';
import { numberAt } from '../engine/queries.ts';
import { districtIncome, districtInnovation } from '../engine/score.ts';
import { meanOf, sum } from '../statistics.ts';
import type { Chronicle } from './chronicle.ts';
import { exchangesIn, exchangesOf } from './pacts.ts';
import { firmsIn, seriesOf } from './series.ts';
import { incomeOf, largestTree, roundsAtTheTurn } from './trees.ts';

export const CONTRADICTIONS = [
  'weakEarned',
  'weakLearnt',
  'weakScored',
  'firstKeptFewer',
  'giverlessFirst',
  'treeHeld',
  'ordersInnovated',
  'none',
] as const;
export type ContradictionKind = (typeof CONTRADICTIONS)[number];

/** Two bars. `one` is the bar named first; in the first kinds it is also the larger. */
export interface Contradiction {
  readonly kind: ContradictionKind;
  /** Indices into the list of districts. */
  readonly districts: readonly number[];
  readonly seats: readonly Seat[];
  readonly one: number;
  readonly other: number;
}

const MARGIN = 1.05;
const NONE: Contradiction = { kind: 'none', districts: [], seats: [], one: 0, other: 0 };

export function contradictionIn(chronicles: readonly Chronicle[]): Contradiction {
  const sums = chronicles.map(sumsOf);
  return (
    weakWon(sums, 'weakEarned', ({ income }) => income) ??
    weakWon(sums, 'weakLearnt', ({ innovation }) => innovation) ??
    weakWon(sums, 'weakScored', ({ score }) => score) ??
    firstOf(chronicles, firstPlace) ??
    firstOf(chronicles, treeHeld) ??
    moreOrders(sums) ??
    NONE
  );
}

interface Sums {
  /** Pacts both sides kept, over all years. */
  readonly kept: number;
  readonly income: number;
  readonly innovation: number;
  /** Mean final score of the firms. */
  readonly score: number;
  readonly command: number;
}

function sumsOf(chronicle: Chronicle): Sums {
  const { final, rounds } = chronicle;
  return {
    kept: rounds.flatMap(exchangesIn).filter(({ kept }) => kept).length,
    income: districtIncome(final.history),
    innovation: districtInnovation(final.history),
    score: seriesOf(chronicle).at(-1)?.meanScore ?? 0,
    command: sum(rounds.flatMap(({ plans }) => plans.map((filed) => commandIn(filed?.plan)))),
  };
}

/** At least five percent more. Of nothing and nothing neither is more. */
function isMore(one: number, other: number): boolean {
  return one > 0 && one >= MARGIN * other;
}

/** The widest gap among pairs of districts in which the one with fewer kept pacts did better. */
function weakWon(
  sums: readonly Sums[],
  kind: ContradictionKind,
  value: (sums: Sums) => number,
): Contradiction | undefined {
  return widest(sums, kind, value, (a, b) => isMore(b.kept, a.kept));
}

function moreOrders(sums: readonly Sums[]): Contradiction | undefined {
  return widest(
    sums,
    'ordersInnovated',
    ({ innovation }) => innovation,
    (a, b) => isMore(a.command, b.command),
  );
}

function widest(
  sums: readonly Sums[],
  kind: ContradictionKind,
  value: (sums: Sums) => number,
  although: (a: Sums, b: Sums) => boolean,
): Contradiction | undefined {
  const pairs = sums.flatMap((a, one) =>
    sums.flatMap((b, other) =>
      although(a, b) && value(b) > 0 && isMore(value(a), value(b))
        ? [{ kind, districts: [one, other], seats: [], one: value(a), other: value(b) }]
        : [],
    ),
  );
  return pairs.toSorted((a, b) => b.one / b.other - a.one / a.other)[0];
}

function firstOf(
  chronicles: readonly Chronicle[],
  find: (chronicle: Chronicle, place: number) => Contradiction | undefined,
): Contradiction | undefined {
  for (const [place, chronicle] of chronicles.entries()) {
    const found = find(chronicle, place);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Found when the winning firm kept fewer pacts than the median firm, or gave nothing. */
function firstPlace(chronicle: Chronicle, place: number): Contradiction | undefined {
  const scores = chronicle.final.history.at(-1)?.scores;
  if (scores === undefined) return undefined;
  const ranked = firmsIn(chronicle).toSorted((a, b) => numberAt(scores, b) - numberAt(scores, a));
  const [first] = ranked;
  const middle = ranked[Math.floor(ranked.length / 2)];
  if (first === undefined || middle === undefined || first === middle) return undefined;
  const [one, other] = [keptBy(chronicle, first), keptBy(chronicle, middle)];
  const gave = chronicle.rounds.flatMap((played) => exchangesOf(played, first)).some((own) => own.gave > 0);
  const kind = gave ? 'firstKeptFewer' : 'giverlessFirst';
  return isMore(other, one) ? { kind, districts: [place], seats: [first, middle], one, other } : undefined;
}

function keptBy({ rounds }: Chronicle, seat: Seat): number {
  return rounds.flatMap((played) => exchangesOf(played, seat)).filter(({ kept }) => kept).length;
}

/** Yearly income of the largest tree: the three years from the demand shift on, and the year before. */
function treeHeld(chronicle: Chronicle, place: number): Contradiction | undefined {
  const turn = roundsAtTheTurn(chronicle);
  const tree = turn && largestTree(turn.before.after);
  if (turn === undefined || tree === undefined) return undefined;
  const { head, members } = tree;
  const other = incomeOf(turn.before, members);
  const one = meanOf(turn.after, (round) => incomeOf(round, members));
  return other > 0 && isMore(one, other)
    ? { kind: 'treeHeld', districts: [place], seats: [head], one, other }
    : undefined;
}
