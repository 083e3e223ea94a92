/** The client side of the rooms with a real server: class, clock and connection as shown. */
import { matchMaker } from '@colyseus/core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Desk, openDesk, openProjector } from '../../client/net/desk-room.ts';
import { connectStudent, type StudentConnection } from '../../client/net/student.ts';
import { addNotice, dismissNotice, notices, observed, resetClassroom } from '../../client/state/classroom.ts';
import { serverNow } from '../../client/state/clock.ts';
import { deskRefusal } from '../../client/state/desk.ts';
import * as game from '../../client/state/game.ts';
import { lineTrouble } from '../../client/state/line.ts';
import { openClass } from '../support/http.ts';
import { stubPage } from '../support/no-page.ts';
import { enrol, type Student, sitAtDesk } from '../support/player.ts';
import { KEY, startServer, stopServers } from '../support/server.ts';
import { until } from '../support/waiting.ts';

const HOUR_MS = 3_600_000;
const open: (() => void)[] = [];

beforeEach(() => {
  stubPage();
  vi.stubGlobal('requestAnimationFrame', () => 0);
});
afterEach(async () => {
  for (const leave of open.splice(0)) leave();
  await stopServers();
  vi.unstubAllGlobals();
});

async function served(ahead = 0) {
  const server = await startServer({ now: () => Date.now() + ahead });
  vi.stubGlobal('location', { origin: server.url });
  return server;
}

test('a watcher’s view sets the clock', async () => {
  const { url, app } = await served(HOUR_MS);
  const { classId, code } = await openClass(url, { clockMode: 'desk', seatsPerDistrict: 4, leftovers: 'observe' });
  const students: Student[] = [];
  for (const name of ['Ada', 'Bo', 'Chen', 'Dai', 'Eva']) students.push(await enrol(url, code, name));
  const desk = await sitAtDesk(url, classId);
  await desk.ask({ type: 'startClass' });
  const watchers = (await app.registry.byCode(code))?.state.observers;
  const watcher = students.find(({ playerId }) => watchers?.has(playerId));
  vi.stubGlobal('window', { ...window, localStorage: { getItem: () => watcher?.token, setItem: () => undefined } });
  const playing: StudentConnection = connectStudent({ classId, code });
  open.push(() => playing.stop());
  await until('the district that is watched', () => observed.value);
  expect(game.seated.value).toBeUndefined();
  expect(Math.abs(serverNow() - Date.now() - HOUR_MS)).toBeLessThan(HOUR_MS / 10);
});

test('a notice repeated after reconnecting shows once, also when it was read', () => {
  resetClassroom();
  const notice = { id: 'm1', text: 'Look here', at: 1 };
  addNotice(notice);
  addNotice(notice);
  addNotice({ ...notice, id: 'm2' });
  expect(notices.value.map(({ id }) => id)).toEqual(['m1', 'm2']);
  dismissNotice('m1');
  addNotice(notice);
  expect(notices.value.map(({ id }) => id)).toEqual(['m2']);
});

test('a desk of a class that was deleted says so, and does not wait for ever', async () => {
  const server = await served();
  const { classId, code } = await openClass(server.url);
  // A page's requests go to the server it came from.
  const { fetch: ask } = globalThis;
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => ask(new URL(path, server.url), init));
  open.push(openDesk(classId, { key: KEY }, code).leave);
  await until('the room', () => matchMaker.getLocalRoomById(classId)?.clients.length === 1);
  const url = `${server.url}/api/classes/${classId}`;
  expect((await fetch(url, { method: 'DELETE', headers: { authorization: `Bearer ${KEY}` } })).status).toBe(200);
  await until('the page to be told', () => deskRefusal.value === 'class-unknown');
});

test.each([
  ['desk', (classId: string) => openDesk(classId, { key: KEY })],
  ['projector', (classId: string) => ({ leave: openProjector(classId, { key: KEY }) })],
] as const)('a lost %s says that it is reconnecting', async (_, opens: (classId: string) => Pick<Desk, 'leave'>) => {
  const server = await served();
  const { classId } = await openClass(server.url);
  const { leave } = opens(classId);
  open.push(leave);
  await until('the room', () => matchMaker.getLocalRoomById(classId)?.clients.length === 1);
  expect(lineTrouble.value).toBeUndefined();
  await server.stop();
  await until('the page to notice', () => lineTrouble.value === 'lost');
});
