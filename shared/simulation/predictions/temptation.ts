/** P18: betrayal stays tempting to the end. */
import { mean } from '../measures.ts';
import { temptation } from '../temptation.ts';
import type { Laboratory } from './laboratory.ts';
import type { Prediction } from './prediction.ts';

/** Last rounds, in which any betrayal may pay. */
const LAST = 2;

/** Mean score gained at once by a year of pure trade among careful partners, by round. */
function gains(lab: Laboratory): readonly number[] {
  const byRound: number[][] = [];
  for (const seed of lab.seeds()) {
    const match = lab.match({ firms: ['partner-choosing'] }, seed);
    for (let round = 0; match.state.phase !== 'ended'; round++) {
      byRound[round] ??= [];
      byRound[round]?.push(temptation(match, lab.deviantOf(seed)));
      match.playRound();
    }
    lab.settings.onGame?.();
  }
  return byRound.map(mean);
}

const p18: Prediction = {
  id: 'P18',
  sentence: 'A year of nothing but trade pays at once, in every year: few traders trade well',
  check: (lab) => [
    {
      what: 'partner-choosing: least gain of one such year, the last two apart, score',
      figure: Math.min(...gains(lab).slice(0, -LAST)),
      threshold: { atLeast: 1 },
    },
  ],
};

export const temptations: readonly Prediction[] = [p18];
