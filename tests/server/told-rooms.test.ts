/** What the two rooms tell whom, and what they answer whom: real rooms over a real class, without a network. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Classroom } from '../../server/classroom/classroom.ts';
import { Hall } from '../../server/classroom/hall.ts';
import { newLinks } from '../../server/classroom/opening.ts';
import { readChoices } from '../../server/classroom/settings.ts';
import { makeMetrics } from '../../server/metrics.ts';
import { classRoom } from '../../server/rooms/ClassRoom.ts';
import { districtRoom } from '../../server/rooms/DistrictRoom.ts';
import type { EventStore } from '../../server/storage/port.ts';
import { openSqliteStore } from '../../server/storage/sqlite.ts';
import type { DeskRequestAction } from '../../shared/protocol/class-room.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import type { OpenClassRequest } from '../../shared/protocol/setup.ts';
import { OPENED_ELSEWHERE, WIRE_VERSION } from '../../shared/protocol/wire.ts';
import { firmPlan } from '../engine/support.ts';
import { Line } from '../support/line.ts';
import { KEY, log, newFolder } from '../support/server.ts';
import { expectTold } from '../support/told.ts';
import { until } from '../support/waiting.ts';

const START = Date.UTC(2026, 8, 1, 8);
const LET_GO = 4_200;
const IN_ERROR = 4_002;

let folder: string;
let store: EventStore;
let hall: Hall;
let now = START;
const noted: unknown[] = [];
const metrics = makeMetrics();
const note = (level: string) => (fields: object, text: string) => void noted.push([level, text, Object.keys(fields)]);
const tools = {
  log: { ...log, info: note('info'), warn: note('warn'), error: note('error') } as unknown as typeof log,
  now: () => now,
  instructorKey: KEY,
  metrics,
};
beforeAll(async () => {
  folder = await newFolder();
  store = await openSqliteStore(join(folder, 'street.db'), log);
  hall = new Hall({ store, log, now: () => now, botPace: 0 }, 86_400_000);
});
afterAll(async () => {
  await hall.close();
  await store.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  noted.splice(0);
  now = START;
});
afterEach(() => void vi.restoreAllMocks());

const tokenOf = (name: string) => name.toLowerCase().padEnd(43, '-');
const turns = async (count = 40) => {
  for (let turn = 0; turn < count; turn += 1) await new Promise(setImmediate);
};

type AnyRoom = InstanceType<ReturnType<typeof classRoom> | ReturnType<typeof districtRoom>>;

class Street {
  readonly classroom: Classroom;
  readonly told: unknown[] = [];
  readonly lines = new Map<string, Line>();
  readonly #names = new Map<string, string>();
  #asked = 0;

  constructor(classroom: Classroom) {
    this.classroom = classroom;
    this.names(classroom.id, '<class>');
    this.names(classroom.state.opened.code, '<code>');
  }

  names(secret: string, name: string): void {
    this.#names.set(secret, name);
  }

  async join(name: string): Promise<void> {
    const outcome = await this.classroom.join(name, tokenOf(name));
    if (!outcome.ok) throw new Error(outcome.refused);
    this.names(outcome.player.id, `<${name}>`);
    this.classroom.arrive(outcome.player.id);
  }

  idOf(name: string): string {
    return this.classroom.state.everyone.find((each) => each.name === name)?.id ?? 'p-nobody';
  }

  async desk(action: DeskRequestAction): Promise<unknown> {
    this.#asked += 1;
    const answer = await this.classroom.desk(action, `request-${this.#asked}`);
    await this.tell(`desk ${JSON.stringify(action)}`, answer.ok ? 'done' : answer);
    return answer;
  }

  async enter(room: AnyRoom, name: string, options: object = { token: tokenOf(name.split(' ')[0] ?? '') }) {
    const line = new Line(name);
    try {
      await line.enter(room as never, { wire: WIRE_VERSION, ...options });
      this.lines.set(name, line);
      await this.tell(`${name} enters`);
    } catch (error) {
      await this.tell(`${name} stays outside`, String(error));
    }
    return line;
  }

  line(name: string): Line {
    const line = this.lines.get(name);
    if (line === undefined) throw new Error(`no line: ${name}`);
    return line;
  }

  async ask(name: string, type: string, payload: unknown): Promise<void> {
    const answer = await this.line(name).asks(type, payload);
    await this.tell(`${name}: ${JSON.stringify(payload)}`.slice(0, 200), answer ?? 'no answer');
  }

  async act(name: string, action: object, more: object = {}): Promise<void> {
    this.#asked += 1;
    await this.ask(name, 'act', { id: `request-${this.#asked}`, round: 1, action, ...more });
  }

  async student(name: string, action: object): Promise<void> {
    this.#asked += 1;
    await this.ask(name, 'student', { id: `request-${this.#asked}`, action });
  }

  async tell(what: string, answer?: unknown): Promise<void> {
    await turns();
    this.told.push(this.plain(answer === undefined ? what : [what, answer]));
    for (const [name, line] of this.lines) {
      for (const message of line.heard.splice(0)) this.told.push(`    ${name} hears ${this.plain(brief(message))}`);
    }
  }

  plain(value: unknown): string {
    let text = typeof value === 'string' ? value : JSON.stringify(value);
    for (const [secret, name] of this.#names) text = text.replaceAll(secret, name);
    return text.replaceAll(/"id":\d{6,}/g, '"id":…').replaceAll(/\b[kmpqr][a-z2-9]{14}\b/g, '<id>');
  }
}

/** Of a whole view no more than whose it is and when: what stands in it is told elsewhere. */
function brief(message: unknown): string {
  const text = JSON.stringify(message, (key, value) => {
    // Numbers of lines are drawn.
    if (key === 'talk' && value?.e !== undefined) return Object.keys(value.e).length;
    if (key !== 'view' || typeof value !== 'object') return value;
    const { seat, public: shown, talk, plan, ...rest } = value;
    const { phase, round } = shown ?? rest;
    return { whose: seat ?? 'everybody’s', phase, round, talk: talk?.length, plan: plan?.kind };
  });
  return text.length > 260 ? `${text.slice(0, 260)}…` : text;
}

async function street(request: OpenClassRequest, people: readonly string[]): Promise<Street> {
  const choices = readChoices({ clockMode: 'desk', seed: 7, seatsPerDistrict: 4, ...request });
  if ('refused' in choices) throw new Error(choices.refused);
  const links = newLinks(choices);
  const classroom = await hall.openClass(choices, 'class', links);
  if (classroom === undefined) throw new Error('no class');
  const opened = new Street(classroom);
  opened.names(links.assistantLink, '<helper’s link>');
  opened.names(links.projectorLink, '<wall’s link>');
  for (const name of people) await opened.join(name);
  return Object.assign(opened, { links });
}

const frameOf = (...bytes: readonly number[]) => Uint8Array.from(bytes);

describe('a district’s room', () => {
  function roomOf({ classroom }: Street, number = 1) {
    const session = classroom.session(number);
    if (session === undefined) throw new Error('no district');
    const room = new (districtRoom((id) => (id === session.id ? { classroom, session, number } : undefined), tools))();
    const patches = vi.spyOn(room, 'broadcastPatch').mockReturnValue(true);
    return { room, session, patches };
  }
  const seatOf = ({ classroom, idOf }: Street, name: string) => classroom.doors.seatOf(name)?.seat ?? idOf;

  test('tells each what concerns them, and answers what they may ask', async () => {
    const on = await street({ leftovers: 'observe' }, ['Ada', 'Bo', 'Chen', 'Dai', 'Eva']);
    await on.classroom.desk({ type: 'seatClass' }, 'seat');
    await until('a district', () => on.classroom.session(1));
    const { room, session, patches } = roomOf(on);
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
    // What cannot be read, and what is not theirs to do.
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
    await on.act('Chen', { type: 'signalReady' });
    for (let time = 0; time < 8; time += 1)
      await on.line('Eva two').asks('act', act(time, { ...talk, text: `${time}` }));
    await on.tell('Eva talks and talks');
    await on.act('Eva one', talk);
    await on.act('Dai', talk);
    await on.act('Eva one', { type: 'signalReady' });
    now += 2_000;
    await on.act('Eva one', talk);

    // Plans and offers.
    const count = async () => (await metrics.ack.get()).values.find(({ metricName }) => metricName?.endsWith('count'));
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

    // How long the reveal took is measured from the decision on.
    const reveal = vi.spyOn(metrics.reveal, 'observe');
    const began = performance.now();
    await on.desk({ type: 'closeRound' });
    expect(reveal).toHaveBeenCalledOnce();
    const [seconds] = reveal.mock.lastCall ?? [];
    expect(Number(seconds)).toBeGreaterThan(0);
    expect(Number(seconds)).toBeLessThanOrEqual((performance.now() - began) / 1_000);
    await on.desk({ type: 'advance' });
    expect(reveal).toHaveBeenCalledOnce();

    // People move, go and come.
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

    // No news goes out of a room that is gone, not even what it was about to tell.
    patches.mockClear();
    const stop = session.onChange(() => room.onDispose());
    await on.desk({ type: 'advance' });
    stop();
    await on.desk({ type: 'remove', player: on.idOf('Chen') });
    expect(patches).not.toHaveBeenCalled();
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

    // Strangers among the messages count, and all tabs of a student together.
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
    now += 60_000;
    on.told.push((await on.line('Ada one').asks('act', act(1, { type: 'signalReady' }))) ?? 'put out, and not heard');
    await on.act('Ada two', { type: 'signalReady' });

    // Whoever comes again under the same name of a session begins anew, if they are no student.
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

    // By what is no message, and by what waits unread.
    on.line('Chen').frame(frameOf(13, 0xa1, 97, 0xdd, 0xff, 0xff, 0xff, 0xff));
    await on.tell('no message');
    on.line('Dai').ref.bufferedAmount = 1_048_576;
    await on.act('Dai', { type: 'signalReady' });
    on.line('Dai').ref.bufferedAmount += 1;
    on.told.push((await on.line('Dai').asks('act', act(2, { type: 'signalReady' }))) ?? 'no answer');
    on.line('Dai').ref.bufferedAmount = 0;
    on.told.push((await on.line('Dai').asks('act', act(3, { type: 'signalReady' }))) ?? 'no answer');
    await on.tell('what waits unread');

    // What goes wrong inside ends nothing.
    const { error } = { error: new Error('a bug') };
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
    now += 14_999;
    expect(await room.keepPlace(visitor, place)).toBeUndefined();
    for (let tab = 0; tab < 7; tab += 1) await on.enter(room, `Ada ${tab}`);
    // Seven of them were taken.
    for (let time = 0; time < 7; time += 1) expect(await room.keepPlace(visitor, place)).toBeDefined();
    expect(await room.keepPlace(visitor, place)).toBeUndefined();
    expect(on.told.filter((line) => String(line).includes('let go'))).toEqual([
      `    Ada 0 hears ["let go",${OPENED_ELSEWHERE}]`,
    ]);
    const seat = seatOf(on, on.idOf('Ada'));
    for (let tab = 1; tab < 7; tab += 1) {
      expect(session.presence.isOnline(Number(seat))).toBe(true);
      await on.line(`Ada ${tab}`).leaves(room as never);
    }
    expect(session.presence.isOnline(Number(seat))).toBe(false);
    room.onDispose();
  });

  function act(number: number, action: object) {
    return { id: `more-${number}-${now}`, round: 1, action };
  }
});

describe('a class’s room', () => {
  test('tells desks, walls and students what is new, and answers each what is theirs to ask', async () => {
    const on = await street({ research: true }, ['Ada', 'Bo']);
    const { classroom } = on;
    const places: string[] = [];
    const room = new (classRoom(
      (id) => (id === classroom.id ? classroom : undefined),
      async (roomId) => {
        places.push(on.plain(roomId));
        return { roomId } as never;
      },
      tools,
    ))();
    await on.enter(room, 'Ada too early');
    expect(() => room.onCreate({ id: 'knobodyknows' })).toThrow('class-unknown');
    room.onCreate({ id: classroom.id });
    expect([room.patchRate, room.turnsAway()]).toEqual([2_000, undefined]);
    const painted = () => on.told.push(on.plain(room.state.toJSON()));
    painted();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    const passes = async (ms: number) => {
      vi.advanceTimersByTime(ms);
      await on.tell(`${ms} ms pass`);
    };
    const { links } = on as unknown as { links: { assistantLink: string; projectorLink: string } };
    for (const name of ['Ada', 'Bo', 'Stranger']) await on.enter(room, name);
    on.told.push(`here: ${classroom.state.everyone.map(({ id }) => classroom.anybodyHere && on.plain(id))}`);
    await on.enter(room, 'desk', { key: KEY });
    await on.enter(room, 'helper', { link: links.assistantLink });
    await on.enter(room, 'wall', { link: links.projectorLink });
    await on.enter(room, 'thief', { link: 'wrong' });
    await passes(49);
    await passes(1);
    await passes(199);
    await passes(1);

    await on.join('Chen');
    await on.tell('Chen joins');
    await passes(249);
    await passes(1);
    await passes(499);
    await passes(1);
    painted();
    await on.ask('Ada', 'desk', { id: 'request-d1', action: { type: 'seatClass' } });
    await on.ask('wall', 'desk', { id: 'request-d1', action: { type: 'seatClass' } });
    await on.ask('desk', 'desk', { id: 'request-d1', action: { type: 'no such' } });
    await on.ask('helper', 'desk', { id: 'request-d2', action: { type: 'issueLink', to: 'assistant' } });
    await on.ask('desk', 'desk', { id: 'request-d3', action: { type: 'seatClass' } });
    await passes(1_000);
    painted();
    await on.ask('desk', 'student', { id: 'request-s1', action: { type: 'raiseHand' } });
    await on.ask('Ada', 'student', { id: 'request-s1', action: { type: 'no such' } });
    await on.student('Ada', { type: 'raiseHand', text: 'Why?' });
    await on.student('Bo', { type: 'consent', research: false });
    await on.desk({ type: 'message', text: 'To all' });
    await on.desk({ type: 'message', text: 'To Bo', player: on.idOf('Bo') });
    await passes(1_000);
    await on.enter(room, 'Bo again');

    // Of what opens nothing any more.
    const issued = await classroom.desk({ type: 'issueLink', to: 'assistant' }, 'anew');
    if (issued.ok) on.names(issued.done?.link ?? '', '<new link>');
    await on.tell('a new link for helpers');
    await on.desk({ type: 'remove', player: on.idOf('Ada') });
    await passes(1_000);
    painted();
    await on.line('Bo').leaves(room as never);
    on.lines.delete('Bo');
    await on.tell('one tab of Bo is gone');
    await on.student('Bo again', { type: 'lowerHand' });
    await on.line('Bo again').leaves(room as never);
    await passes(1_000);
    await on.line('wall').leaves(room as never);
    on.told.push(`timers of who is gone: ${vi.getTimerCount()}`);

    // Nothing of what changes when the room is gone.
    const stop = classroom.onChange(() => room.onDispose());
    await on.join('Dai');
    stop();
    await passes(10_000);
    await on.join('Eva');
    await passes(10_000);
    painted();
    on.told.push(places);
    vi.useRealTimers();
    expect([LET_GO, IN_ERROR]).toEqual([4_200, 4_002]);
    await expectTold('server/class-room', [on.told, noted]);
  });
});
