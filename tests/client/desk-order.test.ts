/** Order of the desk's rows and of the wall: rows keep their places, and keep their identity. */
import { describe, expect, test } from 'vitest';
import { nextOrder } from '../../client/desk/row-order.ts';
import { gridFor, MAPS_A_PAGE, pagesOf } from '../../client/desk/wall/wall.ts';
import { DESK_ALARMS, type DeskAlarm, type DeskDistrict } from '../../shared/protocol/class-room.ts';
import { withDistinctNames } from '../../shared/protocol/distinct-names.ts';

function row(number: number, ...alarms: readonly DeskAlarm[]): DeskDistrict {
  return {
    id: `k-${number}`,
    number,
    phase: 'plan',
    round: 1,
    rounds: 12,
    paused: false,
    waitingFor: [],
    humans: 12,
    bots: 0,
    alarms,
  };
}

test('rows keep their places whatever happens in them, and the list is the same while no district comes or goes', () => {
  const order = nextOrder([], [row(3), row(1), row(2, 'store-failing')]);
  expect(order).toEqual([1, 2, 3]);
  const later = [row(1), row(2), { ...row(3, ...DESK_ALARMS), phase: 'reveal' } as const];
  expect(nextOrder(order, later)).toBe(order);
  expect(nextOrder(order, [row(4), ...later])).toEqual([1, 2, 3, 4]);
  expect(nextOrder(order, [row(1), row(3)])).toEqual([1, 3]);
});

test('two people of one name are told apart, in the order they joined', () => {
  const people = ['Ann Lee', 'Bo', 'ann lee', 'Ann Lee'].map((name, at) => ({ id: `p-${at}`, name, online: true }));
  expect(withDistinctNames(people).map(({ name }) => name)).toEqual(['Ann Lee', 'Bo', 'ann lee (2)', 'Ann Lee (3)']);
});

describe('the wall', () => {
  test('never shows more maps than can be read, and deals them evenly over pages', () => {
    for (let districts = 1; districts <= 42; districts += 1) {
      const pages = pagesOf(Array.from({ length: districts }, (_, index) => index));
      expect(pages.flat()).toHaveLength(districts);
      const sizes = pages.map((page) => page.length);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(MAPS_A_PAGE);
      expect(Math.min(...sizes)).toBeGreaterThan(districts > MAPS_A_PAGE ? 1 : 0);
      for (const size of sizes) {
        const { columns, rows: lines } = gridFor(size);
        expect(columns * lines).toBeGreaterThanOrEqual(size);
      }
    }
  });
});
