/** Continuations share common rounds, and end exactly as games played one by one. */
import { expect, test, vi } from 'vitest';
import { STREET_FIRMS } from '../../shared/bots/index.ts';
import { STANDARD } from '../../shared/scenarios/index.ts';
import { endsAfter, endsWith } from '../../shared/simulation/ends.ts';
import { Match } from '../../shared/simulation/match.ts';
import { dealPolicies, STREET } from '../../shared/simulation/populations.ts';

const FIRM = 3;

function streetIn(round: number): Match {
  const seed = 8;
  const match = new Match({
    scenario: STANDARD,
    seed,
    policies: dealPolicies(STANDARD.roster, seed, { firms: STREET }),
  });
  while (match.state.round < round) match.playRound();
  return match;
}

/** Number of rounds played meanwhile. */
function roundsOf(act: () => void): number {
  const played = vi.spyOn(Match.prototype, 'playRound');
  act();
  const { length } = played.mock.calls;
  played.mockRestore();
  return length;
}

test.each([2, 7, 12])('one firm with each policy from round %i on', (round) => {
  const match = streetIn(round);
  const before = match.state;
  let together: readonly unknown[] = [];
  let apart: readonly unknown[] = [];
  const roundsTogether = roundsOf(() => {
    together = endsWith(match, FIRM, STREET_FIRMS);
  });
  const roundsApart = roundsOf(() => {
    apart = STREET_FIRMS.map((policy) => match.branch(FIRM, policy).playToEnd());
  });
  expect(together).toEqual(apart);
  expect(new Set(together).size).toBeGreaterThan(1);
  expect(roundsTogether).toBeLessThan(roundsApart);
  expect(match.state).toBe(before);
});

test('policies that always plan alike end as one', () => {
  const match = streetIn(11);
  const [one, other] = endsWith(match, FIRM, ['merger', 'merger']);
  expect(one).toBe(other);
  expect(one).toEqual(match.branch(FIRM, 'merger').playToEnd());
});

test('the same plans twice end as one, others by themselves', () => {
  const match = streetIn(9);
  const plans = match.plans();
  const others = match.branch(FIRM, 'merger').plans();
  expect(others).not.toEqual(plans);
  const endAfter = endsAfter(match);
  const end = endAfter(plans);
  expect(endAfter([...plans])).toBe(end);
  expect(end).toEqual(match.branch().playToEnd());
  const branch = match.branch();
  branch.playRound(others);
  expect(endAfter(others)).toEqual(branch.playToEnd());
  expect(endAfter(others)).not.toEqual(end);
});
