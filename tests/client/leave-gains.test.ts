/** Reasons to leave a tree, as shown before paying. */
import { beforeAll, expect, test } from 'vitest';
import { gainsOf } from '../../client/panels/deals/deal-leave.tsx';
import { needTexts } from '../../client/state/language.ts';
import { viewFor } from '../../shared/engine/view.ts';
import { districtAt } from './district.ts';

beforeAll(() => needTexts(['play']));

function saidIn(round: number): string {
  const { state } = districtAt({ round, governments: 'command' });
  const owned = state.firms.findIndex((firm) => firm?.owner !== undefined);
  expect(owned).toBeGreaterThanOrEqual(0);
  return gainsOf(viewFor(state, owned));
}

test('a tree earns more before the demand shift, an independent firm after it', () => {
  expect(saidIn(5)).toMatch(/^What you know earns \d+% less as a product\. In the tree your own R&D/);
  expect(saidIn(9)).toMatch(/^What you know earns \d+% more as a product\. In the tree your own R&D/);
});
