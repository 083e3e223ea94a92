/** A district's time series: one row a round, one column a measure, for charts and tables. */
import type { Seat } from '../engine/actors.ts';
import { topFourShare } from '../engine/figures.ts';
import { at, numberAt, seatsOf } from '../engine/queries.ts';
import { type Band, bandOf, meanOf, sum } from '../statistics.ts';
import type { Chronicle, PlayedRound } from './chronicle.ts';

/** `topFour`: uncorrected income share of the four largest trees, as in the paper. The figures' cr4 is corrected. */
export const METRICS = [
  'income',
  'innovation',
  'meanScore',
  'tradeShare',
  'horizontal',
  'reciprocity',
  'vertical',
  'largestTree',
  'topFour',
  'pacts',
  'failures',
  'law',
  'distance',
  'commons',
] as const;
export type Metric = (typeof METRICS)[number];

/** Measures in 0..1. */
export const SHARES: readonly Metric[] = [
  'tradeShare',
  'horizontal',
  'reciprocity',
  'vertical',
  'largestTree',
  'topFour',
  'law',
  'distance',
];

export type RoundRow = Readonly<Record<Metric, number>> & {
  readonly round: number;
  /** Scores by seat. */
  readonly scores: readonly number[];
  readonly incomeBySeat: readonly number[];
};

export function firmsIn({ final }: Chronicle): readonly Seat[] {
  return seatsOf(final.actors, 'firm');
}

export function seriesOf(chronicle: Chronicle): readonly RoundRow[] {
  const firms = firmsIn(chronicle);
  return chronicle.rounds.flatMap((played) => {
    const row = rowOf(played, firms);
    return row === undefined ? [] : [row];
  });
}

function rowOf({ round, after }: PlayedRound, firms: readonly Seat[]): RoundRow | undefined {
  const scored = after.history.at(-1);
  if (scored === undefined || scored.round !== round) return undefined;
  const { horizontal, reciprocity, vertical, largestTree } = scored.figure;
  return {
    round,
    income: scored.income,
    innovation: scored.innovation,
    meanScore: meanOf(firms, (seat) => numberAt(scored.scores, seat)),
    tradeShare: scored.tradeShare,
    horizontal,
    reciprocity,
    vertical,
    largestTree,
    topFour: topFourShare(scored.figure, firms.length),
    pacts: after.pacts.length,
    failures: sum(firms.map((seat) => at(after.firms, seat).failures)),
    law: after.law,
    distance: after.distance,
    commons: after.commons,
    scores: scored.scores,
    incomeBySeat: scored.incomeBySeat,
  };
}

/** Several districts by round. */
interface BandPoint extends Band {
  readonly round: number;
}

export function bandsOf(curves: readonly (readonly RoundRow[])[], metric: Metric): readonly BandPoint[] {
  const rounds = Math.max(0, ...curves.map((curve) => curve.length));
  return Array.from({ length: rounds }, (_, index) => {
    return { round: index + 1, ...bandOf(curves.flatMap((curve) => curve[index]?.[metric] ?? [])) };
  });
}
