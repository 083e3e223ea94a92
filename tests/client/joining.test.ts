/** What the panel says about selling the firm, before anybody agrees. */
import { expect, test } from 'vitest';
import { draftOf } from '../../client/state/draft.ts';
import { joiningBrings } from '../../client/state/leaving.ts';
import type { FirmPlan } from '../../shared/engine/plans.ts';
import { type SeatView, viewFor } from '../../shared/engine/view.ts';
import { districtAt, FIRM } from './district.ts';

const PLAN: FirmPlan = { kind: 'firm', trade: 2, research: 4, shares: [], deal: { kind: 'none' } };
const HEAD = 3;

const freeIn = (round: number): SeatView => viewFor(districtAt({ round }).state, FIRM);
const bringsIn = (view: SeatView) => joiningBrings(draftOf(PLAN), view, HEAD);

test('joining is forecast for three years, near the end for all that are left', () => {
  expect(bringsIn(freeIn(5))).toMatchObject({ years: 3, toTheEnd: false });
  expect(bringsIn(freeIn(9))).toMatchObject({ years: 4, toTheEnd: true });
});

test('in the last year joining brings the price less a fifth of the income', () => {
  const view = freeIn(12);
  const change = bringsIn(view)?.change ?? Number.NaN;
  expect(change).toBeLessThan(view.quotes.ownPrice);
  expect(change).toBeGreaterThan(0);
});

test('the price counts in full, and without a plan there is no figure', () => {
  const view = freeIn(9);
  const dearer = { ...view, quotes: { ...view.quotes, ownPrice: view.quotes.ownPrice + 2 } };
  expect((bringsIn(dearer)?.change ?? 0) - (bringsIn(view)?.change ?? 0)).toBeCloseTo(2, 6);
  const { lastPlan: _, ...first } = view;
  expect(joiningBrings(draftOf({ ...PLAN, trade: 1 }), first, HEAD)).toBeUndefined();
});
