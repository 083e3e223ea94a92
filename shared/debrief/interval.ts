/**
 * How sure the model is of its answer: the same question under many draws of luck, from the round of the change on. Each
 * draw is played twice, with the change and without, so that the difference is the change's and not the luck's.
 */
import type { Figure } from '../engine/figure-reading.ts';
import type { DistrictState } from '../engine/state.ts';
import type { DistrictLog } from '../log/jsonl.ts';
import { mean, quantile } from '../statistics.ts';
import { RECORDED, type WhatIf, whatIfEnd } from './rerun.ts';

export interface Interval {
  readonly draws: number;
  /** District income with the change, by round: the middle 80 %. */
  readonly income: readonly { readonly low: number; readonly high: number }[];
  /** What the change adds to the income of the whole game: mean and the middle 80 %. */
  readonly difference: { readonly mean: number; readonly low: number; readonly high: number };
  /** Share of the draws that end as each figure. */
  readonly figures: { readonly withChange: FigureShares; readonly without: FigureShares };
}

type FigureShares = Readonly<Record<Figure, number>>;

/** Undefined when the question itself cannot be asked. */
export function intervalOf(
  log: DistrictLog,
  question: WhatIf,
  draws: number,
  onDraw: (done: number) => void,
): Interval | undefined {
  const untouched: WhatIf = { ...question, changes: [], deciders: log.header.actors.map(() => RECORDED) };
  const changed: DistrictState[] = [];
  const differences: number[] = [];
  const unchanged: DistrictState[] = [];
  for (let draw = 1; draw <= draws; draw++) {
    const seed = log.header.seed + draw;
    const one = whatIfEnd(log, question, seed);
    const other = whatIfEnd(log, untouched, seed);
    if ('refused' in one || 'refused' in other) return undefined;
    changed.push(one.state);
    differences.push(totalIncome(one.state) - totalIncome(other.state));
    unchanged.push(other.state);
    onDraw(draw);
  }
  const sorted = differences.toSorted((one, other) => one - other);
  const rounds = Math.max(0, ...changed.map(({ history }) => history.length));
  return {
    draws,
    income: Array.from({ length: rounds }, (_, index) => {
      const values = changed
        .flatMap(({ history }) => history[index]?.income ?? [])
        .toSorted((one, other) => one - other);
      return { low: quantile(values, 0.1), high: quantile(values, 0.9) };
    }),
    difference: {
      mean: mean(differences),
      low: quantile(sorted, 0.1),
      high: quantile(sorted, 0.9),
    },
    figures: { withChange: figureShares(changed), without: figureShares(unchanged) },
  };
}

function totalIncome({ history }: DistrictState): number {
  return history.reduce((sum, { income }) => sum + income, 0);
}

function figureShares(ends: readonly DistrictState[]): FigureShares {
  const share = (figure: Figure): number =>
    ends.filter(({ history }) => history.at(-1)?.figure.figure === figure).length / ends.length;
  return { '2': share('2'), '3': share('3'), '4': share('4') };
}
