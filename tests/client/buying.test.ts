/** What the panel of merging says a firm would bring its buyer. */
import { expect, test } from 'vitest';
import { buyingBrings } from '../../client/state/buying.ts';
import { draftOf } from '../../client/state/draft.ts';
import { priceRange } from '../../client/state/price.ts';
import type { FirmPlan } from '../../shared/engine/plans.ts';
import { numberAt } from '../../shared/engine/queries.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import { viewFor } from '../../shared/engine/view.ts';
import { districtAt, FIRM } from './district.ts';

const PLAN: FirmPlan = { kind: 'firm', trade: 2, research: 4, shares: [], deal: { kind: 'none' } };
const SELLER = 2;

function rich(round: number, cash = 200): SeatView {
  const view = viewFor(districtAt({ round }).state, FIRM);
  return { ...view, books: { ...view.books, cash } };
}

const brings = (view: SeatView, sellers = [SELLER]) => buyingBrings(draftOf(PLAN), view, sellers);

test('near the end it is told of the end, before that of three years', () => {
  expect(brings(rich(5))?.years).toBe(3);
  expect(brings(rich(10))?.years).toBe(3);
  expect(brings(rich(9))?.years).toBe(4);
  expect(brings(rich(12))?.years).toBe(1);
});

test('it says what buying changes, for the buyer and for the street', () => {
  const moved = brings(rich(9))?.bySeller.get(SELLER);
  expect(moved).toBeDefined();
  expect(Math.abs(moved?.score ?? 0)).toBeGreaterThan(0.1);
  expect(Math.abs(moved?.street ?? 0)).toBeGreaterThan(0.1);
  // The price weighs on its year, and what the firm earns comes later.
  expect(moved?.score).toBeGreaterThan(moved?.now ?? Number.NaN);
});

test('a deal that stands in the draft is in neither side of the comparison', () => {
  const view = rich(9);
  const chosen = draftOf({ ...PLAN, deal: { kind: 'buy', sellers: [SELLER] } });
  expect(buyingBrings(chosen, view, [SELLER])).toEqual(brings(view));
});

test('a firm whose least price is beyond the cash has no figure, and no plan has none', () => {
  const view = rich(9);
  const least = numberAt(
    view.public.seats.map(({ seat }) => priceRange(view.public, seat)?.from ?? 0),
    SELLER,
  );
  expect(brings(rich(9, least - 0.1))?.bySeller.size).toBe(0);
  expect(brings(rich(9, least))?.bySeller.size).toBe(1);
  const { lastPlan: _, ...first } = view;
  expect(buyingBrings(draftOf({ ...PLAN, trade: 1 }), first, [SELLER])).toBeUndefined();
});
