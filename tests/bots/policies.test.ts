/** Bots file legal plans with any company, in any district, from what a seat may see. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { botRandom, defaultPolicy, isPolicyFor, mixedPolicies, POLICIES, policyFor } from '../../shared/bots/index.ts';
import { ACTOR_KINDS, type ActorKind } from '../../shared/engine/actors.ts';
import type { Parameters } from '../../shared/engine/parameters.ts';
import { type Plan, tenths } from '../../shared/engine/plans.ts';
import { viewFor } from '../../shared/engine/view.ts';
import { bots as english } from '../../shared/i18n/en/bots.ts';
import { rosterFor } from '../../shared/scenarios/index.ts';
import { zhongguancun } from '../../shared/scenarios/zhongguancun/index.ts';
import { Match } from '../../shared/simulation/match.ts';

/** A district of any size, with each seat's policy picked by a number. */
function anyMatch(seed: number, seats: number, picks: readonly number[], parameters: Partial<Parameters> = {}): Match {
  const roster = rosterFor(zhongguancun, seats);
  const policies = roster.map(({ kind }, seat) => {
    const names: readonly string[] = POLICIES[kind];
    return names[(picks[seat] ?? 0) % names.length] ?? '';
  });
  return new Match({ scenario: zhongguancun, roster, seed, policies, parameters });
}

const districts = fc.tuple(
  fc.integer({ min: 0, max: 1e9 }),
  fc.integer({ min: 4, max: 16 }),
  fc.array(fc.nat(100), { minLength: 16, maxLength: 16 }),
);

function pointsIn(plan: Plan): number {
  switch (plan.kind) {
    case 'firm':
      return plan.shares.reduce((sum, share) => sum + tenths(share.points), tenths(plan.trade) + tenths(plan.research));
    case 'university': {
      const own = tenths(plan.publish) + tenths(plan.outside) + tenths(plan.shelter) + tenths(plan.open);
      return plan.shares.reduce((sum, share) => sum + tenths(share.points), own);
    }
    case 'government':
      return [plan.command, plan.law, plan.reform, plan.fund, plan.training].reduce((sum, one) => sum + tenths(one), 0);
  }
}

describe('bots', () => {
  test('play whole games of any size and company without one refusal', () => {
    fc.assert(
      fc.property(districts, ([seed, seats, picks]) => {
        const match = anyMatch(seed, seats, picks);
        while (match.state.phase !== 'ended') {
          const plans = match.plans();
          for (const [seat, plan] of plans.entries()) {
            const { budget } = viewFor(match.state, seat);
            if (plan.kind === 'government') expect(pointsIn(plan)).toBeLessThanOrEqual(tenths(budget));
            else expect(pointsIn(plan)).toBe(tenths(budget));
          }
          match.playRound();
        }
        expect(match.state.history).toHaveLength(zhongguancun.parameters.rounds);
      }),
      { numRuns: 60 },
    );
  });

  test('place whatever effort a district gives them, down to a tenth of a point', () => {
    fc.assert(
      fc.property(districts, fc.integer({ min: 1, max: 120 }), ([seed, seats, picks], tenthsOfEffort) => {
        const match = anyMatch(seed, seats, picks, { effort: tenthsOfEffort / 10 });
        while (match.state.phase !== 'ended') {
          for (const plan of match.plans()) {
            if (plan.kind !== 'government') expect(pointsIn(plan)).toBe(tenthsOfEffort);
          }
          match.playRound();
        }
      }),
      { numRuns: 40 },
    );
  });

  test('decide from their view alone: a change in what they may not see changes no plan', () => {
    fc.assert(
      fc.property(districts, fc.nat(15), ([seed, seats, picks], pick) => {
        const match = anyMatch(seed, seats, picks);
        match.playRound();
        match.playRound();
        const before = match.plans();
        const seat = pick % seats;
        const { state } = match;
        const policy = policyFor(state.seats[seat]?.policy ?? '');
        const richer = {
          ...state,
          firms: state.firms.map((firm, other) =>
            other === seat ? firm : { ...firm, cash: firm.cash + 3, ventureDue: 1 },
          ),
          trust: state.trust.map((value, index) => (Math.floor(index / seats) === seat ? value : value / 2)),
        };
        expect(policy?.(viewFor(richer, seat), botRandom(seed, seat))).toEqual(before[seat]);
      }),
      { numRuns: 60 },
    );
  });

  test('repeat themselves: the same district and seat make the same plan', () => {
    const one = anyMatch(7, 12, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    const other = anyMatch(7, 12, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    for (let round = 0; round < 4; round++) {
      expect(one.plans()).toEqual(other.plans());
      one.playRound();
      other.playRound();
    }
  });

  test('have names and descriptions in the language files, and none there is without a bot', () => {
    const names = new Set<string>(ACTOR_KINDS.flatMap((kind: ActorKind) => POLICIES[kind]));
    for (const name of names) {
      expect(policyFor(name), name).toBeTypeOf('function');
      expect(english, name).toHaveProperty(name);
      expect(english, name).toHaveProperty(`${name}-about`);
    }
    for (const key of Object.keys(english)) expect(names).toContain(key.replace(/-about$/, ''));
  });

  test('know who may play what', () => {
    expect(isPolicyFor('firm', 'tit-for-tat')).toBe(true);
    expect(isPolicyFor('university', 'tit-for-tat')).toBe(false);
    expect(policyFor('no-such-bot')).toBeUndefined();
    for (const kind of ACTOR_KINDS) expect(isPolicyFor(kind, defaultPolicy(kind))).toBe(true);
    for (const [seat, name] of mixedPolicies(zhongguancun.roster, 1).entries()) {
      expect(isPolicyFor(zhongguancun.roster[seat]?.kind ?? 'firm', name)).toBe(true);
    }
  });
});
