/**
 * How sure the model is of an answer: the same question under many draws of luck from the change on. Each draw is
 * played with and without the change, so their difference is due to the change alone.
 */
import { FIGURES, type Figure } from '../engine/figure-reading.ts';
import { finalFigure } from '../engine/figures.ts';
import { recordOf } from '../engine/record-of.ts';
import { districtIncome } from '../engine/score.ts';
import type { DistrictLog } from '../log/jsonl.ts';
import { type Band, bandOf } from '../statistics.ts';
import { RECORDED, type WhatIf, whatIfEnd } from './rerun.ts';

export interface Interval {
  readonly draws: number;
  /** District income with the change, by round: 10th and 90th percentile. */
  readonly income: readonly { readonly low: number; readonly high: number }[];
  /** What the change adds to the income of the whole game: mean, 10th and 90th percentile. */
  readonly difference: Band;
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
      difference: districtIncome(one.state.history) - districtIncome(other.state.history),
      withChange: finalFigure(one.state),
      without: finalFigure(other.state),
    });
    onDraw(draws.length);
  }
  return draws;
}

/** Combines draws in the order of their numbers, whichever thread played them. */
export function intervalOf(draws: readonly Draw[]): Interval {
  const rounds = Math.max(0, ...draws.map(({ income }) => income.length));
  return {
    draws: draws.length,
    income: Array.from({ length: rounds }, (_, index) => {
      const { low, high } = bandOf(draws.flatMap(({ income }) => income[index] ?? []));
      return { low, high };
    }),
    difference: bandOf(draws.map(({ difference }) => difference)),
    figures: {
      withChange: figureShares(draws.map(({ withChange }) => withChange)),
      without: figureShares(draws.map(({ without }) => without)),
    },
  };
}

function figureShares(ends: readonly (Figure | undefined)[]): FigureShares {
  return recordOf(FIGURES, (figure) => ends.filter((end) => end === figure).length / ends.length);
}
