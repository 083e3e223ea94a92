/** Reasons to leave a tree, as shown before paying. */
import { beforeAll, expect, test } from 'vitest';
import { gainsOf } from '../../client/panels/deals/deal-leave.tsx';
import { yearlyNumbers } from '../../client/state/game-parameters.ts';
import { needTexts } from '../../client/state/language.ts';
import { researchLost } from '../../client/state/tree-loss.ts';
import { viewFor } from '../../shared/engine/view.ts';
import { districtAt, FIRM } from './district.ts';

beforeAll(() => needTexts(['play']));

function saidIn(round: number): string {
  const { state } = districtAt({ round, governments: 'command' });
  const owned = state.firms.findIndex((firm) => firm?.owner !== undefined);
  expect(owned).toBeGreaterThanOrEqual(0);
  return gainsOf(viewFor(state, owned));
}

test('a larger tree costs more research, and command costs more still', () => {
  const view = viewFor(districtAt({ round: 2 }).state, FIRM);
  const numbers = yearlyNumbers(view.public)?.(2);
  if (numbers === undefined) throw new Error('the scenario is known');
  const lost = (treeSize: number, forced: boolean) => researchLost(numbers, { treeSize, forced });
  expect(lost(1, false)).toBe(0);
  expect(lost(3, false)).toBeCloseTo(2 * numbers.researchTreeLoss);
  expect(lost(1, true)).toBeCloseTo(1 - numbers.forcedResearch);
});

test('a tree earns more before the demand shift, an independent firm after it', () => {
  expect(saidIn(5)).toMatch(/^What you know earns \d+% less as a product\. In the tree your own R&D/);
  expect(saidIn(9)).toMatch(/^What you know earns \d+% more as a product\. In the tree your own R&D/);
});
