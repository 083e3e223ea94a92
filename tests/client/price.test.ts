/** The shown range of a firm's price includes the price. */
import { expect, test } from 'vitest';
import { priceRange } from '../../client/state/price.ts';
import { viewFor } from '../../shared/engine/view.ts';
import { districtAt } from './district.ts';

test('the price of every firm lies in the range that the others see, in the year of half prices too', () => {
  let open = 0;
  for (const round of [1, 4, 7, 12]) {
    const { state } = districtAt({ round, policies: 'cooperate' });
    const others = viewFor(state, 0).public;
    for (const { seat, kind } of state.actors) {
      if (kind !== 'firm') continue;
      const { ownPrice } = viewFor(state, seat).quotes;
      const range = priceRange(others, seat);
      if (range === undefined) throw new Error('the scenario is known');
      const { from, to = Number.POSITIVE_INFINITY } = range;
      expect(ownPrice).toBeGreaterThanOrEqual(from);
      expect(ownPrice).toBeLessThanOrEqual(to);
      if (range.to === undefined) open += 1;
    }
  }
  expect(open).toBeGreaterThan(0);
});
