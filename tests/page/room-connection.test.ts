/** Staying in a room: retries, reports of silence, and giving up a line, to the millisecond. */
import { CloseCode } from 'colyseus.js';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { holdPlace } from '../../client/net/places.ts';
import { keepConnected, type RoomConnection, type RoomConnectionOptions } from '../../client/net/room-connection.ts';
import { lineTrouble } from '../../client/state/line.ts';
import { OPENED_ELSEWHERE } from '../../shared/protocol/wire.ts';
import { afterTheDoor, asked, beforeTheDoor, door, late, latest, passes, rooms } from '../support/doors.ts';

vi.mock('colyseus.js', async (original) => {
  const { Client } = await import('../support/doors.ts');
  return { ...(await original<typeof import('colyseus.js')>()), Client };
});

const JOIN = { wire: 3, token: 't' };
const onOpen = vi.fn();
const onLost = vi.fn();
const onFailed = vi.fn();
const stays: RoomConnection[] = [];

beforeEach(() => {
  beforeTheDoor();
  for (const mock of [onOpen, onLost, onFailed]) mock.mockReset();
  onFailed.mockReturnValue(true);
});
afterEach(async () => {
  for (const stay of stays.splice(0)) stay.leave();
  for (const room of rooms) room.drop();
  await passes(60_000);
  expect(vi.getTimerCount()).toBe(0);
  afterTheDoor();
});

function enters(
  options: Partial<RoomConnectionOptions> = {},
  patience?: { joinMs: number; signMs: number },
): RoomConnection {
  const stay = keepConnected({ roomId: 'r1', join: JOIN, onOpen, onLost, onFailed, ...options }, patience);
  stays.push(stay);
  return stay;
}

describe('whoever comes in', () => {
  test('asks for a place and takes it, and the SDK does not come back by itself', async () => {
    const timeout = vi.spyOn(AbortSignal, 'timeout');
    enters();
    await passes(0);
    expect(asked).toEqual([{ path: '/matchmake/joinById/r1', body: JOIN }]);
    expect(timeout).toHaveBeenCalledExactlyOnceWith(6_000);
    expect(latest()).toMatchObject({ place: { name: 'r1' }, reconnection: { enabled: false } });
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(latest());
    await passes(1_000);
    expect([lineTrouble.value, onFailed.mock.calls, onLost.mock.calls]).toEqual([undefined, [], []]);
  });

  test.each([
    [9_999, [], 'kept'],
    [10_000, ['/matchmake/joinById/r1'], 'r1'],
  ])('with a place that was kept for %d ms asks for %j', async (ms, paths, name) => {
    holdPlace({ name: 'kept', roomId: 'r1' } as never);
    holdPlace(undefined);
    await passes(ms);
    enters();
    await passes(0);
    expect([asked.map(({ path }) => path), latest().place]).toMatchObject([paths, { name }]);
    latest().drop();
    await passes(10_000);
    expect(latest().place).toMatchObject({ name: 'r1' });
  });

  test('who left before the answer is not there when it comes', async () => {
    enters().leave();
    await passes(0);
    expect(latest().leave).toHaveBeenCalledTimes(1);
    expect(onOpen).not.toHaveBeenCalled();
  });

  test('who leaves has left, and hears no more of it', async () => {
    const stay = enters();
    await passes(0);
    stay.leave();
    expect(latest().leave).toHaveBeenCalledTimes(1);
    latest().drop();
    await passes(60_000);
    expect([onLost.mock.calls, rooms.length, latest().pings.length]).toEqual([[], 1, 0]);
  });
});

describe('whoever is not let in', () => {
  test.each([
    [Response.json({ error: 'class-full' }, { status: 400 }), 'class-full'],
    [Response.json({ message: 'not now' }, { status: 400 }), 'not now'],
    [Response.json({}, { status: 503 }), '503'],
    [new Error('no network'), 'no network'],
  ])('is told why: %#', async (answer, reason) => {
    door.answers = () => answer;
    enters();
    await passes(0);
    expect(onFailed).toHaveBeenCalledExactlyOnceWith(reason, 0);
  });

  test('tries again after waits that double up to four seconds', async () => {
    door.answers = () => new Error('no network');
    enters();
    await passes(0);
    for (const [tries, wait] of [300, 600, 1_200, 2_400, 4_000, 4_000].entries()) {
      expect(onFailed.mock.lastCall).toEqual(['no network', tries]);
      await passes(wait - 1);
      expect(onFailed).toHaveBeenCalledTimes(tries + 1);
      await passes(1);
    }
  });

  test('tries no more once told that it helps nobody, or after leaving', async () => {
    onFailed.mockReturnValue(false);
    door.answers = () => new Error('no network');
    enters();
    await passes(60_000);
    expect([asked.length, lineTrouble.value]).toEqual([1, undefined]);
    onFailed.mockReset().mockReturnValue(true);
    enters().leave();
    await passes(60_000);
    expect(onFailed).not.toHaveBeenCalled();
  });

  test('is given up by the door after six seconds, and leaves if it opens after that', async () => {
    door.opens = 'late';
    enters();
    await passes(5_999);
    expect(onFailed).not.toHaveBeenCalled();
    await passes(1);
    expect(onFailed).toHaveBeenCalledExactlyOnceWith('no answer', 0);
    late[0]?.();
    await passes(0);
    expect(onOpen).not.toHaveBeenCalled();
    expect(latest().leave).toHaveBeenCalledTimes(1);
    door.opens = 'at once';
    await passes(300);
    expect(onOpen).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['the server answers, and no room does', () => undefined, 'blocked'],
    ['nothing answers at all', () => new Error('no network'), 'unreachable'],
    ['the room says no', () => Response.json({ error: 'class-full' }, { status: 400 }), 'lost'],
  ])('is told after three seconds what hinders: %s', async (_, answers, trouble) => {
    door.answers = (path) => answers() ?? (path === '/healthz' ? Response.json({}) : undefined);
    const stay = enters();
    await passes(2_999);
    expect(lineTrouble.value).toBeUndefined();
    await passes(1);
    expect(lineTrouble.value).toBe(trouble);
    stay.leave();
    expect(lineTrouble.value).toBeUndefined();
  });

  test.each(['leaves', 'is let in'])('and %s while that is found out is told nothing', async (what) => {
    door.opens = 'late';
    let found: () => void = () => undefined;
    const finding = new Promise<Response>((answer) => {
      found = () => answer(new Response());
    });
    door.answers = (path) => (path === '/healthz' ? finding : Response.json({}));
    const stay = enters();
    await passes(3_000);
    expect(asked.map(({ path }) => path)).toEqual(['/matchmake/joinById/r1', '/healthz']);
    if (what === 'leaves') stay.leave();
    else late[0]?.();
    await passes(0);
    found();
    await passes(0);
    expect(lineTrouble.value).toBeUndefined();
  });
});

describe('a line that breaks', () => {
  test.each([
    [0, 600],
    [5_000, 600],
    [5_001, 300],
  ])('after %d ms is said to be lost, and tried again after %d ms', async (held, wait) => {
    enters({ isShown: () => false });
    await passes(held);
    latest().drop();
    await passes(0);
    expect([onLost.mock.calls.length, lineTrouble.value]).toEqual([1, 'lost']);
    await passes(wait - 1);
    expect(rooms).toHaveLength(1);
    await passes(1);
    expect([rooms.length, onOpen.mock.calls.length, lineTrouble.value]).toEqual([2, 2, undefined]);
  });

  test('again and again is tried after ever longer waits', async () => {
    enters();
    for (const wait of [600, 1_200, 2_400, 4_000]) {
      await passes(0);
      latest().drop();
      const open = rooms.length;
      await passes(wait - 1);
      expect(rooms).toHaveLength(open);
      await passes(1);
      expect(rooms).toHaveLength(open + 1);
    }
  });

  test.each([
    [false, 1],
    [true, 2],
  ])('because another page took it is asked about, and tried again only if wished: %s', async (again, open) => {
    onFailed.mockReturnValue(again);
    enters();
    await passes(0);
    latest().drop(OPENED_ELSEWHERE);
    await passes(60_000);
    expect(onFailed).toHaveBeenCalledExactlyOnceWith('opened-elsewhere', 0);
    expect([onLost.mock.calls.length, rooms.length]).toEqual([1, open]);
    if (!again) expect(lineTrouble.value).toBeUndefined();
  });
});

describe('a line that is silent', () => {
  test('is asked for a sign of life after 1.2 s; one second later its silence is told, until it answers', async () => {
    enters();
    await passes(1_249);
    expect(latest().pings).toHaveLength(0);
    await passes(1);
    expect(latest().pings).toHaveLength(1);
    await passes(1_000);
    expect(lineTrouble.value).toBeUndefined();
    await passes(250);
    expect([lineTrouble.value, latest().pings.length]).toEqual(['quiet', 1]);
    latest().pings[0]?.();
    expect(lineTrouble.value).toBeUndefined();
    await passes(1_000);
    expect(latest().pings).toHaveLength(1);
    await passes(250);
    expect(latest().pings).toHaveLength(2);
  });

  test('is given up after ten seconds, by a code that does not wait for the other end', async () => {
    enters();
    await passes(1_250 + 10_000);
    expect(latest().closed).not.toHaveBeenCalled();
    await passes(250);
    expect(latest().closed).toHaveBeenCalledExactlyOnceWith(CloseCode.MAY_TRY_RECONNECT);
    const given = latest();
    given.drop(CloseCode.MAY_TRY_RECONNECT);
    await passes(250);
    expect([given.closed.mock.calls.length, lineTrouble.value]).toEqual([1, 'lost']);
  });

  test('and is not shown is asked every ten seconds, and its silence is not told', async () => {
    enters({ isShown: () => false });
    await passes(9_999);
    expect(latest().pings).toHaveLength(0);
    await passes(1);
    expect(latest().pings).toHaveLength(1);
    await passes(10_000);
    expect([lineTrouble.value, latest().closed.mock.calls.length]).toEqual([undefined, 0]);
    await passes(250);
    expect(latest().closed).toHaveBeenCalledTimes(1);
  });

  test('is asked no later than it would be given up', async () => {
    enters({}, { joinMs: 6_000, signMs: 500 });
    await passes(499);
    expect(latest().pings).toHaveLength(0);
    await passes(1);
    expect(latest().pings).toHaveLength(1);
    await passes(500);
    expect(latest().closed).not.toHaveBeenCalled();
    await passes(250);
    expect(latest().closed).toHaveBeenCalledTimes(1);
  });

  test.each([
    [2_000, 'quiet'],
    [2_001, undefined],
  ])('is not blamed for %d ms in which the page itself stood still: %s', async (stood, trouble) => {
    enters();
    await passes(1_250);
    vi.setSystemTime(Date.now() + stood - 250);
    await passes(250);
    expect([latest().pings.length, lineTrouble.value]).toEqual([1, trouble]);
    if (trouble === undefined) {
      await passes(1_000);
      expect(lineTrouble.value).toBeUndefined();
      await passes(250);
      expect(lineTrouble.value).toBe('quiet');
    }
  });
});
