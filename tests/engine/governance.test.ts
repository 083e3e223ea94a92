import { describe, expect, test } from 'vitest';
import { budgetOf, headOf } from '../../shared/engine/queries.ts';
import { resolve } from '../../shared/engine/resolve.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import { BEZ, BUREAU, eventOf, firm, governmentPlan, planning, resolved, withFirms } from './support.ts';

/** A district with this much tax in the round before. */
function taxed(tax: number): DistrictState {
  const after = resolved(planning()).state;
  return { ...after, history: after.history.map((round) => ({ ...round, tax })) };
}

describe('governance', () => {
  test('G1 three points in the first round, for each body', () => {
    expect(budgetOf(planning(), BUREAU)).toBe(3);
    expect(budgetOf(planning(), BEZ)).toBe(3);
  });

  test.each([
    [0, 2],
    [16, 4],
    [11, 3.3],
    [100, 6],
  ])('G1 a district that paid %d in tax has a budget of %d', (tax, budget) => {
    expect(budgetOf(taxed(tax), BUREAU)).toBe(budget);
  });

  test('G2 law grows by both bodies’ points, decays, and stays within 0 and 1', () => {
    const plans = { [BUREAU]: governmentPlan({ law: 2 }), [BEZ]: governmentPlan({ law: 1 }) };
    expect(resolved({ ...planning(), law: 0.3 }, plans).state.law).toBeCloseTo(0.58, 12);
    expect(resolved({ ...planning(), law: 0.95 }, plans).state.law).toBe(1);
    expect(resolved({ ...planning(), law: 0.01 }).state.law).toBe(0);
  });

  test('G2 an office without a plan spends nothing', () => {
    const { events } = resolve(planning());
    const idle = { command: 0, law: 0, reform: 0, fund: 0, training: 0 };
    expect(eventOf(events, 'PolicyMade').spent).toEqual([BUREAU, BEZ].map((seat) => ({ seat, points: idle })));
  });

  test('G3 the fund fills', () => {
    expect(resolved(planning(), { [BEZ]: governmentPlan({ fund: 3 }) }).state.fund).toBeCloseTo(7.5, 12);
  });

  test('G4 reform lowers ownership distance to its floor', () => {
    const plans = { [BUREAU]: governmentPlan({ reform: 3 }) };
    expect(resolved(planning(), plans).state.distance).toBeCloseTo(0.3, 12);
    expect(resolved({ ...planning(), distance: 0.2 }, plans).state.distance).toBe(0.1);
  });

  test('G5 training adds to common knowledge, and counts this round', () => {
    const { events } = resolved(planning(), { [BEZ]: governmentPlan({ training: 2 }) });
    expect(eventOf(events, 'PolicyMade').commons).toBeCloseTo(3.6, 12);
    const { fromCommons } = eventOf(events, 'KnowledgeGrew');
    const without = eventOf(resolved(planning()).events, 'KnowledgeGrew').fromCommons;
    expect((fromCommons[0] ?? 0) / (without[0] ?? 1)).toBeCloseTo(3.6 / 2, 12);
  });

  test('G6 two points of command in all: the largest tree absorbs the poorest independent state spin-off', () => {
    const poor = withFirms(planning(), { 2: { cash: 9 }, 4: { cash: 5 }, 5: { cash: 1 } });
    const plans = { [BUREAU]: governmentPlan({ command: 1.2 }), [BEZ]: governmentPlan({ command: 0.8 }) };
    const { state, events } = resolved(poor, plans);
    const absorbed = eventOf(events, 'FirmAbsorbed');
    expect(absorbed).toMatchObject({ firm: 4, head: 0 });
    expect(absorbed.gift).toBeCloseTo(0.4, 12);
    expect(firm(state, 4)).toMatchObject({ owner: 0, forced: true });
  });

  test('G6 less than two points of command absorb nobody', () => {
    const { events } = resolved(planning(), { [BUREAU]: governmentPlan({ command: 1.9 }) });
    expect(events.some(({ type }) => type === 'FirmAbsorbed')).toBe(false);
  });

  test('G6 a tree grows by command to six firms and no further', () => {
    const five = withFirms(planning(), { 1: { owner: 3 }, 5: { owner: 3 }, 7: { owner: 3 }, 0: { owner: 3 } });
    const plans = { [BUREAU]: governmentPlan({ command: 3 }) };
    const six = resolved(five, plans).state;
    expect(headOf(six.firms, 2)).toBe(3);
    const { events } = resolved(six, plans);
    expect(events.some(({ type }) => type === 'FirmAbsorbed')).toBe(false);
  });

  test('G6 an absorbed firm brings its own tree, if it fits', () => {
    const trees = withFirms(planning(), {
      1: { owner: 3 },
      5: { owner: 3 },
      7: { owner: 3 },
      0: { owner: 2 },
      2: { cash: 1 },
    });
    const { state } = resolved(trees, { [BUREAU]: governmentPlan({ command: 2 }) });
    expect(headOf(state.firms, 0)).toBe(3);
    expect(firm(state, 0)).toMatchObject({ owner: 2, forced: false });
    expect(firm(state, 2).forced).toBe(true);
  });
});
