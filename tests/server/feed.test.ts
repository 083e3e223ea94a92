/** One screen's messages: soon after a change, within the line's rate, and none after it has gone. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Feed } from '../../server/rooms/feed.ts';
import { pack } from '../../server/rooms/frames.ts';
import { LiveFeed } from '../../server/rooms/live-feed.ts';
import { DistrictRoomSchema } from '../../server/rooms/room-schemas.ts';
import { goldenStates } from '../support/golden.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a feed merges changes, and respects its byte budget', () => {
  const sent: number[] = [];
  const emit = () => {
    sent.push(performance.now());
    return 500;
  };
  const feed = new Feed({ everyMs: 100, bytesPerSecond: 1_000, emit });
  for (let change = 0; change < 5; change += 1) feed.changed();
  vi.advanceTimersByTime(100);
  expect(sent).toHaveLength(1);
  feed.changed();
  vi.advanceTimersByTime(499);
  expect(sent).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(sent).toHaveLength(2);
  vi.advanceTimersByTime(2_000);
  feed.changed();
  vi.advanceTimersByTime(100);
  expect(sent).toHaveLength(3);
});

test('a feed without a budget only spaces messages, and sends nothing after its end', () => {
  let sent = 0;
  const feed = new Feed({
    everyMs: 50,
    emit: () => {
      sent += 1;
      return undefined;
    },
  });
  feed.changed();
  vi.advanceTimersByTime(50);
  feed.changed();
  vi.advanceTimersByTime(50);
  expect(sent).toBe(2);
  feed.changed();
  feed.stop();
  vi.advanceTimersByTime(1_000);
  feed.changed();
  vi.advanceTimersByTime(1_000);
  expect(sent).toBe(2);
});

test('nothing follows the end of a feed that had nothing under way', () => {
  const emit = vi.fn(() => undefined);
  const feed = new Feed({ everyMs: 50, emit });
  feed.stop();
  feed.changed();
  vi.advanceTimersByTime(1_000);
  expect(emit).not.toHaveBeenCalled();
});

test('what is packed beforehand is plain msgpack, as short as it can be', () => {
  expect([...pack({ a: [1], b: {} })]).toEqual([0x82, 0xa1, 97, 0x91, 1, 0xa1, 98, 0x80]);
});

test.each([
  [10_000, 2_000],
  [60_000, 3_000],
  [600_000, 6_000],
])('in a plan phase of %i ms others hear within %i ms who has come', (planMs, ms) => {
  const [played] = goldenStates('rules-3/street', 'plan', [2]);
  if (played === undefined) throw new Error('it was played');
  const state = { ...played, settings: { ...played.settings, clockMode: 'clock' as const, planMs } };
  let online = false;
  const session = { state, broken: false, waitsForOthers: false, presence: { isOnline: () => online } };
  const send = vi.fn();
  const live = new LiveFeed(session as never, new DistrictRoomSchema(), send);
  online = true;
  live.changed(state, false);
  vi.advanceTimersByTime(ms - 1);
  expect(send).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(send).toHaveBeenCalledOnce();
});
