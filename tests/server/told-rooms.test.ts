/**
 * Which rooms are made, entered and closed while classes come and go, and who is let in. The matchmaker is a double,
 * which needs five milliseconds to make a room. The test controls time.
 */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Visitor } from '../../server/access/visitor.ts';
import type { Classroom } from '../../server/classroom/classroom.ts';
import { ClassRegistry } from '../../server/classroom/registry.ts';
import { newLinks } from '../../server/classroom/setup/opening.ts';
import { readChoices } from '../../server/classroom/setup/settings.ts';
import { PROXIED_HEADER } from '../../server/cluster/holder.ts';
import { GuardedRoom } from '../../server/rooms/GuardedRoom.ts';
import { openRooms, type Rooms } from '../../server/rooms/rooms.ts';
import { LEASE_MS } from '../../server/storage/port.ts';
import type { ClassLinks } from '../../shared/protocol/class-http.ts';
import { WIRE_VERSION } from '../../shared/protocol/wire.ts';
import { BEGAN, Calls, passes } from '../support/calls.ts';
import { drawn } from '../support/counted-secrets.ts';
import { expectTold } from '../support/told.ts';

const DAY_MS = 24 * 3_600_000;
const MAKING_MS = 5;
const LONG_KEY = 'a key that nobody can guess';
const TOKEN = 'T'.repeat(43);

type Making = (name: string, given: { readonly id: string }) => Promise<unknown>;
type Kind = new () => { onCreate(given: { readonly id: string }): void; onDispose(): void };
type Invoked = (method: string, roomId: string, options: unknown, context?: object) => Promise<unknown>;

/** What the rooms use of Colyseus's matchmaker. */
const matchMaker = vi.hoisted(() => {
  const rooms = new Map<string, unknown>();
  return {
    rooms,
    getLocalRoomById: (id: string) => rooms.get(id),
    createRoom: undefined as unknown as Making,
    joinById: async (id: string, options: unknown) => ({ sessionId: `place in ${id}`, options }),
    onReady: new Promise<void>((ready) => setTimeout(ready, 0)),
    controller: { DEFAULT_CORS_HEADERS: { any: '*' }, getCorsHeaders: (): object => ({ any: '*' }) } as {
      DEFAULT_CORS_HEADERS: object;
      getCorsHeaders: () => object;
      invokeMethod: Invoked;
    },
  };
});
vi.mock('@colyseus/core', async (original) => ({
  ...(await original<typeof import('@colyseus/core')>()),
  matchMaker,
}));
vi.mock('../../server/cluster/reserve-at-holder.ts', () => ({
  reserveAtHolder: async (...given: unknown[]) => ({ there: given }),
}));
vi.mock('../../server/access/secrets.ts', async (original) => {
  const { countedSecrets } = await import('../support/counted-secrets.ts');
  const counted = countedSecrets(await original());
  // As long as the id of a room.
  return { ...counted, newId: (kind: string) => counted.newId(`${kind}abcdefgh`) };
});

beforeEach(() => {
  drawn.count = 0;
  matchMaker.rooms.clear();
  vi.useFakeTimers({ now: BEGAN });
});
afterEach(() => void vi.useRealTimers());

/** One process with its rooms. */
class Town extends Calls {
  readonly registry: ClassRegistry;
  readonly rooms: Rooms;
  mayGuess = true;
  breaks = false;
  /** What a room says to a visitor who is there in time: undefined if it has a place. */
  turnsAway: string | undefined;
  isFull = false;
  readonly #kinds = new Map<string, Kind>();

  constructor(instructorKey: string, name = 'a', memory?: Calls) {
    super();
    const { store, log } = (memory ?? this).disk(name);
    this.registry = new ClassRegistry({ store, log, now: () => Date.now(), botPace: 1 }, 30 * DAY_MS);
    matchMaker.createRoom = async (kind, { id }) => {
      this.say(`makes ${kind} ${id}`);
      await new Promise((made) => setTimeout(made, MAKING_MS));
      if (this.breaks) throw new Error('no room');
      matchMaker.rooms.set(id, this.#room(id));
    };
    const brake = {
      turn: async (address: string) => {
        this.say(`a guess from ${address}?`);
        return this.mayGuess;
      },
      miss: (address: string) => this.say(`a miss from ${address}`),
      told: (address: string, code: string) => this.say(`${address} was told ${code}`),
    };
    const server = { define: (kind: string, made: Kind) => this.#kinds.set(kind, made) };
    const tools = { log, now: () => Date.now(), instructorKey, metrics: {} as never };
    this.rooms = openRooms(server as never, this.registry, tools, brake as never);
  }

  #room(id: string): unknown {
    const own = {
      roomId: id,
      turnsAway: () => this.turnsAway,
      keepPlace: (visitor: Visitor, reserve: () => unknown) => {
        this.say(`keeps a place in ${id} for ${visitor.role}`);
        return this.isFull ? undefined : reserve();
      },
      disconnect: () => {
        this.say(`closes ${id}`);
        matchMaker.rooms.delete(id);
      },
    };
    const fields = Object.entries(own).map(([name, value]) => [name, { value }] as const);
    return Object.create(GuardedRoom.prototype, Object.fromEntries(fields));
  }

  /** A class with one district, in which Ada sits. What came of it so far is not told. */
  async opened(): Promise<{ readonly classroom: Classroom; readonly links: ClassLinks }> {
    const choices = readChoices({ seatsPerDistrict: 4, clockMode: 'desk' });
    if ('refused' in choices) throw new Error(choices.refused);
    const links = newLinks(choices);
    const classroom = await this.registry.openClass(choices, 'class', links);
    if (classroom === undefined) throw new Error('it opens');
    await classroom.join('Ada', TOKEN);
    await classroom.desk({ type: 'startClass' }, 'd1');
    this.told.length = 0;
    return { classroom, links };
  }

  /** Whether a room of this kind finds what it is of, as Colyseus makes it. */
  finds(kind: string, id: string): void {
    const made = this.#kinds.get(kind);
    if (made === undefined) throw new Error('it is defined');
    const room = new made();
    try {
      room.onCreate({ id });
      this.say(`${kind} ${id}: found`);
    } catch (error) {
      this.say(`${kind} ${id}: ${(error as Error).message}`);
    }
    room.onDispose();
  }

  enters(what: string, roomId: string, options: object, method = 'joinById', handedOn?: string): Promise<void> {
    const headers = new Headers(handedOn === undefined ? {} : { [PROXIED_HEADER]: handedOn });
    const context = { ip: '10.0.0.1', headers };
    return this.waits(
      what,
      () => matchMaker.controller.invokeMethod(method, roomId, { wire: WIRE_VERSION, ...options }, context),
      0,
    );
  }
}

describe('rooms', () => {
  test('are made once for a class and each of its districts, and closed with the class', async () => {
    const town = new Town(LONG_KEY);
    const { classroom } = await town.opened();
    const { id } = classroom;
    await town.rooms.ready();
    expect([matchMaker.controller.DEFAULT_CORS_HEADERS, matchMaker.controller.getCorsHeaders()]).toEqual([{}, {}]);
    const ensures = () => town.rooms.ensureAll(classroom);
    town.finds('class', id);
    await town.waits('are made', ensures);
    town.finds('class', id);
    for (const number of ['1', '0', '2', '1-1', '']) town.finds('district', `${id}-${number}`);
    await town.waits('and are there', ensures);
    for (const room of [id, `${id}-1`]) matchMaker.rooms.delete(room);
    await town.waits('twice at once', () => Promise.all([ensures(), ensures(), ensures()]).then(() => undefined));
    matchMaker.rooms.delete(id);
    town.breaks = true;
    await town.waits('cannot be made', ensures);
    town.breaks = false;
    await town.waits('are made after all', ensures);
    await town.waits('are closed', () => town.registry.deleteClass(id));
    await town.enters('of a class that is gone', id, { token: TOKEN });
    await town.enters('of a district that is gone', `${id}-1`, { token: TOKEN });
    town.finds('class', id);
    await town.registry.close();
    await expectTold('server/rooms', town.told);
  });

  test('are made for whoever comes, and have a place for those who may enter', async () => {
    const town = new Town('a key');
    const {
      classroom: { id },
      links,
    } = await town.opened();
    const token = { token: TOKEN };
    await town.enters('by another method', id, token, 'joinOrCreate');
    await town.enters('a student', id, token);
    await town.enters('to their district', `${id}-1`, token);
    for (const other of [
      `${id}-0`,
      `${id}-2`,
      `${id}-1-1`,
      `${id}-`,
      `${id}-12345`,
      'k1',
      id.toUpperCase(),
      'kabcdefgh',
    ])
      await town.enters(`to ${other}`, other, token);
    await town.enters('who is not known', id, { token: 'U'.repeat(43) });
    await town.enters('of another version', id, { ...token, wire: WIRE_VERSION + 1 });
    await town.enters('the instructor', id, { key: 'a key' });
    await town.enters('with another key', id, { key: 'another' });
    await town.enters('a helper', id, { link: links.assistantLink });
    await town.enters('a wall', id, { link: links.projectorLink });
    await town.enters('by no link', id, { link: 'none' });
    town.mayGuess = false;
    await town.enters('the instructor, after many guesses', id, { key: 'a key' });
    await town.enters('with another key', id, { key: 'another' });
    await town.enters('by no link', id, { link: 'none' });
    await town.enters('a student, whom nobody can guess', id, token);
    town.turnsAway = 'no-such-seat';
    await town.enters('who has no seat there', `${id}-1`, token);
    town.turnsAway = undefined;
    town.isFull = true;
    await town.enters('who has too many places', id, token);
    await town.registry.close();
    await expectTold('server/rooms-entered', town.told);
  });

  test('let the instructor in at once by a key that nobody can guess', async () => {
    const town = new Town(LONG_KEY);
    const { id } = (await town.opened()).classroom;
    town.mayGuess = false;
    await town.enters('the instructor', id, { key: LONG_KEY });
    await town.enters('with another key', id, { key: 'another' });
    await town.registry.close();
    await expectTold('server/rooms-by-key', town.told);
  });

  test('keep a place for a student who is here, if they can', async () => {
    const town = new Town(LONG_KEY);
    const { classroom } = await town.opened();
    const keeps = (what: string, token = TOKEN) => town.waits(what, () => town.rooms.placeIn(classroom, token), 0);
    await keeps('of a stranger', 'U'.repeat(43));
    await keeps('in a room that is made for it');
    await keeps('in a room that is there');
    town.turnsAway = 'class-full';
    await keeps('that is refused');
    town.turnsAway = undefined;
    town.isFull = true;
    await keeps('of which there are too many');
    town.isFull = false;
    matchMaker.rooms.clear();
    town.breaks = true;
    await keeps('in a room that cannot be made');
    await town.registry.close();
    await expectTold('server/rooms-kept', town.told);
  });

  test('of another process are entered there, until its classes are taken over', async () => {
    const there = new Town(LONG_KEY, 'b');
    const { id } = (await there.opened()).classroom;
    const town = new Town(LONG_KEY, 'a', there);
    await town.registry.open();
    town.told.length = 0;
    await town.enters('is there', id, { token: TOKEN });
    await town.enters('to a district', `${id}-1`, { token: TOKEN });
    await town.enters('handed on already', id, { token: TOKEN }, 'joinById', '1');
    await there.registry.close();
    await town.waits('is taken over', () => passes(LEASE_MS + 1_000));
    await town.enters('is here', id, { token: TOKEN });
    await town.registry.close();
    await expectTold('server/rooms-elsewhere', town.told);
  });

  test('of a class taken over that cannot be made are made for whoever comes', async () => {
    const there = new Town(LONG_KEY, 'b');
    const { id } = (await there.opened()).classroom;
    const town = new Town(LONG_KEY, 'a', there);
    await town.registry.open();
    await there.registry.close();
    town.breaks = true;
    await passes(LEASE_MS + 1_000);
    expect(there.told.filter((line) => line.includes('rooms were not made'))).toHaveLength(1);
    town.breaks = false;
    await town.enters('is here', id, { token: TOKEN });
    expect(matchMaker.rooms.has(id)).toBe(true);
    await town.registry.close();
  });
});
