/** Text of the fund's chip below a grant and above it. */
import { beforeAll, expect, test } from 'vitest';
import { aboutInstrument } from '../../client/panels/plan/office-about.ts';
import { numbersOf } from '../../client/state/game-parameters.ts';
import { needTexts } from '../../client/state/language.ts';
import { viewFor } from '../../shared/engine/view.ts';
import { districtAt } from './district.ts';

beforeAll(() => needTexts(['play']));

const BUREAU = 10;

function said(fund: number): string {
  const view = viewFor({ ...districtAt({ round: 1 }).state, fund }, BUREAU);
  return aboutInstrument('fund', view, numbersOf(view.public));
}

test('the fund’s chip tells what is missing for a grant, then what a grant takes', () => {
  expect(said(1)).toMatch(/^holds 1 of 10 · a grant spares \d+ points of trade$/);
  expect(said(9)).toMatch(/^holds 9 of 10 · 0\.\d more fill it · a grant spares/);
  expect(said(10)).toMatch(/^holds 10, a grant takes 10 · a grant spares/);
  expect(said(20.5)).toMatch(/^holds 20\.5, a grant takes 10 · a grant spares/);
});
