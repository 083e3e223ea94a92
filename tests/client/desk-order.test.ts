/** The desk's order and the projector's wall: what needs an eye comes first, nothing moves under a pointing hand. */
import { describe, expect, it, test } from 'vitest';
import { byAttention, nextOrder } from '../../client/desk/attention.ts';
import { gridFor, MAPS_A_PAGE, pagesOf } from '../../client/desk/wall.ts';
import { DESK_ALARMS, type DeskAlarm, type DeskDistrict } from '../../shared/protocol/class-room.ts';

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

test('who needs attention comes first, by the most urgent alarm, however many lesser ones another has', () => {
  const rows = [row(1), row(2, ...DESK_ALARMS.slice(1)), row(3, 'store-failing'), row(4, 'firm-failed')];
  expect(byAttention(rows).map(({ number }) => number)).toEqual([3, 2, 4, 1]);
});

describe('the order shown', () => {
  const rows = [row(1), row(2, 'somebody-away'), row(3), row(4, 'store-failing')];

  it('sorts when let go, and answers the very same list when nothing moved', () => {
    const order = nextOrder([1, 2, 3, 4], rows, false);
    expect(order).toEqual([4, 2, 1, 3]);
    expect(nextOrder(order, rows, false)).toBe(order);
  });

  it('leaves alone a game that is over, whoever has gone', () => {
    const over = { ...row(1, 'nobody-here'), phase: 'ended' } as const;
    expect(nextOrder([], [over, row(2), row(3, 'firm-failed')], false)).toEqual([3, 1, 2]);
  });

  it('holds still while held; new districts come last and gone ones go', () => {
    expect(nextOrder([3, 1, 9], rows, true)).toEqual([3, 1, 4, 2]);
  });
});

describe('the wall', () => {
  it('never shows more maps than can be read, and deals them evenly over pages', () => {
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
