/** A district's time series: one row a round, one column a measure, for charts and tables. */
import type { Seat } from '../engine/actors.ts';
import { topFourShare } from '../engine/figures.ts';
import { at, numberAt } from '../engine/queries.ts';
import { mean, quantile } from '../statistics.ts';
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
  return final.actors.filter(({ kind }) => kind === 'firm').map(({ seat }) => seat);
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
  let meanScore = 0;
  let failures = 0;
  for (const seat of firms) {
    meanScore += numberAt(scored.scores, seat) / firms.length;
    failures += at(after.firms, seat).failures;
  }
  return {
    round,
    income: scored.income,
    innovation: scored.innovation,
    meanScore,
    tradeShare: scored.tradeShare,
    horizontal,
    reciprocity,
    vertical,
    largestTree,
    topFour: topFourShare(scored.figure, firms.length),
    pacts: after.pacts.length,
    failures,
    law: after.law,
    distance: after.distance,
    commons: after.commons,
    scores: scored.scores,
    incomeBySeat: scored.incomeBySeat,
  };
}

/** Several districts by round: mean, 10th and 90th percentile. */
interface BandPoint {
  readonly round: number;
  readonly low: number;
  readonly mean: number;
  readonly high: number;
}

export function bandOf(curves: readonly (readonly RoundRow[])[], metric: Metric): readonly BandPoint[] {
  const rounds = Math.max(0, ...curves.map((curve) => curve.length));
  return Array.from({ length: rounds }, (_, index) => {
    const values = curves.flatMap((curve) => curve[index]?.[metric] ?? []).sort((one, other) => one - other);
    return { round: index + 1, low: quantile(values, 0.1), mean: mean(values), high: quantile(values, 0.9) };
  });
}
