/** Cash of deals and orders, compared with the books. */
import { expect, test } from 'vitest';
import { dealCash } from '../../shared/engine/deal-cash.ts';
import { at } from '../../shared/engine/queries.ts';
import { viewFor } from '../../shared/engine/view.ts';
import { districtAt } from '../client/district.ts';

test.each(['merger', 'trader-with-loans', 'solo-with-foreign', 'merger-until-shock'] as const)(
  '%s: a year’s income, costs and deals lead from the cash before it to the cash after it',
  (policies) => {
    let dealt = 0;
    for (const round of [1, 2, 5, 6, 8, 9]) {
      for (const seed of [1, 2, 3]) {
        const { state, plans, match } = districtAt({ round, policies, seed });
        const after = match.tryRound(plans);
        for (const { seat, kind } of state.actors) {
          const { result } = viewFor(after, seat);
          if (kind !== 'firm' || result === undefined) continue;
          if (at(after.firms, seat).failures !== at(state.firms, seat).failures) continue;
          const { product, trade, tribute, tax, upkeep, debtService, investorFees, pactCosts } = result;
          const deals = dealCash(result.happenings, seat);
          const earned = product + trade + tribute - tax - upkeep - debtService - investorFees - pactCosts;
          expect(at(after.firms, seat).cash).toBeCloseTo(at(state.firms, seat).cash + earned + deals, 8);
          if (deals !== 0) dealt += 1;
        }
      }
    }
    expect(dealt).toBeGreaterThan(0);
  },
);
