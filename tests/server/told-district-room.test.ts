/** A district room's messages and answers to each kind of person: a real room over a real class, without network. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { districtRoom } from '../../server/rooms/DistrictRoom.ts';
import { ClassRoomSchema, DistrictRoomSchema, SeatSchema } from '../../server/rooms/room-schemas.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import { OPENED_ELSEWHERE } from '../../shared/protocol/wire.ts';
import { firmPlan } from '../engine/support.ts';
import { KEY } from '../support/server.ts';
import { expectTold } from '../support/told.ts';
import { until } from '../support/waiting.ts';
import { anew, clock, closeRegistry, noted, openRegistry, type Street, street, tools } from './street.ts';

/** A private field of Colyseus. */
const PLACES = '_reservedSeats';
const TIMEOUTS = '_reservedSeatTimeouts';

beforeAll(openRegistry);
afterAll(closeRegistry);
beforeEach(anew);
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const frameOf = (...bytes: readonly number[]) => Uint8Array.from(bytes);

test('a room of which nothing is known yet has nobody in it and waits for nothing', () => {
  expect(new ClassRoomSchema().toJSON()).toEqual({ phase: 'gathering', code: '', joined: 0, districts: 0 });
  expect(new SeatSchema().toJSON()).toEqual({ control: 'bot', online: false, ready: false });
  expect(new DistrictRoomSchema().toJSON()).toEqual({
    ...{ phase: 'opening', round: 0, deadline: 0, seats: [] },
    ...{ paused: false, storeAway: false, held: false },
  });
});

describe('a district’s room', () => {
  function roomOf(on: Street, number = 1) {
    const { classroom } = on;
    const session = classroom.session(number);
    if (session === undefined) throw new Error('no district');
    const room = new (districtRoom((id) => (id === session.id ? { classroom, session, number } : undefined), tools))();
    const patched: unknown[] = [];
    vi.spyOn(room, 'broadcastPatch').mockImplementation(() => {
      const { seats, ...rest } = room.state.toJSON();
      const shown = seats.map(({ online, ready }) => `${online ? 'here' : 'away'}${ready ? ' ready' : ''}`);
      patched.push({ ...rest, seats: shown.join() });
      return true;
    });
    const passes = async (ms: number) => {
      vi.advanceTimersByTime(ms);
      on.told.push(`${ms} ms pass`, ...patched.splice(0));
    };
    return { room, session, patched, passes };
  }

  test('tells each what concerns them, and answers what they may ask', async () => {
    const on = await street({ leftovers: 'observe' }, ['Ada', 'Bo', 'Chen', 'Dai', 'Eva']);
    await on.classroom.desk({ type: 'seatClass' }, 'seat');
    await until('a district', () => on.classroom.session(1));
    const { room, session, patched, passes } = roomOf(on);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await on.enter(room, 'Eva too early');
    expect(() => room.onCreate({ id: 'knobodyknows' })).toThrow('class-unknown');
    room.onCreate({ id: session.id });
    expect([room.patchRate, room.autoDispose, room.maxClients]).toEqual([2 ** 31 - 1, false, Number.POSITIVE_INFINITY]);
    expect([room.maxMessagesPerSecond, room.seatReservationTimeout, room.state.seats.length]).toEqual([
      ...[500, 15, session.state.actors.length],
    ]);
    const seats = new Map(
      ['Ada', 'Chen', 'Dai', 'Eva'].map((name) => [name, on.classroom.doors.seatOf(on.idOf(name))?.seat ?? -1]),
    );
    const seat = (name: string) => seats.get(name) ?? -1;
    for (const name of ['Eva one', 'Eva two', 'Chen', 'Dai', 'Bo', 'Ada', 'Stranger', 'Short'])
      await on.enter(room, name, name === 'Short' ? { token: 'short' } : undefined);
    await on.enter(room, 'desk', { key: KEY });
    await on.enter(room, 'thief', { key: 'wrong' });
    on.told.push([...seats].map(([name, at]) => `${name} ${at} ${session.presence.isOnline(at)}`));
    expect(room.turnsAway({ role: 'player', player: 'p-nobody', tokenHash: '' })).toBe('not-seated');
    expect(room.turnsAway({ role: 'player', player: on.idOf('Bo'), tokenHash: '' })).toBeUndefined();
    expect(room.turnsAway({ role: 'projector', link: '' })).toBeUndefined();

    await on.desk({ type: 'startClass' });
    // Unreadable messages, and actions without permission.
    await on.ask('Eva one', 'act', 'nonsense');
    await on.ask('Eva one', 'act', { id: 'request-x', round: 1, action: { type: 'filePlan', plan: { trade: 'six' } } });
    await on.ask('Eva one', 'act', {
      id: 'x',
      round: 1,
      action: { type: 'filePlan', plan: { ...firmPlan(6, 0), trade: 'six' } },
    });
    const talk = { type: 'say', text: 'Good morning' };
    await on.act('Eva one', talk, { districtId: 'elsewhere' });
    await on.act('Eva one', talk, { seat: seat('Chen') });
    await on.act('Eva one', talk, { districtId: session.id, seat: seat('Eva') });
    await on.act('Eva one', { type: 'say', text: 'psst', to: seat('Chen') });
    for (const watcher of ['Bo', 'desk']) await on.act(watcher, talk);
    await on.act('Chen', { type: 'sayReady', sentence: 'pact', to: seat('Eva') });
    await on.desk({ type: 'mute', player: on.idOf('Chen'), on: true });
    await on.act('Chen', talk);
    await passes(10_000);
    await on.act('Chen', { type: 'signalReady' });
    await passes(1_999);
    await passes(1);
    for (let time = 0; time < 8; time += 1)
      await on.line('Eva two').asks('act', act(time, { ...talk, text: `${time}` }));
    await on.tell('Eva talks and talks');
    await on.act('Eva one', talk);
    await on.act('Dai', talk);
    await on.act('Eva one', { type: 'signalReady' });
    clock.now += 2_000;
    await on.act('Eva one', talk);

    // Plans and offers.
    const count = async () =>
      (await tools.metrics.ack.get()).values.find(({ metricName }) => metricName?.endsWith('count'));
    const before = (await count())?.value ?? 0;
    await on.act('Eva one', { type: 'filePlan', plan: firmPlan(6, 0) });
    on.told.push(`measured: ${Number((await count())?.value) - before}`);
    await on.desk({ type: 'advance' });
    for (const [name, trade] of [
      ['Eva one', 6],
      ['Eva two', 5],
      ['Eva one', 99],
      ['Chen', 7],
    ] as const)
      await on.act(name, { type: 'filePlan', plan: firmPlan(trade, 1) });
    await on.act('Eva one', { type: 'makeOffer', kind: 'pact', to: seat('Chen') });
    await on.act('Chen', { type: 'answerOffer', offer: session.state.offers[0]?.id, accept: false });

    // The reveal's duration is measured from the decision.
    const reveal = vi.spyOn(tools.metrics.reveal, 'observe');
    const began = performance.now();
    await on.desk({ type: 'closeRound' });
    expect(reveal).toHaveBeenCalledOnce();
    const [seconds] = reveal.mock.lastCall ?? [];
    expect(Number(seconds)).toBeGreaterThan(0);
    expect(Number(seconds)).toBeLessThanOrEqual((performance.now() - began) / 1_000);
    await on.desk({ type: 'advance' });
    expect(reveal).toHaveBeenCalledOnce();

    // People move, leave and come.
    await on.desk({ type: 'move', player: on.idOf('Chen'), district: 1, seat: seat('Ada') });
    on.told.push([0, 1, 2, 3].map((at) => `${at} ${session.presence.isOnline(at)}`));
    await on.desk({ type: 'showNames', on: true });
    await on.desk({ type: 'remove', player: on.idOf('Dai') });
    on.told.push(`Dai’s seat: ${session.presence.isOnline(seat('Dai'))}`);
    for (const name of ['Eva one', 'Eva two']) {
      await on.line(name).leaves(room as never);
      on.lines.delete(name);
      on.told.push(`${name} leaves: ${session.presence.isOnline(seat('Eva'))}`);
    }
    await on.act('Dai', talk);

    // A disposed room sends nothing, not even pending messages.
    await passes(10_000);
    const stop = session.onChange(() => room.onDispose());
    await on.desk({ type: 'advance' });
    stop();
    await on.desk({ type: 'remove', player: on.idOf('Chen') });
    vi.advanceTimersByTime(10_000);
    expect(patched).toEqual([]);
    vi.useRealTimers();
    await expectTold('server/district-room', [on.told, noted]);
  });

  test('takes plans of those who mirror a seat, and shows them their own', async () => {
    const on = await street({ leftovers: 'mirror' }, ['Ada', 'Bo', 'Chen', 'Dai', 'Eva']);
    await on.classroom.desk({ type: 'startClass' }, 'start');
    await until('the game', () => on.classroom.session(1)?.state.phase === 'news');
    const { room, session } = roomOf(on);
    room.onCreate({ id: session.id });
    for (const name of ['Ada', 'Bo', 'Chen', 'Dai', 'Eva']) await on.enter(room, name);
    const mirror = ['Ada', 'Bo', 'Chen', 'Dai', 'Eva'].find((name) => on.classroom.state.mirrors.has(on.idOf(name)));
    if (mirror === undefined) throw new Error('nobody mirrors');
    await on.desk({ type: 'advance' });
    const mirrored = session.state.actors[on.classroom.state.mirrors.get(on.idOf(mirror))?.seat ?? -1];
    on.told.push(`${mirror} mirrors a ${mirrored?.kind}`);
    for (const trade of [6, 4, 3]) await on.act(mirror, { type: 'filePlan', plan: firmPlan(trade, 2) });
    await on.act(mirror, { type: 'signalReady' });
    await on.act(mirror, { type: 'say', text: 'I am one, too' });
    on.told.push(on.plain(on.classroom.state.mirrorPlans.map(({ player, plan }) => [player, plan])));
    room.onDispose();
    await expectTold('server/mirror-room', [on.told, noted]);
  });

  test('puts out who sends too much, too many, or what nobody needs; and hangs up on who reads nothing', async () => {
    const on = await street({}, ['Ada', 'Bo', 'Chen', 'Dai']);
    await on.classroom.desk({ type: 'startClass' }, 'start');
    await until('the game', () => on.classroom.session(1)?.state.phase === 'news');
    const { room, session } = roomOf(on);
    room.onCreate({ id: session.id });
    for (const name of ['Ada one', 'Ada two', 'Bo', 'Chen', 'Dai']) await on.enter(room, name);
    const desk = await on.enter(room, 'desk', { key: KEY });

    // Unknown messages count, and all tabs of a student share one limit.
    const { messageBurst: burst } = LIMITS;
    for (let sent = 0; sent < burst - 1; sent += 1)
      on.line(sent % 2 === 0 ? 'Ada one' : 'Ada two').says('no such', sent);
    await on.act('Ada one', { type: 'signalReady' });
    await on.act('Ada two', { type: 'signalReady' });
    await on.act('Bo', { type: 'signalReady' });
    for (let sent = 0; sent < 299; sent += 1) on.line('Ada one').says('no such');
    await on.tell('Ada goes on');
    on.line('Ada one').says('no such');
    await on.tell('and on');
    on.line('Ada one').says('act', { id: 'x' });
    clock.now += 60_000;
    on.told.push((await on.line('Ada one').asks('act', act(1, { type: 'signalReady' }))) ?? 'put out, and not heard');
    await on.act('Ada two', { type: 'signalReady' });

    // A reused session id starts a new limit, except for students.
    for (let sent = 0; sent < burst; sent += 1) desk.says('no such');
    await on.act('desk', { type: 'signalReady' });
    await desk.leaves(room as never);
    await on.enter(room, 'desk', { key: KEY });
    await on.act('desk', { type: 'signalReady' });

    // By bytes.
    const long = { text: 'a'.repeat(LIMITS.messageBytes - 200) };
    for (let sent = 0; sent < 31; sent += 1) on.line('Bo').says('long', long);
    await on.tell('31 of the longest');
    for (let sent = 0; sent < 3; sent += 1) on.line('Bo').says('long', long);
    await on.tell('more than 32 of them');

    // By malformed messages, and by unread data.
    on.line('Chen').frame(frameOf(13, 0xa1, 97, 0xdd, 0xff, 0xff, 0xff, 0xff));
    await on.tell('no message');
    on.line('Dai').ref.bufferedAmount = 1_048_576;
    await on.act('Dai', { type: 'signalReady' });
    on.line('Dai').ref.bufferedAmount += 1;
    on.told.push((await on.line('Dai').asks('act', act(2, { type: 'signalReady' }))) ?? 'no answer');
    on.line('Dai').ref.bufferedAmount = 0;
    on.told.push((await on.line('Dai').asks('act', act(3, { type: 'signalReady' }))) ?? 'no answer');
    await on.tell('what waits unread');

    // An internal error ends nothing.
    const error = new Error('a bug');
    vi.spyOn(session, 'act').mockRejectedValueOnce(error);
    await on.act('Ada two', { type: 'signalReady' });
    for (const cause of [undefined, error]) room.onUncaughtException(new Error('outer', { cause }), 'onJoin');
    await on.enter(room, 'Stranger');
    room.onDispose();
    await expectTold('server/flooded-room', [on.told, noted]);
  });

  test('lets a seventh tab in for the first, and keeps places for twice as many', async () => {
    const on = await street({}, ['Ada', 'Bo']);
    await on.classroom.desk({ type: 'startClass' }, 'start');
    await until('the game', () => on.classroom.session(1)?.state.phase === 'news');
    const { room, session } = roomOf(on);
    room.onCreate({ id: session.id });
    const visitor = { role: 'player', player: on.idOf('Ada'), tokenHash: '' } as const;
    let places = 0;
    const place = () => Promise.resolve({ sessionId: `Ada ${places++}` });
    for (let time = 0; time < 12; time += 1) expect(await room.keepPlace(visitor, place)).toBeDefined();
    clock.now += 14_999;
    expect(await room.keepPlace(visitor, place)).toBeUndefined();
    for (let tab = 0; tab < 7; tab += 1) await on.enter(room, `Ada ${tab}`);
    // Seven reservations were used.
    for (let time = 0; time < 7; time += 1) expect(await room.keepPlace(visitor, place)).toBeDefined();
    expect(await room.keepPlace(visitor, place)).toBeUndefined();
    expect(on.told.filter((line) => String(line).includes('let go'))).toEqual([
      `    Ada 0 hears ["let go",${OPENED_ELSEWHERE}]`,
    ]);
    const seat = on.classroom.doors.seatOf(on.idOf('Ada'))?.seat ?? -1;
    for (let tab = 1; tab < 7; tab += 1) {
      expect(session.presence.isOnline(seat)).toBe(true);
      await on.line(`Ada ${tab}`).leaves(room as never);
    }
    expect(session.presence.isOnline(seat)).toBe(false);
    room.onDispose();
  });

  test('that is closed waits for nobody who has a place and has not come', async () => {
    const on = await street({}, ['Ada', 'Bo']);
    await on.classroom.desk({ type: 'startClass' }, 'start');
    await until('the game', () => on.classroom.session(1)?.state.phase === 'news');
    const { room, session } = roomOf(on);
    room.onCreate({ id: session.id });
    const late = vi.fn();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const [places, timeouts] = [room[PLACES], room[TIMEOUTS]];
    for (const sessionId of ['one', 'two']) {
      places[sessionId] = [{}] as never;
      timeouts[sessionId] = setTimeout(late, 1_000) as never;
    }
    // Colyseus disposes only rooms that it created.
    expect(() => room.disconnect()).toThrow('onCreate');
    vi.advanceTimersByTime(2_000);
    expect([places, timeouts, late.mock.calls]).toEqual([{}, {}, []]);
    room.onDispose();
  });

  function act(number: number, action: object) {
    return { id: `more-${number}-${clock.now}`, round: 1, action };
  }
});
