/** The model's predictions at fewer seeds than `npm run predictions` takes: a rule that drifts shows here first. */
import { describe, expect, it } from 'vitest';
import { rosterFor, SCENARIOS, STANDARD } from '../../shared/scenarios/index.ts';
import { PREDICTIONS, testPredictions } from '../../shared/simulation/predictions/index.ts';
import { Laboratory } from '../../shared/simulation/predictions/laboratory.ts';

const GAMES = 50;

describe('predictions', () => {
  it('are numbered as in the model', () => {
    expect(PREDICTIONS.map(({ id }) => id).join(' ')).toBe('P1 P2 P3 P4 P5 P6 P7 P8 P9 P10 P11 P12 P14 P15 P16');
  });

  it.each(SCENARIOS.map((scenario) => [scenario.id, scenario] as const))(
    `hold over ${GAMES} districts each in %s`,
    { timeout: 120_000 },
    (_, scenario) => {
      const findings = testPredictions({ scenario, games: GAMES, seed: 1 });
      expect(findings.length).toBeGreaterThan(50);
      expect(findings.filter((finding) => !finding.holds)).toEqual([]);
    },
  );

  it('speak of the rounds that a scenario’s length and shock make early, and the last before the shock', () => {
    const rounds = SCENARIOS.map((scenario) => new Laboratory({ scenario, games: 1, seed: 1 }).milestones);
    expect(rounds).toEqual([
      { early: 4, turn: 5, beforeShock: 7 },
      { early: 3, turn: 3, beforeShock: 5 },
      { early: 3, turn: 2, beforeShock: 4 },
    ]);
  });

  it.each([7, 10, 16])(
    'about network, bureau and universities hold with %i seats too',
    { timeout: 60_000 },
    (seats) => {
      const some = PREDICTIONS.filter(({ id }) => ['P3', 'P8', 'P9'].includes(id));
      const findings = testPredictions(
        { scenario: STANDARD, games: 30, seed: 1, roster: rosterFor(STANDARD, seats) },
        some,
      );
      expect(findings).toHaveLength(14);
      expect(findings.filter((finding) => !finding.holds)).toEqual([]);
    },
  );

  it('can fail: with the numbers of twelve rounds, eight are too few for cooperation to pay', () => {
    const p3 = PREDICTIONS.filter(({ id }) => id === 'P3');
    const findings = testPredictions(
      { scenario: STANDARD, games: 10, seed: 1, parameters: { rounds: 8, shockRound: 5 } },
      p3,
    );
    expect(findings.every((finding) => !finding.holds)).toBe(true);
  });

  it('can fail: where no bank lends and no fund pays, loans and venture capital come to the same', () => {
    const p7 = PREDICTIONS.filter(({ id }) => id === 'P7');
    const alike = { loanLimit: 0, ventureLimit: 0 };
    const findings = testPredictions({ scenario: STANDARD, games: 3, seed: 1, parameters: alike }, p7);
    const compared = findings.filter(({ what }) => what.includes('÷'));
    expect(compared).toHaveLength(4);
    for (const { figure, holds } of compared) {
      expect(figure).toBeCloseTo(1, 12);
      expect(holds).toBe(false);
    }
  });

  it('are worked out one game at a time, for a progress line', () => {
    let games = 0;
    const onGame = () => {
      games += 1;
    };
    const lab = new Laboratory({ scenario: STANDARD, games: 3, seed: 1, onGame });
    lab.population({ firms: ['trader'] });
    expect(games).toBe(3);
    lab.population({ firms: ['trader'] });
    expect(games).toBe(3);
  });

  it('can fail: without any gain from pacts, cooperation does not pay', () => {
    const worthless = { pactGain: 0, pactJoint: 0, commonsPerShare: 0 };
    const p3 = PREDICTIONS.filter(({ id }) => id === 'P3');
    const findings = testPredictions({ scenario: STANDARD, games: 5, seed: 1, parameters: worthless }, p3);
    expect(findings.some((finding) => !finding.holds)).toBe(true);
  });
});
