/** The predictions are complete. `tests/model` tests that they hold over all seeds, and that each can fail. */
import { describe, expect, test } from 'vitest';
import { rosterFor, SCENARIOS, STANDARD } from '../../shared/scenarios/index.ts';
import { PREDICTIONS, testPredictions } from '../../shared/simulation/predictions/index.ts';
import { Laboratory } from '../../shared/simulation/predictions/laboratory.ts';
import { describeThreshold, holds } from '../../shared/simulation/predictions/prediction.ts';

const ALL = PREDICTIONS.map(({ id }) => id);

describe('predictions', () => {
  test('are numbered as in the model', () => {
    expect(ALL.join(' ')).toBe(
      'P1 P2 P3 P4 P5 P6 P7 P8 P9 P10 P11 P12 P14 P15 P16 P17 P18 P19 P20 P21 P22 P23 P24 P25',
    );
  });

  test('speak only of who is there', () => {
    const some = PREDICTIONS.filter(({ id }) => ['P17', 'P19', 'P24'].includes(id));
    const rows = (seats: number) =>
      testPredictions({ scenario: STANDARD, games: 1, seed: 1, roster: rosterFor(STANDARD, seats) }, some);
    expect(rows(9).some(({ id }) => id === 'P19')).toBe(false);
    expect(rows(9).some(({ what }) => what.includes('certified') || what.startsWith('commission'))).toBe(false);
    expect(rows(4).map(({ id }) => id)).toEqual(['P24', 'P24']);
  });

  test('speak of the rounds that a scenario’s length and shock make early, and the last before the shock', () => {
    const rounds = SCENARIOS.map((scenario) => new Laboratory({ scenario, games: 1, seed: 1 }).milestones);
    expect(rounds).toEqual([
      { early: 4, turn: 5, beforeShock: 7 },
      { early: 3, turn: 3, beforeShock: 5 },
      { early: 3, turn: 2, beforeShock: 4 },
    ]);
  });
});

describe('a laboratory', () => {
  const smallest = { scenario: STANDARD, games: 1, seed: 1, roster: rosterFor(STANDARD, 4), parameters: { rounds: 1 } };
  const numbered = (startCash: number) => ({ firms: ['solo'], parameters: { startCash } });

  test('plays a population once, and again after thirty others; the least recently asked is forgotten first', () => {
    let played = 0;
    const lab = new Laboratory({ ...smallest, onGame: () => (played += 1) });
    const games = lab.population(numbered(0));
    expect(lab.population(numbered(0))).toBe(games);
    for (let other = 1; other < 30; other += 1) lab.population(numbered(other));
    expect(lab.population(numbered(0))).toBe(games);
    expect(played).toBe(30);
    lab.population(numbered(30));
    expect(lab.population(numbered(0))).toBe(games);
    expect(played).toBe(31);
    lab.population(numbered(1));
    expect(played).toBe(32);
  });

  test('plays a population with forced plans each time, and one deviant among the firms where one is named', () => {
    const lab = new Laboratory(smallest);
    const forced = { firms: ['solo'], force: () => () => undefined };
    expect(lab.population(forced)).not.toBe(lab.population(forced));
    const [game] = lab.population({ firms: ['solo'], deviant: 'trader' });
    expect(game?.policies.map((policy, seat) => policy === 'trader' && seat)).toContain(game?.deviant);
    expect(game?.policies.filter((policy) => policy === 'trader')).toHaveLength(1);
    const [plain] = lab.population({ firms: ['solo'] });
    expect(plain?.policies.slice(0, 3)).toEqual(['solo', 'solo', 'solo']);
    expect(plain?.deviant).toBe(game?.deviant);
  });

  test('has an early round in however short a game', () => {
    expect(new Laboratory(smallest).milestones.early).toBe(1);
  });
});

describe('a threshold', () => {
  test.each([
    [{ atLeast: 1 }, '≥ 1', [1, 2], [0.99]],
    [{ atMost: 1 }, '≤ 1', [1, 0], [1.01]],
    [{ moreThan: 1 }, '> 1', [1.01], [1, 0]],
    [{ lessThan: 1 }, '< 1', [0.99], [1, 2]],
    [{ between: [1, 2] as const }, '1 to 2', [1, 1.5, 2], [0.99, 2.01]],
  ] as const)('of %j is said and kept to', (threshold, said, within, outside) => {
    expect(describeThreshold(threshold)).toBe(said);
    const holding = (figure: number) => holds({ what: '', figure, threshold });
    expect(within.map(holding)).toEqual(within.map(() => true));
    expect(outside.map(holding)).toEqual(outside.map(() => false));
    expect(holding(Number.NaN)).toBe(false);
  });
});
