import { describe, expect, test } from 'vitest';
import { flexibilityOf } from '../../shared/engine/flexibility.ts';
import { quotedMargin } from '../../shared/engine/rules/market.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import { viewFor } from '../../shared/engine/view.ts';
import {
  BEZ,
  EVEN_LUCK,
  eventOf,
  firm,
  firmPlan,
  governmentPlan,
  inRound,
  planning,
  resolved,
  withFirms,
  withPacts,
} from './support.ts';

/** Nothing is learnt, so knowledge only decays: 10 becomes 9. */
function district(round = 1): DistrictState {
  const still = planning({ parameters: { ...EVEN_LUCK, startCommons: 0, startKnowledge: 10 } });
  return inRound(still, round);
}

const TREE = { 1: { owner: 0 }, 2: { owner: 0 }, 3: { owner: 0 } } as const;

describe('market', () => {
  test('M1 M3 M4 an independent firm before and after the shock', () => {
    const product = (round: number) => eventOf(resolved(district(round)).events, 'MarketCleared').product[0];
    expect(product(1)).toBeCloseTo(0.38 * 9 * (0.75 + 1.15 * 0.25 * 0.65), 12);
    expect(product(7)).toBeCloseTo(3.2041125, 12);
    expect(product(8)).toBeCloseTo(0.38 * 9 * (0.25 + 1.15 * 0.75 * 0.65), 12);
  });

  test('M2 M3 a tree of four gains by scale and loses by stiffness', () => {
    const product = (round: number) =>
      eventOf(resolved(withFirms(district(round), TREE)).events, 'MarketCleared').product[1];
    expect(product(1)).toBeCloseTo(0.38 * 9 * (0.75 * 1.225 + 1.15 * 0.25 * 0.3), 12);
    expect(product(8)).toBeCloseTo(0.38 * 9 * (0.25 * 1.225 + 1.15 * 0.75 * 0.3), 12);
  });

  test('M3 each doubling of a tree stiffens as much as the one before, in any size a district can have', () => {
    const { parameters } = planning();
    const unbounded = { ...parameters, flexibilityTreeFloor: -100 };
    for (let size = 2; size <= 16; size += 1) {
      const lost = parameters.flexibility - flexibilityOf(unbounded, size, 0);
      expect(lost / parameters.flexibilityTreeLoss, `${size} firms`).toBeCloseTo(Math.log2(size), 12);
    }
  });

  test('M3 pacts both sides kept in the round before make flexible, up to a limit', () => {
    const sharing = (to: number) => firmPlan(5.5, 0, [{ to, points: 0.5 }]);
    const kept = resolved(withPacts(district(), [0, 1]), { 0: sharing(1), 1: sharing(0) }).state;
    const { product } = eventOf(resolved(kept).events, 'MarketCleared');
    const knowledge = (seat: number) => firm(resolved(kept).state, seat).knowledge;
    expect(product[0]).toBeCloseTo(0.38 * knowledge(0) * (0.75 + 1.15 * 0.25 * 0.77), 12);
    const half = resolved(withPacts(district(), [0, 1]), { 0: sharing(1) }).state;
    const alone = eventOf(resolved(half).events, 'MarketCleared').product[0];
    expect(alone).toBeCloseTo(0.38 * firm(resolved(half).state, 0).knowledge * (0.75 + 1.15 * 0.25 * 0.65), 12);
  });

  test('M5 margins fall with the years and with the crowd', () => {
    expect(eventOf(resolved(district()).events, 'MarketCleared').margin).toBeCloseTo(1.7 * 0.75, 12);
    expect(eventOf(resolved(district(3)).events, 'MarketCleared').margin).toBeCloseTo(1.7 * 0.9409 * 0.75, 12);
    const plans = Object.fromEntries([0, 1, 2, 3].map((seat) => [seat, firmPlan(0, 6)]));
    expect(eventOf(resolved(district(), plans).events, 'MarketCleared').margin).toBeCloseTo(1.7 * 0.875, 12);
  });

  test('M5 from the shock on a point of trade earns more, and a crowd spoils more of it', () => {
    const quoted = 1.7 * 0.8079828447811 * 1.2;
    expect(quotedMargin(district(8))).toBeCloseTo(quoted, 10);
    const crowd = eventOf(resolved(district(8)).events, 'MarketCleared');
    expect(crowd.margin).toBeCloseTo(quoted * 0.4, 10);
    const plans = Object.fromEntries([0, 1, 2, 3, 4, 5].map((seat) => [seat, firmPlan(0, 6)]));
    expect(eventOf(resolved(district(8), plans).events, 'MarketCleared').margin).toBeCloseTo(quoted * 0.85, 10);
  });

  test('M5 a seat is quoted the margin, and what it were if all traded as last year', () => {
    const next = inRound(resolved(district(7), { 0: firmPlan(0, 6), 1: firmPlan(0, 6) }).state, 8);
    const { margin, marginAsLast } = viewFor(next, 0).quotes;
    expect(margin).toBe(quotedMargin(next));
    expect(marginAsLast).toBeCloseTo(margin * (1 - 0.6 * 0.75), 12);
  });

  test('M6 trade earns the margin, and scale helps traders too', () => {
    const { trade } = eventOf(resolved(withFirms(district(), TREE)).events, 'MarketCleared');
    expect(trade[4]).toBeCloseTo(6 * 1.275, 12);
    expect(trade[0]).toBeCloseTo(6 * 1.275 * 1.084375, 12);
  });
});

describe('accounts', () => {
  const income = 3.2041125 + 7.65;

  test('A1 A3 a lone firm pays tax and upkeep', () => {
    const { state, events } = resolved(district());
    const settled = eventOf(events, 'AccountsSettled');
    expect(settled.tax[0]).toBeCloseTo(0.08 * income, 12);
    expect(settled.upkeep[0]).toBe(5.5);
    expect(firm(state, 0).cash).toBeCloseTo(12 + income * 0.92 - 5.5, 12);
  });

  test('A1 a certified firm pays half the tax', () => {
    const { events } = resolved(district(5), { [BEZ]: governmentPlan({ list: [0] }) });
    const { tax } = eventOf(events, 'AccountsSettled');
    const { product, trade } = eventOf(events, 'MarketCleared');
    const earned = (seat: number) => (product[seat] ?? 0) + (trade[seat] ?? 0);
    expect(tax[0]).toBeCloseTo(0.04 * earned(0), 12);
    expect(tax[1]).toBeCloseTo(0.08 * earned(1), 12);
  });

  test('A2 venture and foreign partners take their share of the product', () => {
    const held = withFirms(district(), { 0: { ventureStakes: 2 }, 4: { foreignStakes: 1 } });
    const { investorFees } = eventOf(resolved(held).events, 'AccountsSettled');
    expect(investorFees[0]).toBeCloseTo(0.2 * 3.2041125, 12);
    expect(investorFees[4]).toBeCloseTo(0.2 * 3.2041125, 12);
  });

  test('A3 a tree saves on upkeep and pays for coordination', () => {
    const { upkeep } = eventOf(resolved(withFirms(district(), TREE)).events, 'AccountsSettled');
    expect(upkeep[2]).toBeCloseTo(5.5 * (1 - 0.25 * 0.75) + 0.45, 12);
  });

  test('A4 subsidiaries pay the head, however deep they sit', () => {
    const deep = withFirms(district(), { 1: { owner: 0 }, 2: { owner: 1 } });
    const { state, events } = resolved(deep);
    const { tribute } = eventOf(events, 'AccountsSettled');
    const incomes = state.history.at(-1)?.incomeBySeat ?? [];
    expect(tribute[2]).toBeCloseTo(-0.2 * (incomes[2] ?? 0), 12);
    expect(tribute[0]).toBeCloseTo(0.2 * ((incomes[1] ?? 0) + (incomes[2] ?? 0)), 12);
    expect(tribute.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 12);
  });

  test('A4 a firm absorbed by command pays its head nothing', () => {
    const { tribute } = eventOf(
      resolved(withFirms(district(), { 1: { owner: 0, forced: true }, 2: { owner: 0 } })).events,
      'AccountsSettled',
    );
    expect(tribute[1]).toBe(0);
    expect(tribute[2]).toBeLessThan(0);
    expect(tribute[0]).toBeCloseTo(-(tribute[2] ?? 0), 12);
  });

  test('A5 a loan is paid back in four instalments, with interest on what is still owed', () => {
    let { state } = resolved(district(), { 0: firmPlan(6, 0, [], { kind: 'loan' }) });
    const services: number[] = [];
    for (let round = 1; round <= 5; round++) {
      services.push(state.flows?.debtService[0] ?? Number.NaN);
      state = resolved(state).state;
    }
    const expected = [3.7, 3.4, 3.1, 2.8, 0];
    for (const [index, service] of services.entries()) expect(service).toBeCloseTo(expected[index] ?? 0, 12);
    expect(firm(state, 0).loans).toEqual([]);
  });

  test('A6 enough research and sharing earns what investors are due', () => {
    const due = withFirms(withPacts(district(), [0, 2]), {
      0: { ventureDue: 10 },
      1: { ventureDue: 10 },
      3: { ventureDue: 1 },
    });
    const plans = { 0: firmPlan(3, 1, [{ to: 2, points: 2 }]), 1: firmPlan(3.1, 2.9), 3: firmPlan(0, 6) };
    const { state } = resolved(due, plans);
    expect(firm(state, 0).ventureDue).toBe(8.75);
    expect(firm(state, 1).ventureDue).toBe(10);
    expect(firm(state, 3).ventureDue).toBe(0);
  });
});
