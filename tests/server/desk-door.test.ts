/** A class's door: fake names, a closed door, a full class. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enter } from '../support/class-room.ts';
import { openedWith, seated } from '../support/desk-class.ts';
import { nth } from '../support/district.ts';
import { joinClass, newToken, post } from '../support/http.ts';
import { enrol, type Student } from '../support/player.ts';
import { KEY, startServer, stopServers, type TestServer } from '../support/server.ts';
import { until } from '../support/waiting.ts';

let server: TestServer;
/** Offset of the server's clock. */
let ahead = 0;
beforeAll(async () => {
  server = await startServer({ now: () => Date.now() + ahead });
});
afterAll(stopServers);

const opened = (names: readonly string[]) => openedWith(server.url, names);

/** A program that joined often and never connected. */
async function ghostsIn(code: string, count: number): Promise<readonly Student[]> {
  return Promise.all(Array.from({ length: count }, () => enrol(server.url, code, 'Ghost')));
}

describe('names that a program left at the door', () => {
  test('get no seat when the class is seated; whoever comes later gets one then', async () => {
    const open = await opened(['Ada', 'Bo', 'Cy']);
    const ghosts = await ghostsIn(open.code, 40);
    await open.desk.ask({ type: 'startClass' });
    const places = await Promise.all(open.lines.map(seated));
    expect(new Set(places.map(({ districtNumber }) => districtNumber))).toEqual(new Set([1]));
    await until('the district', () => open.desk.desk()?.districts.length === 1);
    const late = await enter(server.url, open.classId, { token: nth(ghosts, 0).token });
    expect((await seated(late)).districtNumber).toBe(1);
    await until('one seat more', () => open.desk.desk()?.players.filter(({ seat }) => seat !== undefined).length === 4);
  });

  test('come and sit one in each seat, however many at once', async () => {
    const open = await opened(['Ada']);
    await open.desk.ask({ type: 'startClass' });
    const late = await ghostsIn(open.code, 9);
    const lines = await Promise.all(late.map(({ token }) => enter(server.url, open.classId, { token })));
    const places = await Promise.all([...open.lines, ...lines].map(seated));
    expect(new Set(places.map(({ districtNumber, seat }) => `${districtNumber} ${seat}`)).size).toBe(10);
  });

  test('are removed all at once, and those who are connected stay', async () => {
    const open = await opened(['Ada', 'Bo']);
    const ghosts = await ghostsIn(open.code, 30);
    await until('all', () => open.desk.desk()?.players.length === 32);
    expect(
      await open.desk.ask({ type: 'removeMany', players: ghosts.slice(0, 3).map(({ playerId }) => playerId) }),
    ).toEqual({ ok: true });
    await until('fewer', () => open.desk.desk()?.players.length === 29);
    expect(await open.desk.ask({ type: 'removeAbsent' })).toEqual({ ok: true });
    await until('those who are here', () => open.desk.desk()?.players.length === 2);
    expect(open.lines.map(({ left }) => left)).toEqual([undefined, undefined]);
  });

  test('find the door closed, which lets in who belongs there already', async () => {
    const open = await opened(['Ada']);
    await open.desk.ask({ type: 'setDoor', open: false });
    await until('the door', () => open.desk.desk()?.door?.open === false);
    expect((await joinClass(server.url, open.code, 'Ghost')).body.code).toBe('class-closed');
    const [ada] = open.students;
    expect((await joinClass(server.url, open.code, 'Ada', ada?.token)).status).toBe(200);
    await open.desk.ask({ type: 'setDoor', open: true });
    expect((await joinClass(server.url, open.code, 'Bo')).status).toBe(200);
  });

  test('fill no class beyond the size the desk expects, and make room for whoever really comes', async () => {
    const open = await opened(['Ada', 'Bo']);
    await open.desk.ask({ type: 'setDoor', open: true, expected: 6 });
    await ghostsIn(open.code, 4);
    expect((await joinClass(server.url, open.code, 'Cy')).body.code).toBe('class-full');
    ahead += 31_000;
    const cy = await enrol(server.url, open.code, 'Cy');
    await enter(server.url, open.classId, { token: cy.token });
    await until('Cy', () => open.desk.desk()?.players.some(({ name, online }) => name === 'Cy' && online));
    const names = open.desk.desk()?.players.map(({ name }) => name);
    expect(names?.filter((name) => name === 'Ghost')).toHaveLength(3);
    expect(names).toEqual(expect.arrayContaining(['Ada', 'Bo', 'Cy']));
  });

  test('of a roster get in by their links through a closed door', async () => {
    const answer = await post(`${server.url}/api/classes`, { roster: ['Ada'] }, KEY);
    const { classId, code, roster } = answer.body as { classId: string; code: string; roster: { invite: string }[] };
    const desk = await enter(server.url, classId, { key: KEY });
    await desk.ask({ type: 'setDoor', open: false, expected: 1 });
    const join = (body: object) => post(`${server.url}/api/classes/${code}/players`, { token: newToken(), ...body });
    expect((await join({ name: 'Ghost' })).body.code).toBe('class-closed');
    expect((await join({ name: '', invite: roster[0]?.invite })).status).toBe(200);
  });
});
