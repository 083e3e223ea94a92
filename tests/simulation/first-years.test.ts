/** The trial years' numbers agree with the rules. */
import { describe, expect, test } from 'vitest';
import { zhongguancun } from '../../shared/scenarios/zhongguancun/index.ts';
import { type FirstYears, firstYears, neighbourOf, type YearEnd } from '../../shared/simulation/first-years.ts';

const { roster, parameters } = zhongguancun;
const firms = roster.flatMap(({ kind }, seat) => (kind === 'firm' ? [seat] : []));
const [first = 0] = firms;

function rounded({ own, theirs, trust, trusted }: YearEnd) {
  const tenth = (value: number) => Math.round(value * 10) / 10;
  return {
    own: [tenth(own.cash), tenth(own.knowledge)],
    theirs: [tenth(theirs.cash), tenth(theirs.knowledge)],
    trust: [Math.round(trust * 100), Math.round(trusted * 100)],
  };
}

function inAll(years: FirstYears) {
  return Object.fromEntries(Object.entries(years).map(([name, end]) => [name, rounded(end)]));
}

describe('the first years', () => {
  test('are those of the storyboard', () => {
    expect(inAll(firstYears(zhongguancun, first, neighbourOf(roster, first)))).toEqual({
      start: { own: [12, 4], theirs: [12, 4], trust: [40, 40] },
      sold: { own: [15.8, 3.6], theirs: [12.3, 5.4], trust: [40, 40] },
      shared: { own: [12.2, 5.7], theirs: [12.2, 5.7], trust: [55, 55] },
      alone: { own: [12.3, 5.8], theirs: [16.2, 5.9], trust: [28, 66] },
      nobody: { own: [15.8, 5.2], theirs: [15.8, 5.2], trust: [28, 28] },
      both: { own: [13, 7.7], theirs: [13, 7.7], trust: [66, 66] },
    });
    expect(parameters.effort).toBe(6);
  });

  test.each(firms)('are the same from the door of seat %i, beside a firm of the same kind of owner', (seat) => {
    const neighbour = neighbourOf(roster, seat);
    expect(neighbour).not.toBe(seat);
    expect(roster[neighbour]?.parent === undefined).toBe(roster[seat]?.parent === undefined);
    const here = inAll(firstYears(zhongguancun, seat, neighbour));
    expect(here).toEqual(inAll(firstYears(zhongguancun, first, neighbourOf(roster, first))));
  });

  test('say that there is nobody to be neighbours with', () => {
    expect(() => neighbourOf(roster.slice(0, 2), 0)).toThrow('seat 0');
  });
});
