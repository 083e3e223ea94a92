/** Classes are averaged and ranked only over games of the same kind. */
import { describe, expect, test } from 'vitest';
import { chronicleOf } from '../../shared/debrief/chronicle.ts';
import { type DistrictFigures, figuresOf, rowsOf, standingOf } from '../../shared/debrief/class-figures.ts';
import { recorded } from './districts.ts';

function district(income: number, kind: Partial<DistrictFigures['kind']> = {}, resilience?: number): DistrictFigures {
  const values = { income, innovation: 2 * income, resilience, trade: 0.5 };
  return { kind: { rulesVersion: 2, rounds: 12, seats: 12, ...kind }, figure: income > 50 ? '4' : '2', values };
}

test('a district has the figures of its own last round and sums over all', () => {
  const log = recorded({ firms: ['merger'] });
  const { history } = chronicleOf(log).final;
  const { kind, figure, values } = figuresOf(chronicleOf(log));
  expect(kind).toEqual({ rulesVersion: log.header.rulesVersion, rounds: 12, seats: 12 });
  expect(figure).toBe(history.at(-1)?.figure.figure);
  expect(values.income).toBeCloseTo(history.reduce((sum, round) => sum + round.income, 0));
});

describe('a class', () => {
  test('is one row of means, and says how often each figure came out', () => {
    const [row, ...more] = rowsOf([district(40), district(60), district(80)]);
    expect(more).toEqual([]);
    expect(row).toMatchObject({ count: 3, figures: { 2: 1, 3: 0, 4: 2 }, means: { income: 60, innovation: 120 } });
  });

  test('of two lengths, sizes or versions of the rules is two rows', () => {
    for (const other of [{ rounds: 8 }, { seats: 6 }, { rulesVersion: 1 }]) {
      expect(rowsOf([district(40), district(60, other)]).map(({ means }) => means.income)).toEqual([40, 60]);
    }
  });

  test('has no resilience while no district has', () => {
    expect(rowsOf([district(40)])[0]?.means.resilience).toBeUndefined();
    expect(rowsOf([district(40), district(60, {}, 0.8)])[0]?.means.resilience).toBe(0.8);
  });

  test('stands among all by the places of its districts', () => {
    const standing = standingOf([district(60), district(20)], [district(80), district(60), district(10)], 'income');
    expect(standing).toMatchObject({ low: 10, median: 60, high: 80 });
    expect(standing?.own).toEqual([
      { value: 60, place: 2 },
      { value: 20, place: 4 },
    ]);
    expect(standingOf([district(60)], [], 'resilience')).toBeUndefined();
  });
});
