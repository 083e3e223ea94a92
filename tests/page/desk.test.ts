/** The client side of desk, wall and observer rooms, without a server. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openDesk, openProjector, watchDistrict } from '../../client/net/desk-room.ts';
import { serverNow } from '../../client/state/clock.ts';
import { desk, deskRefusal, projected } from '../../client/state/desk.ts';
import { difference } from '../../shared/protocol/patch.ts';
import { WIRE_VERSION } from '../../shared/protocol/wire.ts';
import { afterTheDoor, asked, beforeTheDoor, door, latest, passes, rooms } from '../support/doors.ts';

vi.mock('colyseus.js', async (original) => {
  const { Client } = await import('../support/doors.ts');
  return { ...(await original<typeof import('colyseus.js')>()), Client };
});

const KEY = { key: 'k' };
const open: (() => void)[] = [];
const frames: (() => void)[] = [];

beforeEach(() => {
  beforeTheDoor();
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
});
afterEach(async () => {
  for (const leave of open.splice(0)) leave();
  for (const room of rooms) room.drop();
  await passes(60_000);
  frames.length = 0;
  afterTheDoor();
});

async function atDesk(code?: string) {
  const led = openDesk('c1', KEY, code);
  open.push(led.leave);
  await passes(0);
  return led;
}

const OPENED = [
  ['desk', () => openDesk('c1', KEY).leave, () => desk.value],
  ['projector', () => openProjector('c1', KEY), () => projected.value],
] as const;

describe.each(OPENED)('a %s', (name, opens, shown) => {
  test('begins with nothing shown, and shows each view and what changes in it', async () => {
    [desk.value, projected.value, deskRefusal.value] = [{} as never, {} as never, 'key-wrong'];
    open.push(opens());
    expect([shown(), deskRefusal.value]).toEqual([undefined, undefined]);
    await passes(0);
    expect(asked).toEqual([{ path: '/matchmake/joinById/c1', body: { wire: WIRE_VERSION, key: 'k' } }]);
    const [before, after] = [
      { joined: 1, players: [{ id: 'a' }] },
      { joined: 2, players: [{ id: 'a' }] },
    ];
    latest().says(name, { now: 4_000_000, view: before });
    expect([shown(), serverNow()]).toEqual([before, 4_000_000]);
    latest().says(`${name}Patch`, { now: 5_000_000, patches: [difference(before, after)] });
    expect([shown(), serverNow()]).toEqual([after, 5_000_000]);
    latest().says('a later version', {});
  });

  test.each(['key-wrong', 'link-wrong', 'instructor-only', 'wire-version', 'opened-elsewhere'])(
    'that is refused because of %s says so, and asks no more',
    async (code) => {
      door.answers = () => Response.json({ error: `no: ${code}` }, { status: 400 });
      open.push(opens());
      await passes(60_000);
      expect([deskRefusal.value, asked.length]).toEqual([code, 1]);
    },
  );

  test.each(['class-full', 'no reason'])('that is refused because of %s asks again', async (code) => {
    door.answers = () => Response.json({ error: code }, { status: 400 });
    open.push(opens());
    await passes(300);
    expect([deskRefusal.value, asked.length]).toEqual([undefined, 2]);
  });

  test('that is left has left its room', async () => {
    const leave = opens();
    await passes(0);
    leave();
    expect(latest().leave).toHaveBeenCalledTimes(1);
  });
});

test('a district that is watched is shown until it is left', async () => {
  const seen = vi.fn();
  const leave = watchDistrict('d1', KEY, seen);
  await passes(0);
  expect(asked[0]?.path).toBe('/matchmake/joinById/d1');
  latest().says('publicView', { now: 6_000_000, view: { round: 3 } });
  expect(seen).toHaveBeenCalledExactlyOnceWith({ round: 3 });
  expect(serverNow()).toBe(6_000_000);
  latest().says('a later version', {});
  leave();
  expect(latest().leave).toHaveBeenCalledTimes(1);
});

describe('what a desk asks', () => {
  test('has an id of its own and eight seconds, and its answer is handed on', async () => {
    const led = await atDesk();
    latest().request.mockResolvedValue({ ok: true });
    expect(await led.ask({ type: 'advance' })).toEqual({ ok: true });
    expect(latest().request).toHaveBeenCalledExactlyOnceWith(
      'desk',
      { id: expect.stringMatching(/^[0-9a-f]{24}$/), action: { type: 'advance' } },
      { timeout: 8_000 },
    );
  });

  test('is asked eight times, over whichever room there is by then', async () => {
    const led = await atDesk();
    const told = vi.fn();
    latest().drop();
    const first = latest();
    await passes(1);
    void led.ask({ type: 'advance' }).then(told);
    await passes(599);
    const second = latest();
    expect(second).not.toBe(first);
    second.request.mockRejectedValue(new Error('closed'));
    for (const wait of [1, 1_200, 2_400, 4_000, 4_000, 4_000, 4_000]) await passes(wait);
    expect([first.request.mock.calls.length, second.request.mock.calls.length]).toEqual([0, 7]);
    expect(told).toHaveBeenCalledExactlyOnceWith({ ok: false, refused: 'store-unavailable' });
  });
});

describe('a desk that cannot come back', () => {
  const inquiries = () => asked.filter(({ path }) => path === '/api/classes/ABC234').length;

  test.each([
    ['is gone', 'ABC234', () => Response.json({ code: 'class-unknown' }, { status: 404 }), 'class-unknown', 1],
    ['is there', 'ABC234', () => Response.json({ code: 'ABC234' }), undefined, 1],
    ['may not be seen', 'ABC234', () => Response.json({ code: 'unexpected' }, { status: 500 }), undefined, 1],
    ['has no code here', undefined, () => new Error('nobody asks'), undefined, 0],
  ])('asks once after its class, which %s', async (_, code, answers, refusal, times) => {
    door.answers = (path) =>
      path.startsWith('/api') ? answers() : Response.json({ error: 'class-closed' }, { status: 400 });
    await atDesk(code);
    await passes(300 + 600 + 1_199);
    expect(inquiries()).toBe(0);
    await passes(1);
    expect([inquiries(), deskRefusal.value]).toEqual([times, refusal]);
    const tries = asked.length;
    await passes(30_000);
    expect(inquiries()).toBe(times);
    expect(asked.length > tries).toBe(refusal === undefined);
  });
});

test('the time from a message to its frame stands in the browser’s timeline, and only the last', async () => {
  await atDesk();
  vi.useRealTimers();
  const now = vi.spyOn(performance, 'now').mockReturnValue(20);
  const measure = vi.spyOn(performance, 'measure');
  const clear = vi.spyOn(performance, 'clearMeasures');
  latest().says('desk', { now: 1, view: {} });
  expect([measure.mock.calls, frames.length]).toEqual([[], 1]);
  now.mockReturnValue(36);
  for (const frame of frames.splice(0)) frame();
  await vi.waitFor(() => expect(measure).toHaveBeenCalledExactlyOnceWith('desk-update', { start: 20, end: 36 }));
  expect(clear).toHaveBeenCalledExactlyOnceWith('desk-update');
  vi.useFakeTimers();
});
