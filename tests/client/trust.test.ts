/** How far others trust oneself, reckoned from what one gave, is what they do trust. */
import { expect, test } from 'vitest';
import { rememberTrust, trustIn } from '../../client/state/trust.ts';
import { viewFor } from '../../shared/engine/view.ts';
import { districtAt, FIRM } from './district.ts';

test.each(['cooperate', 'opportunist', 'partner-choosing', 'trader-with-loans'] as const)(
  'among firms that play %s it is right in every year, failures and broken pacts included',
  (policies) => {
    const table = `trust of ${policies}`;
    for (let round = 1; round <= 10; round += 1) {
      const { state } = districtAt({ round, policies, universities: 'open', governments: 'enable' });
      const view = viewFor(state, FIRM);
      rememberTrust(table, view);
      const count = state.actors.length;
      for (const { seat } of state.actors) {
        if (seat === FIRM) continue;
        expect(trustIn(view.public, seat)).toBeCloseTo(state.trust[seat * count + FIRM] ?? Number.NaN, 10);
      }
    }
  },
);

test('a page that missed a year does not guess', () => {
  const first = districtAt({ round: 1, policies: 'cooperate' }).state;
  const later = districtAt({ round: 4, policies: 'cooperate' }).state;
  rememberTrust('missed', viewFor(first, FIRM));
  rememberTrust('missed', viewFor(later, FIRM));
  expect(trustIn(viewFor(later, FIRM).public, 0)).toBeUndefined();
});
