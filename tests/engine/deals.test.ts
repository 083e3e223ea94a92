import { describe, expect, test } from 'vitest';
import type { Plan } from '../../shared/engine/plans.ts';
import { forestOf, hasPact } from '../../shared/engine/queries.ts';
import { draw } from '../../shared/engine/random.ts';
import { priceOf } from '../../shared/engine/rules/deals.ts';
import {
  eventOf,
  firm,
  firmPlan,
  inRound,
  leave,
  PKU,
  planning,
  resolved,
  universityPlan,
  wish,
  withFirms,
  withPacts,
} from './support.ts';

const wishing = (...seats: readonly number[]): Plan => firmPlan(3, 3, [], wish(...seats));
const buying = (...sellers: readonly number[]): Plan => firmPlan(6, 0, [], { kind: 'buy', sellers });
const selling = (buyer: number): Plan => firmPlan(6, 0, [], { kind: 'sell', buyer });

describe('pacts', () => {
  test('D1 a pact needs both wishes', () => {
    expect(hasPact(resolved(planning(), { 0: wishing(1) }).state.pacts, 0, 1)).toBe(false);
    expect(hasPact(resolved(planning(), { 0: wishing(1), 1: wishing(0) }).state.pacts, 0, 1)).toBe(true);
  });

  test('D1 universities make pacts too', () => {
    const plans = { 1: wishing(PKU), [PKU]: universityPlan({ publish: 6, wishes: [1] }) };
    expect(hasPact(resolved(planning(), plans).state.pacts, 1, PKU)).toBe(true);
  });

  test('D1 a pact stands until one side breaks it, against the other’s will', () => {
    const pacts = withPacts(planning(), [0, 1], [0, 2]);
    expect(resolved(pacts).state.pacts).toHaveLength(2);
    const { state, events } = resolved(pacts, { 1: firmPlan(6, 0, [], leave(0)) });
    expect(eventOf(events, 'PactBroken')).toEqual({ type: 'PactBroken', by: 1, with: 0 });
    expect(state.pacts).toEqual([{ a: 0, b: 2, since: 0 }]);
  });

  test('D1 breaks come before pacts: what one leaves makes room for another', () => {
    const full = withPacts(planning(), [0, 1], [0, 2], [0, 3]);
    const plans = { 0: firmPlan(6, 0, [], { kind: 'cooperate', wishes: [4], breaks: [1] }), 4: wishing(0) };
    expect(hasPact(resolved(full, plans).state.pacts, 0, 4)).toBe(true);
  });

  test('D2 nobody holds more than three pacts', () => {
    const everyone = Object.fromEntries(
      [0, 1, 2, 3, 4, 5, 6, 7].map((seat) => [
        seat,
        wishing(...[0, 1, 2, 3, 4, 5, 6, 7].filter((other) => other !== seat)),
      ]),
    );
    const { state } = resolved(planning(), everyone);
    for (const seat of [0, 1, 2, 3, 4, 5, 6, 7]) {
      expect(state.pacts.filter(({ a, b }) => a === seat || b === seat).length).toBeLessThanOrEqual(3);
    }
    expect(state.pacts.length).toBeGreaterThanOrEqual(10);
  });

  test('D2 which of too many wishes come true differs from seed to seed', () => {
    const plans = Object.fromEntries([1, 2, 3, 4, 5].map((seat) => [seat, wishing(0)]));
    const partners = (seed: number) =>
      resolved(planning({ seed }), { ...plans, 0: wishing(1, 2, 3, 4, 5) })
        .state.pacts.map(({ b }) => b)
        .join();
    expect(new Set([1, 2, 3, 4, 5, 6, 7, 8].map(partners)).size).toBeGreaterThan(2);
  });

  test('D2 a foreign partner takes the room of two pacts', () => {
    const foreign = withFirms(planning(), { 0: { foreignStakes: 1 } });
    const { state } = resolved(foreign, { 0: wishing(1, 2), 1: wishing(0), 2: wishing(0) });
    expect(state.pacts).toHaveLength(1);
    const full = withFirms(withPacts(planning(), [0, 3]), { 0: { foreignStakes: 1 } });
    expect(resolved(full, { 0: wishing(1), 1: wishing(0) }).state.pacts.map(({ b }) => b)).toEqual([3]);
  });
});

describe('mergers', () => {
  test('D4 D5 consent of both, price 3 + .3 K from buyer to seller', () => {
    const { events } = resolved(planning(), { 0: buying(3), 3: selling(0) });
    const { price } = eventOf(events, 'FirmSold');
    expect(price).toBeCloseTo(4.2, 12);
    expect(resolved(planning(), { 0: buying(3) }).events.some(({ type }) => type === 'FirmSold')).toBe(false);
    expect(resolved(planning(), { 3: selling(0) }).events.some(({ type }) => type === 'FirmSold')).toBe(false);
  });

  test('D5 a buyer may spend its last cash, and not a hair more', () => {
    const price = priceOf(planning(), 3);
    const sold = (cash: number) => {
      const buyer = withFirms(planning(), { 0: { cash } });
      return resolved(buyer, { 0: buying(3), 3: selling(0) }).events.some(({ type }) => type === 'FirmSold');
    };
    expect([sold(price), sold(price - 1e-12)]).toEqual([true, false]);
  });

  test('D3 D5 several sales are settled in seat order while the buyer can pay', () => {
    const { state } = resolved(planning(), { 1: buying(2, 4, 6), 2: selling(1), 4: selling(1), 6: selling(1) });
    expect(firm(state, 2).owner).toBe(1);
    expect(firm(state, 4).owner).toBe(1);
    expect(firm(state, 6).owner).toBeUndefined();
  });

  test('D4 at most four firms together, the seller’s tree included', () => {
    const trees = withFirms(planning(), { 1: { owner: 0 }, 2: { owner: 0 }, 4: { owner: 3 }, 0: { cash: 50 } });
    const { events } = resolved(trees, { 0: buying(3, 5), 3: selling(0), 5: selling(0) });
    expect(eventOf(events, 'FirmSold').seller).toBe(5);
    expect(events.filter(({ type }) => type === 'FirmSold')).toHaveLength(1);
  });

  test('D4 a seller brings its tree under the buyer', () => {
    const trees = withFirms(planning(), { 4: { owner: 3 } });
    const { state } = resolved(trees, { 0: buying(3), 3: selling(0) });
    expect(forestOf(state.firms).head.slice(0, 5)).toEqual([0, 1, 2, 0, 0]);
    expect(firm(state, 4).owner).toBe(3);
  });
});

test('D3 breaks, then pacts, then mergers, then capital', () => {
  const { events } = resolved(withPacts(planning(), [6, 7]), {
    0: firmPlan(6, 0, [], { kind: 'loan' }),
    1: selling(2),
    2: buying(1),
    4: wishing(5),
    5: wishing(4),
    7: firmPlan(6, 0, [], leave(6)),
  });
  const deals = ['PactBroken', 'PactFormed', 'FirmSold', 'LoanTaken'];
  expect(events.map(({ type }) => type as string).filter((type) => deals.includes(type))).toEqual(deals);
});

describe('capital', () => {
  const asking = (kind: 'loan' | 'venture' | 'foreign'): Plan => firmPlan(6, 0, [], { kind });

  test('D6 a loan brings ten', () => {
    const { events } = resolved(planning(), { 1: asking('loan') });
    expect(eventOf(events, 'LoanTaken')).toMatchObject({ firm: 1, cash: 10, loan: { owed: 10, instalmentsLeft: 4 } });
  });

  test('D7 a full fund grants nine in ten and pays for it; in seat order while it holds ten', () => {
    let granted = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const { state, events } = resolved({ ...planning({ seed }), fund: 12 }, { 1: asking('venture') });
      const grant = events.find((event) => event.type === 'VentureGranted');
      if (grant === undefined) continue;
      granted++;
      expect(grant).toMatchObject({ firm: 1, cash: 10, due: 10 });
      expect(state.fund).toBeCloseTo(2, 12);
      expect(firm(state, 1)).toMatchObject({ ventureStakes: 1, ventureDue: 10 });
    }
    expect(granted / 200).toBeGreaterThan(0.83);
    expect(granted / 200).toBeLessThan(0.97);
  });

  test('D7 luck below the chance is granted, and luck of just that much is not', () => {
    const luck = draw(1, 'venture', 1, 1);
    const granted = (ventureChance: number) =>
      resolved(planning({ parameters: { ventureChance } }), { 1: asking('venture') }).events.some(
        ({ type }) => type === 'VentureGranted',
      );
    expect([granted(luck), granted(luck + 1e-12)]).toEqual([false, true]);
  });

  test('D7 without a fund, one in eighteen', () => {
    let granted = 0;
    for (let seed = 1; seed <= 600; seed++) {
      const { events } = resolved(planning({ seed }), { 1: asking('venture') });
      if (events.some(({ type }) => type === 'VentureGranted')) granted++;
      else expect(eventOf(events, 'VentureRefused').firm).toBe(1);
    }
    expect(granted / 600).toBeGreaterThan(0.03);
    expect(granted / 600).toBeLessThan(0.09);
  });

  test('D8 a foreign partner brings cash and knowledge at once', () => {
    const sixth = inRound(planning(), 6);
    const { before, state, events } = resolved(sixth, { 1: asking('foreign') });
    expect(eventOf(events, 'ForeignPartnerJoined')).toMatchObject({ firm: 1, cash: 10, knowledge: 3 });
    expect(firm(state, 1).foreignStakes).toBe(1);
    expect(firm(state, 1).knowledge - firm(resolved(before).state, 1).knowledge).toBeCloseTo(2.7, 12);
  });

  test('D8 and ends the pacts it leaves no room for, those least trusted first; their shares go to own research', () => {
    const partnered = withPacts(inRound(planning(), 6), [0, 1], [1, 2], [1, 3]);
    const seats = partnered.actors.length;
    const trust = partnered.trust.map((value, index) => (index === seats + 2 ? 0.7 : value));
    const plan: Plan = {
      ...firmPlan(3, 1, [
        { to: 0, points: 1 },
        { to: 2, points: 1 },
      ]),
      deal: { kind: 'foreign' },
    };
    const { state, events } = resolved({ ...partnered, trust }, { 1: plan });
    const ended = events.flatMap((event) => (event.type === 'PactBroken' ? [[event.by, event.with]] : []));
    expect(ended).toEqual([
      [1, 0],
      [1, 3],
    ]);
    expect(state.pacts.map(({ a, b }) => [a, b])).toEqual([[1, 2]]);
    expect(eventOf(events, 'KnowledgeGrew').shared.slice(seats, seats + 4)).toEqual([0, 0, 1, 0]);
  });
});
