/** Alternatives to a year's plan: all legal, one game each, and their evaluation. */
import { describe, expect, test } from 'vitest';
import { STANDARD } from '../../shared/scenarios/index.ts';
import { alternativesFor } from '../../shared/simulation/alternatives.ts';
import { type Case, casesOf, ROLES, weigh, yearsAsked } from '../../shared/simulation/choices.ts';
import { Match } from '../../shared/simulation/match.ts';
import { scoreAt } from '../../shared/simulation/measures.ts';
import { dealPolicies, STREET } from '../../shared/simulation/populations.ts';

function street(seed: number): Match {
  const policies = dealPolicies(STANDARD.roster, seed, { firms: STREET });
  return new Match({ scenario: STANDARD, seed, policies });
}

test('the years asked are the end of the first third, of the second, and the last but one', () => {
  expect([12, 10, 8].map(yearsAsked)).toEqual([
    [4, 8, 11],
    [3, 7, 9],
    [3, 5, 7],
  ]);
});

describe('alternatives', () => {
  test('are plans the district takes, in every year and for every seat, and change one matter each', () => {
    const match = street(5);
    const options = new Set<string>();
    while (match.state.phase !== 'ended') {
      const plans = match.plans();
      for (const { seat } of match.state.actors) {
        for (const [matter, those] of Object.entries(alternativesFor(match.state, plans, seat))) {
          for (const [option, plan] of Object.entries(those)) {
            options.add(`${matter}: ${option}`);
            match.tryRound(plans.map((own, other) => (other === seat ? plan : own)));
          }
        }
      }
      match.playRound(plans);
    }
    expect([...options].toSorted()).toEqual(
      [
        ...['nobody', 'pact keepers', 'loners', 'the largest', 'the smallest'].map((name) => `certificates: ${name}`),
        ...['none', 'new pacts', 'leave partners', 'buy', 'sell', 'loan', 'venture', 'foreign', 'leave the tree'].map(
          (name) => `deal: ${name}`,
        ),
        ...['trade', 'research', 'trade, research', 'share', 'trade, share'].map((name) => `points: ${name}`),
        ...['publish', 'outside', 'shelter', 'open', 'open, shelter'].map((name) => `points: ${name}`),
        ...['command', 'law', 'reform', 'fund', 'training'].map((name) => `points: ${name}`),
      ].toSorted(),
    );
  });
});

describe('the cases of a game', () => {
  const match = street(5);
  const cases = casesOf(match);

  test('are of every role in the years asked, and leave the game as it would have been', () => {
    expect(new Set(cases.map(({ role }) => role))).toEqual(new Set(ROLES));
    expect(new Set(cases.map(({ round }) => round))).toEqual(new Set([4, 8, 11]));
    expect(match.state.history).toEqual(street(5).playToEnd().history);
  });

  test('end as the same game does where the seat plans otherwise in that one year', () => {
    const asked = cases.find(({ role, round }) => role === 'bureau' && round === 8);
    const again = street(5);
    while (again.state.round < 8) again.playRound();
    const plans = again.plans();
    const bureau = again.state.actors.findIndex(({ kind }) => kind === 'bureau');
    const law = alternativesFor(again.state, plans, bureau).points?.law;
    again.playRound(plans.map((plan, seat) => (seat === bureau ? (law ?? plan) : plan)));
    expect(asked?.ends.find(({ option }) => option === 'law')?.score).toBe(scoreAt(again.playToEnd(), bureau));
  });
});

test('an option is weighed by how often nothing is better, and by what it loses where it is open', () => {
  const of = (year: number, scores: Readonly<Record<string, number>>, figure: '3' | '4' = '3'): Case => ({
    role: 'firm',
    matter: 'points',
    round: 4,
    year,
    ends: Object.entries(scores).map(([option, score]) => ({
      option,
      score,
      figure: option === 'trade' ? figure : '3',
    })),
  });
  const cases = [
    of(2, { research: 10, trade: 8 }),
    of(-2, { research: 4, trade: 5, share: 1 }, '4'),
    of(4, { research: 6, trade: 6, share: 4 }),
    of(0, { research: 7, trade: 7 }),
  ];
  expect(weigh(cases)).toEqual({
    cases: 4,
    options: [
      { option: 'research', best: 0.75, loss: 0.25 },
      { option: 'trade', best: 0.75, loss: 0.5 },
      { option: 'share', best: 0, loss: 3 },
    ],
    stake: 2,
    ofYear: 1,
    nextLoses: (1 + 1 / 4 + 1) / 3,
    figure: 0.25,
  });
});
