/** Names of arrivals go to the class only: nicknames, if the desk shows them, also after a restart. */
import { afterAll, expect, test } from 'vitest';
import type { ProjectorView } from '../../shared/protocol/class-room.ts';
import type { GatheredMessage } from '../../shared/protocol/class-student.ts';
import { enter } from '../support/class-room.ts';
import { openClass } from '../support/http.ts';
import { enrol } from '../support/player.ts';
import { KEY, startServer, stopServers } from '../support/server.ts';
import { until } from '../support/waiting.ts';

afterAll(stopServers);

test('names are those of the class, until the desk hides them, and stay hidden after a restart', async () => {
  let server = await startServer();
  const { folder } = server;
  const { classId, code } = await openClass(server.url, { clockMode: 'desk', seatsPerDistrict: 6, showNames: true });
  const other = await openClass(server.url, { clockMode: 'desk', showNames: true });
  const ada = await enrol(server.url, code, 'Ada');
  const page = await enter(server.url, classId, { token: ada.token });
  const seen = (on = page) => on.latest<GatheredMessage>('gathered');
  await until('herself', () => seen());
  expect(seen()).toEqual({ joined: 1, doors: 5, names: ['Ada'] });
  await enrol(server.url, other.code, 'Elsewhere');
  const bo = await enrol(server.url, code, '小博');
  await until('both', () => seen()?.names?.length === 2);
  expect(seen()).toEqual({ joined: 2, doors: 4, names: ['Ada', '小博'] });
  const told = JSON.stringify(page.all('gathered'));
  for (const secret of [ada.token, bo.token, ada.playerId, bo.playerId, 'Elsewhere'])
    expect(told).not.toContain(secret);

  const desk = await enter(server.url, classId, { key: KEY });
  expect(await desk.ask({ type: 'showNames', on: false })).toMatchObject({ ok: true });
  await until('no names', () => seen()?.names === undefined);
  expect(seen()).toEqual({ joined: 2, doors: 4 });
  await until('the act', () => desk.desk()?.acts?.at(-1)?.type === 'showNames');

  await server.stop();
  server = await startServer({ folder });
  const again = await enter(server.url, classId, { token: ada.token });
  await until('the same', () => seen(again));
  expect(seen(again)).toEqual({ joined: 2, doors: 4 });
});

test('once seats are dealt each is told who sits in their own district, until the game begins', async () => {
  const server = await startServer();
  const { classId, code, projectorLink } = await openClass(server.url, {
    clockMode: 'desk',
    seatsPerDistrict: 4,
    showNames: true,
  });
  const people = [];
  for (const name of ['A', 'B', 'C', 'D', 'E']) people.push(await enrol(server.url, code, name));
  const pages = await Promise.all(people.map(({ token }) => enter(server.url, classId, { token })));
  const wall = await enter(server.url, classId, { link: projectorLink });
  const desk = await enter(server.url, classId, { key: KEY });
  await desk.ask({ type: 'seatClass' });
  const behind = () => pages.map((page) => page.latest<GatheredMessage>('gathered')?.neighbours ?? []);
  await until('neighbours', () => behind().every((names) => names.length > 0));
  for (const [place, names] of behind().entries()) {
    expect(names.map(({ name }) => name)).toContain(people[place]?.name);
  }
  expect(new Set(behind().map((names) => names.map(({ name }) => name).join())).size).toBe(2);
  const shown = () => wall.latest<{ view: ProjectorView }>('projector')?.view;
  await until('the wall', () => shown()?.districts.length === 2);
  expect(shown()?.doors).toBe(3);
  expect(shown()?.districts.flatMap(({ names = [] }) => names).length).toBe(5);
  await desk.ask({ type: 'startClass' });
  await until('no names on the wall', () => shown()?.districts.every(({ names }) => names === undefined));
  expect(shown()?.names).toBeUndefined();
});

test('of more than forty the last ten are named; a class from a list, and one that did not ask, show none', async () => {
  const server = await startServer();
  const { classId, code } = await openClass(server.url, { clockMode: 'desk', showNames: true });
  const names = Array.from({ length: 41 }, (_, place) => `P${place + 1}`);
  const [first] = [await enrol(server.url, code, 'P1')];
  for (const name of names.slice(1)) await enrol(server.url, code, name);
  const page = await enter(server.url, classId, { token: first.token });
  await until('the last', () => page.latest<GatheredMessage>('gathered'));
  expect(page.latest<GatheredMessage>('gathered')).toEqual({ joined: 41, doors: 7, names: names.slice(-10) });

  const quiet = await openClass(server.url, { clockMode: 'desk' });
  const cy = await enrol(server.url, quiet.code, 'Cy');
  const quietPage = await enter(server.url, quiet.classId, { token: cy.token });
  await until('the count', () => quietPage.latest<GatheredMessage>('gathered'));
  expect(quietPage.latest<GatheredMessage>('gathered')).toEqual({ joined: 1, doors: 11 });
});

test('two of one name are told apart, in the order in which they came', async () => {
  const server = await startServer();
  const { classId, code, projectorLink } = await openClass(server.url, {
    clockMode: 'desk',
    seatsPerDistrict: 4,
    showNames: true,
  });
  for (const name of ['Ann', 'Bo', 'ann']) await enrol(server.url, code, name);
  const wall = await enter(server.url, classId, { link: projectorLink });
  const shown = () => wall.latest<{ view: ProjectorView }>('projector')?.view;
  await until('three names', () => shown()?.names?.length === 3);
  expect(shown()?.names).toEqual(['Ann', 'Bo', 'ann (2)']);
  const desk = await enter(server.url, classId, { key: KEY });
  await desk.ask({ type: 'seatClass' });
  await until('their houses', () => shown()?.districts[0]?.names?.length === 3);
  expect(shown()?.districts[0]?.names?.map(({ name }) => name)).toEqual(['Ann', 'Bo', 'ann (2)']);
});
