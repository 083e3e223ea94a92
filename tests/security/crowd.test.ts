/** One person with many tabs, or a program that opens many connections, disturbs nobody else. */
import { randomUUID } from 'node:crypto';
import type { Room } from 'colyseus.js';
import { afterEach, expect, test, vi } from 'vitest';
import { keepConnected, type RoomConnection } from '../../client/net/room-connection.ts';
import { connectionToClose } from '../../server/access/crowd.ts';
import type { Visitor } from '../../server/access/visitor.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import { OPENED_ELSEWHERE, WIRE_VERSION } from '../../shared/protocol/wire.ts';
import { nth, playing } from '../support/district.ts';
import { openClass, post } from '../support/http.ts';
import { joinRoom } from '../support/join-room.ts';
import { stubPage } from '../support/no-page.ts';
import { enrol, openTab, sitAtDesk } from '../support/player.ts';
import { startServer, stopServers } from '../support/server.ts';
import { pause, until } from '../support/waiting.ts';

const TABS = 6;
const stays: RoomConnection[] = [];
afterEach(async () => {
  for (const stay of stays.splice(0)) stay.leave();
  vi.unstubAllGlobals();
  await stopServers();
});

interface Entered {
  readonly room: Room;
  closed(): number | undefined;
}

async function enter(url: string, roomId: string, token: string): Promise<Entered> {
  const room = await joinRoom(url, roomId, { token });
  room.reconnection.enabled = false;
  let closed: number | undefined;
  room.onMessage('*', () => undefined);
  room.onError(() => undefined);
  room.onLeave((code) => {
    closed = code;
  });
  return { room, closed: () => closed };
}

test('a seventh connection of a student is let in, and the one that was there longest goes', async () => {
  const { url } = await startServer();
  const { classId, districtId, students } = await playing(url, ['Ada', 'Bo']);
  const [ada, bo] = [nth(students, 0), nth(students, 1)];
  for (const roomId of [classId, districtId]) {
    const neighbour = await enter(url, roomId, bo.token);
    const tabs: Entered[] = [];
    for (let tab = 0; tab < TABS + 1; tab += 1) tabs.push(await enter(url, roomId, ada.token));
    await until('the first to be let go', () => nth(tabs, 0).closed() === OPENED_ELSEWHERE);
    await pause(200);
    expect(tabs.slice(1).map(({ closed }) => closed())).toEqual(Array.from({ length: TABS }, () => undefined));
    expect(neighbour.closed()).toBeUndefined();
  }
});

test('a token keeps a dozen places and no more, until they are taken', async () => {
  const { url } = await startServer();
  const { classId, code } = await openClass(url);
  const [ada, bo] = [await enrol(url, code, 'Ada'), await enrol(url, code, 'Bo')];
  const ask = (token: string) => post(`${url}/matchmake/joinById/${classId}`, { wire: WIRE_VERSION, token });
  const asked = await Promise.all(Array.from({ length: 40 }, () => ask(ada.token)));
  expect(asked.filter(({ status }) => status === 200)).toHaveLength(2 * TABS);
  expect(asked.filter(({ text }) => text.includes('too-fast'))).toHaveLength(40 - 2 * TABS);
  expect((await ask(bo.token)).status).toBe(200);
  // A used reservation no longer counts.
  for (let time = 0; time < 3 * TABS; time += 1) await (await enter(url, classId, bo.token)).room.leave();
});

test('many tabs of one seat act no faster than one', async () => {
  const { url } = await startServer();
  const { districtId, students, tabs } = await playing(url, ['Ada', 'Bo']);
  const { token } = nth(students, 0);
  const own = [nth(tabs, 0)];
  while (own.length < TABS) own.push(await openTab(url, districtId, token));
  const began = performance.now();
  const answers = await Promise.all(
    own.flatMap((tab) =>
      Array.from({ length: 40 }, () => tab.raw({ id: randomUUID(), round: 1, action: { type: 'signalReady' } })),
    ),
  );
  const seconds = (performance.now() - began) / 1_000;
  const passed = answers.filter((answer) => answer.ok || answer.refused !== 'too-fast');
  expect(passed.length).toBeLessThan(LIMITS.messageBurst + LIMITS.messagesPerSecond * (seconds + 1));
  const neighbour = await nth(tabs, 1).act({ type: 'signalReady' });
  expect('refused' in neighbour ? neighbour.refused : '').not.toBe('too-fast');
});

test('helpers with the key may be many at one desk', async () => {
  const { url } = await startServer();
  const { classId } = await openClass(url);
  const desks = [];
  for (let desk = 0; desk < 2 * TABS; desk += 1) desks.push(await sitAtDesk(url, classId));
  for (const desk of desks) await until('the desk', () => desk.latest());
});

test('a page that was let go for another stays away, and says why', async () => {
  const { url } = await startServer();
  const { code } = await openClass(url);
  const { classId: roomId, token } = await enrol(url, code, 'Ada');
  vi.stubGlobal('location', { origin: url });
  stubPage();
  let opened = 0;
  const failed: string[] = [];
  stays.push(
    keepConnected({
      roomId,
      join: { wire: WIRE_VERSION, token },
      onOpen: () => {
        opened += 1;
      },
      onLost: () => undefined,
      onFailed: (reason) => {
        failed.push(reason);
        return false;
      },
    }),
  );
  await until('the page to come in', () => opened === 1);
  const tabs: Entered[] = [];
  for (let tab = 0; tab < TABS; tab += 1) tabs.push(await enter(url, roomId, token));
  await until('the page to be let go', () => failed.length > 0);
  await pause(1_500);
  expect({ opened, failed }).toEqual({ opened: 1, failed: ['opened-elsewhere'] });
  expect(tabs.map(({ closed }) => closed())).toEqual(Array.from({ length: TABS }, () => undefined));
});

test('hundreds who keep all the places they can lock nobody out, the desk least of all', async () => {
  const { url } = await startServer();
  const { classId, code } = await openClass(url);
  const place = (roomId: string, token: string) =>
    post(`${url}/matchmake/joinById/${roomId}`, { wire: WIRE_VERSION, token });
  const ghosts = [];
  while (ghosts.length < 340) ghosts.push(...(await Promise.all(range(20).map(() => enrol(url, code, 'Ghost')))));
  for (const { token } of ghosts) {
    const kept = await Promise.all(range(2 * TABS).map(() => place(classId, token)));
    expect(kept.every(({ status }) => status === 200)).toBe(true);
  }
  const ada = await enrol(url, code, 'Ada');
  expect((await place(classId, ada.token)).status).toBe(200);
  const desk = await sitAtDesk(url, classId);
  await until('the desk', () => desk.latest());
});

test('nobody keeps a place in a district where they have no seat', async () => {
  const { url } = await startServer();
  const { classId, students } = await playing(url, ['Ada', 'Bo', 'Cy', 'Di', 'Eve', 'Flo', 'Gus', 'Hal', 'Ida'], {
    seatsPerDistrict: 8,
  });
  const asked = students.flatMap(({ token }) =>
    [1, 2].map((number) => post(`${url}/matchmake/joinById/${classId}-${number}`, { wire: WIRE_VERSION, token })),
  );
  const answers = await Promise.all(asked);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(students.length);
  expect(answers.filter(({ text }) => text.includes('not-seated'))).toHaveLength(students.length);
});

test('in a full room a connection of the student who has most goes', () => {
  const player = (name: string): Visitor => ({ role: 'player', player: name, tokenHash: name });
  const desk: Visitor = { role: 'instructor', by: 'instructor' };
  const here = new Map([
    ['desk', { visitor: desk }],
    ['ada', { visitor: player('Ada') }],
    ['ghost 1', { visitor: player('Ghost') }],
    ['ghost 2', { visitor: player('Ghost') }],
  ]);
  expect(connectionToClose(here, player('Ada'), 4)).toBeUndefined();
  expect(connectionToClose(here, player('Ada'), 3)).toBe('ghost 1');
  expect(connectionToClose(here, desk, 3)).toBe('ghost 1');
});

function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, place) => place);
}
