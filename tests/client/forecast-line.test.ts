/** The line beside the button: near the end it tells a firm's final result. */
import { beforeAll, expect, test } from 'vitest';
import { lineOf } from '../../client/panels/plan/forecast-line.tsx';
import { draftOf } from '../../client/state/draft.ts';
import { forecast } from '../../client/state/forecast.ts';
import { yearlyNumbers } from '../../client/state/game-parameters.ts';
import { needTexts, num } from '../../client/state/language.ts';
import { viewFor } from '../../shared/engine/view.ts';
import { districtAt, FIRM } from './district.ts';

beforeAll(() => needTexts(['play']));

function lineIn(round: number) {
  const { state, plans } = districtAt({ round });
  const view = viewFor(state, FIRM);
  const [plan, numbersIn] = [plans[FIRM], yearlyNumbers(view.public)];
  if (plan === undefined || numbersIn === undefined) throw new Error('a firm plans, and its scenario is known');
  const draft = draftOf(plan);
  const expected = forecast(draft, view, numbersIn);
  if (expected === undefined) throw new Error('a firm has a forecast');
  return { parts: lineOf({ draft, view, expected }), end: expected.later?.score.likely };
}

test('from three years before it a firm reads the score at the end, and in the last year only that year’s', () => {
  const names = (round: number) => lineIn(round).parts.map((part) => part.split(' ')[0]);
  expect(names(9)).toEqual(['score', 'cash', 'knowledge']);
  for (const round of [10, 11]) {
    const { parts, end = Number.NaN } = lineIn(round);
    expect(parts[1]).toBe(`by 1995 ${num(end)}`);
    expect(parts).toHaveLength(4);
  }
  expect(names(12)).toEqual(['score', 'cash', 'knowledge']);
});
