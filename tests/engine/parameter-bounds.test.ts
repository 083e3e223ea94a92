/** At the bounds of each parameter a whole game stays free of NaN and infinity. */
import { expect, test } from 'vitest';
import { boundsOf, isWithinBounds } from '../../shared/engine/parameter-bounds.ts';
import { at } from '../../shared/engine/queries.ts';
import { SCENARIOS } from '../../shared/scenarios/index.ts';
import { playGame } from '../../shared/simulation/game-facts.ts';
import { STREET } from '../../shared/simulation/populations.ts';

const scenario = at(SCENARIOS, 0);
const ANY = boundsOf('margin');
const bounded = Object.keys(scenario.parameters).filter((name) => boundsOf(name) !== ANY);

test.each(bounded)('%s at both its bounds', (name) => {
  for (const value of boundsOf(name)) {
    const { scores, firms, innovation } = playGame({ scenario, firms: STREET, parameters: { [name]: value } }, 1);
    const numbers = [innovation, scores.university, ...firms.flatMap(({ scoreByRound }) => scoreByRound)];
    expect(numbers.filter((each) => !Number.isFinite(each))).toEqual([]);
  }
});

test('all numbers of all scenarios are within their bounds, and what is none is not', () => {
  for (const { parameters } of SCENARIOS) {
    expect(Object.entries(parameters).filter(([name, value]) => !isWithinBounds(name, value))).toEqual([]);
  }
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 10_000.1])
    expect(isWithinBounds('margin', value)).toBe(false);
  expect([-0.1, 0, 1, 1.1].map((value) => isWithinBounds('trustUp', value))).toEqual([false, true, true, false]);
  expect(isWithinBounds('commonsFull', 0)).toBe(false);
});
