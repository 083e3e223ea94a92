/** A firm at its pact limit is marked before anybody wishes for a pact. */
import { expect, test } from 'vitest';
import { isFull } from '../../client/state/pact-places.ts';
import { viewFor } from '../../shared/engine/view.ts';
import { districtAt, FIRM } from './district.ts';

test('a seat is full with as many pacts as anybody may hold, and not before', () => {
  const { state } = districtAt({ round: 2 });
  const view = (partners: readonly number[]) =>
    viewFor({ ...state, pacts: partners.map((b) => ({ a: 0, b, since: 1 })) }, FIRM);
  expect(isFull(view([2, 3]), 0)).toBe(false);
  expect(isFull(view([2, 3, 4]), 0)).toBe(true);
  expect(isFull(view([2, 3, 4]), 3)).toBe(false);
});

test('one’s own foreign partners take up room for pacts', () => {
  const { state } = districtAt({ round: 2 });
  const firms = state.firms.map((firm) => ({ ...firm, foreignStakes: 1 }));
  const view = (seat: number) => viewFor({ ...state, firms, pacts: [{ a: FIRM, b: 2, since: 1 }] }, seat);
  expect(isFull(view(FIRM), FIRM)).toBe(true);
  expect(isFull(view(2), FIRM)).toBe(false);
});
