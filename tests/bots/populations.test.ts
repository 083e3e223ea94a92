/** Each population does what its row of the table says, in a real district. */
import { describe, expect, test } from 'vitest';
import { equalShares } from '../../shared/bots/points.ts';
import type { FirmPlan, Plan } from '../../shared/engine/plans.ts';
import { zhongguancun } from '../../shared/scenarios/zhongguancun/index.ts';
import { type Force, Match } from '../../shared/simulation/match.ts';
import { dealPolicies } from '../../shared/simulation/sweep.ts';

function district(
  firms: readonly string[],
  options: { readonly seed?: number; readonly force?: Force; readonly universities?: string } = {},
): Match {
  const { seed = 1, force, universities = 'publish' } = options;
  const policies = dealPolicies(zhongguancun.roster, seed, { firms, universities, bureau: 'idle', bez: 'idle' });
  return new Match({ scenario: zhongguancun, seed, policies, ...(force === undefined ? {} : { force }) });
}

const firmPlans = (plans: readonly Plan[]) => plans.filter((plan): plan is FirmPlan => plan.kind === 'firm');
const partnersOf = (match: Match, seat: number) =>
  match.state.pacts.flatMap(({ a, b }) => (a === seat ? [b] : b === seat ? [a] : []));
const total = (plan: FirmPlan) => plan.shares.reduce((sum, share) => sum + share.points, 0);

describe('cooperate', () => {
  test('trades five points while it has no pact, then lives on two and shares three equally', () => {
    const match = district(['cooperate']);
    for (const plan of firmPlans(match.plans())) expect(plan).toMatchObject({ trade: 5, research: 1, shares: [] });
    match.playRound();
    for (const [seat, plan] of firmPlans(match.plans()).entries()) {
      const partners = partnersOf(match, seat);
      if (partners.length === 0) continue;
      expect(plan.trade).toBe((match.state.firms[seat]?.cash ?? 0) < 6 ? 3 : 2);
      expect(total(plan)).toBeCloseTo(5 - plan.trade, 9);
      const points = plan.shares.map((share) => share.points);
      expect(Math.max(...points) - Math.min(...points)).toBeLessThanOrEqual(0.1 + 1e-9);
    }
  });
});

describe('tit-for-tat', () => {
  test('gives a partner that gave nothing a quarter of a point, rounded, and trades with the rest', () => {
    const defector = 0;
    const match = district(['tit-for-tat'], {
      force: (seat, round, own) => {
        const plan = own();
        if (seat !== defector || round < 2 || plan.kind !== 'firm') return undefined;
        return { ...plan, trade: 6, research: 0, shares: [] };
      },
    });
    match.playRound();
    match.playRound();
    match.playRound();
    const [partner] = partnersOf(match, defector).filter((seat) => seat < 8);
    expect(partner).toBeDefined();
    const plan = match.plans()[partner ?? 0];
    if (plan?.kind !== 'firm') throw new Error('firms file firm plans');
    expect(plan.shares.find((share) => share.to === defector)?.points).toBe(0.3);
    expect(plan.trade + plan.research + total(plan)).toBeCloseTo(6, 9);
    expect(plan.research).toBe(1);
  });
});

describe('partner-choosing', () => {
  test('leaves those who give nothing back, but judges no pact before it could be kept', () => {
    const match = district(['partner-choosing', 'opportunist']);
    match.playRound();
    for (const plan of firmPlans(match.plans())) {
      if (plan.deal.kind === 'cooperate') expect(plan.deal.breaks).toEqual([]);
    }
    match.playRound();
    const breaks = firmPlans(match.plans()).flatMap((plan) => (plan.deal.kind === 'cooperate' ? plan.deal.breaks : []));
    expect(breaks.length).toBeGreaterThan(0);
    for (const seat of breaks) expect(match.state.seats[seat]?.policy).toBe('opportunist');
  });
});

describe('merger', () => {
  test('gathers into trees of four, the lowest seats buying', () => {
    const match = district(['merger']);
    for (let round = 0; round < 6; round++) match.playRound();
    const owned = match.state.firms.filter((firm) => firm.owner !== undefined);
    expect(owned).toHaveLength(6);
  });
});

describe('survival-first', () => {
  test('trades less the richer it is, and asks for capital only when poor and with a partner', () => {
    const match = district(['survival-first-with-loans']);
    for (let round = 0; round < 6; round++) {
      for (const [seat, plan] of firmPlans(match.plans()).entries()) {
        if (plan.deal.kind !== 'loan') continue;
        expect(match.state.firms[seat]?.cash).toBeLessThan(10);
        expect(partnersOf(match, seat).length).toBeGreaterThan(0);
      }
      match.playRound();
    }
    expect(match.state.firms.some((firm) => firm.loans.length > 0)).toBe(true);
  });
});

describe('open university', () => {
  test('opens half its lab and shares the other half with its partners', () => {
    const match = district(['cooperate'], { universities: 'open' });
    expect(match.plans()[8]).toMatchObject({ open: 3, publish: 3, shares: [] });
    match.playRound();
    const plan = match.plans()[8];
    if (plan?.kind !== 'university') throw new Error('universities file university plans');
    expect(partnersOf(match, 8).length).toBeGreaterThan(0);
    expect(plan).toMatchObject({ open: 3, publish: 0 });
    expect(plan.shares.reduce((sum, share) => sum + share.points, 0)).toBeCloseTo(3, 9);
  });
});

describe('equal shares', () => {
  test('add up exactly, and differ by a tenth at most', () => {
    for (let tenths = 0; tenths <= 60; tenths++) {
      for (let count = 1; count <= 6; count++) {
        const points = equalShares(
          tenths,
          Array.from({ length: count }, (_, seat) => seat),
        ).map((share) => Math.round(share.points * 10));
        expect(points.reduce((sum, one) => sum + one, 0)).toBe(tenths);
        if (points.length === count) expect(Math.max(...points) - Math.min(...points)).toBeLessThanOrEqual(1);
      }
    }
  });
});
