/** The model's predictions at fewer seeds than `npm run predictions` takes: a rule that drifts shows here first. */
import { describe, expect, it } from 'vitest';
import { zhongguancun } from '../../shared/scenarios/zhongguancun/index.ts';
import { PREDICTIONS, testPredictions } from '../../shared/simulation/predictions/index.ts';

const GAMES = 50;

describe('predictions', () => {
  it('are numbered as in the model', () => {
    expect(PREDICTIONS.map(({ id }) => id).join(' ')).toBe('P1 P2 P3 P4 P5 P6 P7 P8 P9 P10 P11 P12 P14 P15');
  });

  it(`hold over ${GAMES} districts each`, { timeout: 120_000 }, () => {
    const findings = testPredictions({ scenario: zhongguancun, games: GAMES, seed: 1 });
    expect(findings.length).toBeGreaterThan(40);
    expect(findings.filter((finding) => !finding.holds)).toEqual([]);
  });

  it('can fail: without any gain from pacts, cooperation does not pay', () => {
    const worthless = { pactGain: 0, pactJoint: 0, commonsPerShare: 0 };
    const p3 = PREDICTIONS.filter(({ id }) => id === 'P3');
    const findings = testPredictions({ scenario: zhongguancun, games: 5, seed: 1, parameters: worthless }, p3);
    expect(findings.some((finding) => !finding.holds)).toBe(true);
  });
});
