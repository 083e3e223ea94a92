/** Places reserved without a request: with the answer to a join, and with the message about a seat. */
import { Client, type Room } from 'colyseus.js';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { holdPlace } from '../../client/net/places.ts';
import { keepConnected, type RoomConnection } from '../../client/net/room-connection.ts';
import { type Place, type SeatedMessage, WIRE_VERSION } from '../../shared/protocol/wire.ts';
import { nth } from '../support/district.ts';
import { type Answered, newToken, openClass, post } from '../support/http.ts';
import { stubPage } from '../support/no-page.ts';
import { sitAtDesk } from '../support/player.ts';
import { startServer, stopServers, type TestServer } from '../support/server.ts';
import { until } from '../support/waiting.ts';

/** Tabs of one student, plus as many reservations. */
const PLACES = 12;

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(stopServers);

let stay: RoomConnection | undefined;
beforeEach(() => {
  vi.stubGlobal('location', { origin: server.url });
  stubPage();
});
afterEach(() => {
  stay?.leave();
  vi.unstubAllGlobals();
});

function join(code: string, token = newToken(), page: object = { wire: WIRE_VERSION }): Promise<Answered> {
  return post(`${server.url}/api/classes/${code}/players`, { name: 'Ada', token, ...page });
}

function placeOf({ body }: Answered): Place {
  return body.place as Place;
}

async function take(place: Place): Promise<Room> {
  const room = await new Client(server.url).consumeSeatReservation(place);
  room.reconnection.enabled = false;
  room.onMessage('*', () => undefined);
  return room;
}

function seatTold(room: Room): Promise<SeatedMessage> {
  return new Promise((told) => room.onMessage<SeatedMessage>('seated', told));
}

test('whoever joins has a place in the class, good for one entry', async () => {
  const { classId, code } = await openClass(server.url);
  const place = placeOf(await join(code));
  expect(place.roomId).toBe(classId);
  const room = await take(place);
  await expect(take(place)).rejects.toThrow();
  await room.leave();
});

test('a page of another version has none', async () => {
  const { code } = await openClass(server.url);
  for (const page of [{}, { wire: WIRE_VERSION - 1 }]) {
    const answer = await join(code, newToken(), page);
    expect(answer.status).toBe(200);
    expect(answer.body).not.toHaveProperty('place');
  }
});

test('whoever joins again and again is let in, and has no more places than tabs can use', async () => {
  const { code } = await openClass(server.url);
  const token = newToken();
  const answers = [];
  while (answers.length < PLACES + 3) answers.push(await join(code, token));
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  expect(answers.filter(({ body }) => body.place !== undefined)).toHaveLength(PLACES);
});

test('a place is worth nothing once its person was removed', async () => {
  const { classId, code } = await openClass(server.url);
  const answer = await join(code);
  const desk = await sitAtDesk(server.url, classId);
  await desk.ask({ type: 'remove', player: String(answer.body.playerId) });
  await expect(take(placeOf(answer))).rejects.toThrow('player-removed');
  await desk.close();
});

test('whoever is told their seat has a place in its district', async () => {
  const { classId, code } = await openClass(server.url, { clockMode: 'desk' });
  const classRoom = await take(placeOf(await join(code)));
  const told = seatTold(classRoom);
  const desk = await sitAtDesk(server.url, classId);
  await desk.ask({ type: 'startClass' });
  const { districtId, place } = await told;
  expect(place?.roomId).toBe(districtId);
  const district = await take(place as Place);
  await Promise.all([district.leave(), classRoom.leave(), desk.close()]);
});

test('a page comes in by its place without asking, and asks once that is gone', async () => {
  const { classId, code } = await openClass(server.url);
  const token = newToken();
  const asked = vi.spyOn(globalThis, 'fetch');
  holdPlace(placeOf(await join(code, token)));
  asked.mockClear();
  const rooms: Room[] = [];
  const options = { roomId: classId, join: { wire: WIRE_VERSION, token }, onLost: () => undefined };
  stay = keepConnected({ ...options, onOpen: (room) => rooms.push(room), onFailed: () => true });
  await until('the page to be in', () => rooms.length === 1);
  expect(asked).not.toHaveBeenCalled();
  nth(rooms, 0).connection.close();
  await until('the page to be back', () => rooms.length === 2);
  expect(asked.mock.calls.map(([url]) => String(url))).toEqual([`${server.url}/matchmake/joinById/${classId}`]);
});

test('a page whose place is no longer kept asks for another', async () => {
  const { classId, code } = await openClass(server.url);
  const token = newToken();
  const place = placeOf(await join(code, token));
  await (await take(place)).leave();
  holdPlace(place);
  let opened = false;
  const failed: string[] = [];
  const onFailed = (reason: string) => failed.push(reason) > 0;
  const onOpen = () => {
    opened = true;
  };
  stay = keepConnected({
    roomId: classId,
    join: { wire: WIRE_VERSION, token },
    onOpen,
    onLost: () => undefined,
    onFailed,
  });
  await until('the page to be in', () => opened);
  expect(failed).toHaveLength(1);
});
