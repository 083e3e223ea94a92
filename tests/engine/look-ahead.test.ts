/** A seat's years ahead by the engine's own rules, from its view alone. */
import { expect, test } from 'vitest';
import { OUTLOOKS } from '../../shared/engine/assumptions.ts';
import { type ExpectedYear, lookAhead } from '../../shared/engine/look-ahead.ts';
import type { FirmPlan, Plan } from '../../shared/engine/plans.ts';
import { type SeatView, viewFor } from '../../shared/engine/view.ts';
import { districtAt, FIRM, SCENARIO } from '../client/district.ts';

const numbers = SCENARIO.parameters;
const ALL_TRADE: FirmPlan = { kind: 'firm', trade: 6, research: 0, shares: [], deal: { kind: 'none' } };

/** 1984, in a street where everybody complements everybody. */
function first(): SeatView {
  const view = viewFor(districtAt({ round: 1 }).state, FIRM);
  return { ...view, public: { ...view.public, distance: 0 } };
}
const ALIKE = { ...numbers, complementSame: 1, complementMiddle: 1, complementFar: 1 };

function shown({ cash, knowledge }: ExpectedYear): readonly number[] {
  return [cash, knowledge].map((value) => Math.round(value * 10) / 10);
}

test('three years of trade alone, and of one pact in which both give three, from 1984', () => {
  const years = { view: first(), numbersIn: () => ALIKE, outlook: 'likely', years: 3 } as const;
  expect(lookAhead({ ...years, plan: ALL_TRADE }).map(shown)).toEqual([
    [15.8, 3.6],
    [19.2, 3.3],
    [22.2, 3],
  ]);
  const [partner] = first().legal.pactWishes.filter(({ refused }) => refused === undefined);
  if (partner === undefined) throw new Error('there is somebody to share with');
  const to = partner.seat;
  const shared: Plan = {
    ...ALL_TRADE,
    trade: 3,
    shares: [{ to, points: 3 }],
    deal: { kind: 'cooperate', wishes: [to], breaks: [] },
  };
  // A new partner is expected to give half of its promise.
  expect(lookAhead({ ...years, plan: shared, promised: { [to]: 6 } }).map(shown)).toEqual([
    [12.2, 5.7],
    [13, 7.7],
    [14.4, 10],
  ]);
});

test('promises move the range, but never its low end', () => {
  const view = first();
  const to = view.legal.pactWishes.find(({ refused }) => refused === undefined)?.seat ?? 0;
  const plan: Plan = {
    ...ALL_TRADE,
    trade: 4,
    shares: [{ to, points: 2 }],
    deal: { kind: 'cooperate', wishes: [to], breaks: [] },
  };
  const learnt = (outlook: (typeof OUTLOOKS)[number], promised?: number) =>
    lookAhead({
      view,
      plan,
      numbersIn: () => ALIKE,
      outlook,
      years: 1,
      ...(promised === undefined ? {} : { promised: { [to]: promised } }),
    })[0]?.knowledge ?? 0;
  expect(learnt('low', 6)).toBe(learnt('low'));
  expect(learnt('likely', 3)).toBeGreaterThan(learnt('likely', 1));
  expect(learnt('high', 6)).toBeGreaterThan(learnt('high', 2));
});

test('the demand shift is not told before it has come', () => {
  const view = first();
  const soon = { view, plan: ALL_TRADE, outlook: 'likely', years: 3 } as const;
  const usual = lookAhead({ ...soon, numbersIn: () => numbers });
  expect(lookAhead({ ...soon, numbersIn: () => ({ ...numbers, shockRound: 2 }) })).toEqual(usual);
});

test('low, likely and high stand in this order, for every seat and plan of a district in its sixth year', () => {
  const { state, plans } = districtAt({ round: 6, policies: 'cooperate', governments: 'command' });
  for (const [seat, plan] of plans.entries()) {
    const view = viewFor(state, seat);
    const [low, likely, high] = OUTLOOKS.map(
      (outlook) => lookAhead({ view, plan, numbersIn: () => numbers, outlook, years: 1 })[0],
    );
    if (low === undefined || likely === undefined || high === undefined) throw new Error('one year was asked for');
    expect(low.knowledge).toBeLessThanOrEqual(likely.knowledge);
    expect(likely.knowledge).toBeLessThanOrEqual(high.knowledge);
  }
});

test('the firms of a tree are taken to have some cash, which is worth something to their head alone', () => {
  const { state } = districtAt({ round: 8, policies: 'merger' });
  const firms = state.firms.flatMap(({ owner }, seat) => {
    const view = viewFor(state, seat);
    if (view.public.seats[seat]?.kind !== 'firm') return [];
    const scoreWith = (startCash: number) =>
      lookAhead({ view, plan: ALL_TRADE, outlook: 'likely', years: 1, numbersIn: () => ({ ...numbers, startCash }) })[0]
        ?.score ?? 0;
    const heads = owner === undefined && state.firms.some((other) => other.owner === seat);
    return [{ heads, better: scoreWith(numbers.startCash) > scoreWith(0) }];
  });
  expect(firms.map(({ better }) => better)).toEqual(firms.map(({ heads }) => heads));
  expect(new Set(firms.map(({ heads }) => heads))).toEqual(new Set([true, false]));
});

test('the cash of a year is told as its books are settled, before the firm fails and starts again', () => {
  const { state } = districtAt({ round: 5 });
  const broke = { ...state, firms: state.firms.map((firm, seat) => (seat === FIRM ? { ...firm, cash: -80 } : firm)) };
  const [year, next] = lookAhead({
    view: viewFor(broke, FIRM),
    plan: ALL_TRADE,
    numbersIn: () => numbers,
    outlook: 'likely',
    years: 2,
  });
  expect(year?.cash).toBeLessThan(-60);
  expect(next?.cash).toBeGreaterThan(0);
  expect(year?.score).toBeLessThan(0);
});

test('an office expects pacts that were kept to be kept again', () => {
  const { state, plans } = districtAt({ round: 5, policies: 'cooperate' });
  for (const { seat, kind } of state.actors) {
    const plan = plans[seat];
    if (plan?.kind !== 'government') continue;
    const view = viewFor(state, seat);
    const broken = view.public.pacts.map((pact) => ({ ...pact, kept: false }));
    const [kept, unkept] = [view, { ...view, public: { ...view.public, pacts: broken } }].map(
      (each) => lookAhead({ view: each, plan, numbersIn: () => numbers, outlook: 'likely', years: 1 })[0]?.score ?? 0,
    );
    expect([kind, (kept ?? 0) > (unkept ?? 0)]).toEqual([kind, true]);
  }
});

test('who takes without giving is likely to be given nothing from the second year on', () => {
  const view = viewFor(districtAt({ round: 5, policies: 'cooperate' }).state, FIRM);
  const giving = view.legal.partners.filter((seat) => (view.received[seat] ?? 0) > 0);
  expect(giving.length).toBeGreaterThan(0);
  const learnt = (plan: FirmPlan, year: number) => {
    const years = lookAhead({ view, plan, numbersIn: () => numbers, outlook: 'likely', years: 2 });
    const [first, second] = years;
    if (first === undefined || second === undefined) throw new Error('two years were asked for');
    return year === 0 ? first.knowledge - view.books.knowledge : second.knowledge - first.knowledge;
  };
  const points = 6 / giving.length;
  const sharing: FirmPlan = { ...ALL_TRADE, trade: 0, shares: giving.map((to) => ({ to, points })) };
  expect(learnt(ALL_TRADE, 0)).toBeGreaterThan(learnt(ALL_TRADE, 1) + 0.5);
  expect(learnt(sharing, 1)).toBeGreaterThan(learnt(sharing, 0) * 0.8);
});
