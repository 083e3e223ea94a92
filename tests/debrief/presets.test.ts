/** Presets are legal wherever they are offered, and spelt-out plans come out unchanged. */
import { describe, expect, test } from 'vitest';
import { type Chronicle, chronicleOf, momentAt } from '../../shared/debrief/chronicle.ts';
import { type OwnPlan, ownPlan, presetPlan, presetsFor } from '../../shared/debrief/presets.ts';
import { checkPlan } from '../../shared/engine/check-plan.ts';
import { isRefusal } from '../../shared/engine/refusals.ts';
import { recorded } from './districts.ts';

const chronicle = chronicleOf(recorded({ firms: ['cooperate', 'merger'], universities: 'open', government: 'enable' }));

function planPhase(of: Chronicle, round: number) {
  const state = momentAt(of, round, 'plan')?.state;
  if (state === undefined) throw new Error('no such round');
  return state;
}

describe('presets', () => {
  test('are legal for every seat in every round', () => {
    for (let round = 1; round <= 12; round++) {
      const state = planPhase(chronicle, round);
      for (const { seat, kind } of state.actors) {
        for (const preset of presetsFor(kind)) {
          const plan = presetPlan(state, seat, preset);
          if (plan === undefined) throw new Error(`${preset} is not for ${kind}`);
          expect([round, seat, preset, isRefusal(checkPlan(state, seat, plan))]).toEqual([round, seat, preset, false]);
        }
      }
    }
  });

  test('are not for other kinds of seat', () => {
    expect(presetPlan(planPhase(chronicle, 1), 0, 'publish')).toBeUndefined();
    expect(presetPlan(planPhase(chronicle, 1), 10, 'trade')).toBeUndefined();
  });
});

describe('a plan of one’s own', () => {
  const state = planPhase(chronicle, 5);
  const own: OwnPlan = { points: { trade: 2.5, research: 0.5 }, deal: 'none', dealWith: 0 };
  const withPartners = state.actors.find(
    ({ seat, kind }) => kind === 'firm' && state.pacts.filter(({ a, b }) => a === seat || b === seat).length > 1,
  );

  test('shares what is left equally with the partners there are', () => {
    const plan = ownPlan(state, withPartners?.seat ?? 0, own);
    if (plan.kind !== 'firm') throw new Error('not a firm');
    expect(plan).toMatchObject({ trade: 2.5, research: 0.5 });
    expect(plan.shares.length).toBeGreaterThan(1);
    expect(plan.shares.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(3, 9);
    expect(isRefusal(checkPlan(state, withPartners?.seat ?? 0, plan))).toBe(false);
  });

  test('breaks, wishes, sells and borrows as it says', () => {
    const seat = withPartners?.seat ?? 0;
    expect(ownPlan(state, seat, { ...own, deal: 'breakAll' })).toMatchObject({ shares: [], deal: { wishes: [] } });
    expect(ownPlan(state, seat, { ...own, deal: 'sell', dealWith: 3 })).toMatchObject({ deal: { buyer: 3 } });
    expect(ownPlan(state, seat, { ...own, deal: 'loan' })).toMatchObject({ deal: { kind: 'loan' } });
    const wishing = ownPlan(state, seat, { ...own, deal: 'wishAll' });
    expect(isRefusal(checkPlan(state, seat, wishing))).toBe(false);
  });

  test('of a government body is a budget', () => {
    expect(ownPlan(state, 10, { ...own, points: { law: 1, fund: 0.5 } })).toEqual({
      kind: 'government',
      command: 0,
      law: 1,
      reform: 0,
      fund: 0.5,
      training: 0,
    });
  });
});
