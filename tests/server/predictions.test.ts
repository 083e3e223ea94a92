/** Predictions before the end: the desk counts them live, and the debrief polls for more. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProjectorView } from '../../shared/protocol/class-room.ts';
import type { SeatedMessage } from '../../shared/protocol/wire.ts';
import { enter } from '../support/class-room.ts';
import { nth } from '../support/district.ts';
import { ask, openClass } from '../support/http.ts';
import { enrol, type Student } from '../support/player.ts';
import { KEY, startServer, stopServers, type TestServer } from '../support/server.ts';
import { until } from '../support/waiting.ts';

const ROUNDS = 8;
const INCOME = [40, 50, 60, 70, 60, 50, 40, 30];

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(stopServers);

test('the desk counts predictions by district from the last reveal on', async () => {
  const { classId, code } = await openClass(server.url, {
    clockMode: 'desk',
    seatsPerDistrict: 4,
    scenario: 'zhongguancun-8',
  });
  const students: Student[] = [];
  for (const name of ['Ada', 'Bo', 'Chen', 'Dai', 'Eva']) students.push(await enrol(server.url, code, name));
  const lines = await Promise.all(students.map(({ token }) => enter(server.url, classId, { token })));
  const desk = await enter(server.url, classId, { key: KEY });
  await desk.ask({ type: 'startClass' });
  const home = await until('a seat', () => nth(lines, 0).latest<SeatedMessage>('seated'));
  const row = () => desk.desk()?.districts.find(({ number }) => number === home.districtNumber);

  for (let round = 1; round <= ROUNDS; round++) {
    await until('the news', () => row()?.round === round && row()?.phase === 'news');
    await desk.ask({ type: 'advance' });
    await desk.ask({ type: 'closeRound' });
    await until('the reveal', () => row()?.round === round && row()?.phase === 'reveal');
    const counted = desk.desk()?.districts.map(({ predictions }) => predictions);
    if (round < ROUNDS) {
      expect(counted).toEqual([undefined, undefined]);
      await desk.ask({ type: 'advance' });
    }
  }
  const people =
    desk.desk()?.players.filter(({ districtNumber }) => districtNumber === home.districtNumber).length ?? 0;
  expect(people).toBeGreaterThan(1);
  expect(row()?.predictions).toEqual({ made: 0, asked: people });

  const made = await desk.ask({ type: 'issueLink', to: 'projector' });
  const wall = await enter(server.url, classId, { link: (made.ok && made.done?.link) || '' });
  const onWall = () => wall.latest<{ view: ProjectorView }>('projector')?.view;
  await until('the count on the wall', () => onWall()?.guesses?.asked === students.length);
  expect(onWall()?.guesses).toEqual({ made: 0, asked: students.length });
  expect(onWall()?.districts.map(({ figure }) => figure)).toEqual([undefined, undefined]);

  expect(await nth(lines, 0).student({ type: 'predict', figure: '4', income: [] })).toEqual({ ok: true });
  await until('one on the wall', () => onWall()?.guesses?.made === 1);
  // The first figure counts; the curve may follow it.
  const predict = () => nth(lines, 0).student({ type: 'predict', figure: '2', income: INCOME });
  expect(await predict()).toEqual({ ok: true });
  await until('the count', () => row()?.predictions?.made === 1);
  expect(await predict()).toEqual({ ok: true });
  const others = desk.desk()?.districts.filter(({ number }) => number !== home.districtNumber);
  expect(others?.map(({ predictions }) => predictions)).toEqual([{ made: 0, asked: students.length - people }]);

  const url = `${server.url}/api/classes/${classId}/export/predictions.json`;
  const { text } = await ask(url, { headers: { authorization: `Bearer ${KEY}` } });
  expect(JSON.parse(text)).toEqual([{ player: 'P001', district: home.districtNumber, figure: '4', income: INCOME }]);

  await desk.ask({ type: 'advance' });
  await until('the end', () => row()?.phase === 'ended');
  expect(row()?.predictions).toEqual({ made: 1, asked: people });
  await until('the histogram', () => onWall()?.guesses?.figures?.['4'] === 1);
  expect(onWall()?.guesses?.figures).toEqual({ '2': 0, '3': 0, '4': 1 });
  expect(onWall()?.districts.every(({ figure }) => figure !== undefined)).toBe(true);
});
