/**
 * How sure the model is of an answer: the same question under many draws of luck from the change on. Each draw is
 * played with and without the change, so their difference is due to the change alone.
 */
import type { Figure } from '../engine/figure-reading.ts';
import type { DistrictState } from '../engine/state.ts';
import type { DistrictLog } from '../log/jsonl.ts';
import { mean, quantile } from '../statistics.ts';
import { RECORDED, type WhatIf, whatIfEnd } from './rerun.ts';

export interface Interval {
  readonly draws: number;
  /** District income with the change, by round: 10th and 90th percentile. */
  readonly income: readonly { readonly low: number; readonly high: number }[];
  /** What the change adds to the income of the whole game: mean, 10th and 90th percentile. */
  readonly difference: { readonly mean: number; readonly low: number; readonly high: number };
  /** Share of draws that end as each figure. */
  readonly figures: { readonly withChange: FigureShares; readonly without: FigureShares };
}

type FigureShares = Readonly<Record<Figure, number>>;

/** The result of one draw as plain numbers, so that a worker thread can play it. */
export interface Draw {
  /** District income with the change, by round, in cash. */
  readonly income: readonly number[];
  readonly difference: number;
  readonly withChange: Figure | undefined;
  readonly without: Figure | undefined;
}

/** Plays the draws of these numbers, counted from 1. Undefined if the question itself is refused. */
export function playDraws(
  log: DistrictLog,
  question: WhatIf,
  numbers: readonly number[],
  onDraw: (done: number) => void,
): readonly Draw[] | undefined {
  const untouched: WhatIf = { ...question, changes: [], deciders: log.header.actors.map(() => RECORDED) };
  const draws: Draw[] = [];
  for (const number of numbers) {
    const seed = log.header.seed + number;
    const one = whatIfEnd(log, question, seed);
    const other = whatIfEnd(log, untouched, seed);
    if ('refused' in one || 'refused' in other) return undefined;
    draws.push({
      income: one.state.history.map(({ income }) => income),
      difference: totalIncome(one.state) - totalIncome(other.state),
      withChange: figureOf(one.state),
      without: figureOf(other.state),
    });
    onDraw(draws.length);
  }
  return draws;
}

/** Combines draws in the order of their numbers, whichever thread played them. */
export function intervalOf(draws: readonly Draw[]): Interval {
  const differences = draws.map(({ difference }) => difference);
  const sorted = differences.toSorted((one, other) => one - other);
  const rounds = Math.max(0, ...draws.map(({ income }) => income.length));
  return {
    draws: draws.length,
    income: Array.from({ length: rounds }, (_, index) => {
      const values = draws.flatMap(({ income }) => income[index] ?? []).toSorted((one, other) => one - other);
      return { low: quantile(values, 0.1), high: quantile(values, 0.9) };
    }),
    difference: {
      mean: mean(differences),
      low: quantile(sorted, 0.1),
      high: quantile(sorted, 0.9),
    },
    figures: {
      withChange: figureShares(draws.map(({ withChange }) => withChange)),
      without: figureShares(draws.map(({ without }) => without)),
    },
  };
}

function totalIncome({ history }: DistrictState): number {
  return history.reduce((sum, { income }) => sum + income, 0);
}

function figureOf({ history }: DistrictState): Figure | undefined {
  return history.at(-1)?.figure.figure;
}

function figureShares(ends: readonly (Figure | undefined)[]): FigureShares {
  const share = (figure: Figure): number => ends.filter((end) => end === figure).length / ends.length;
  return { '2': share('2'), '3': share('3'), '4': share('4') };
}
