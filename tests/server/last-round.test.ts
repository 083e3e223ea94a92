/** The last result waits for the desk whatever the clock; and the desk may make any round the last. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProjectorView } from '../../shared/protocol/class-room.ts';
import type { FinaleMessage } from '../../shared/protocol/class-student.ts';
import { enter } from '../support/class-room.ts';
import { openedWith, seated } from '../support/desk-class.ts';
import { nth } from '../support/district.ts';
import { KEY, startServer, stopServers, type TestServer } from '../support/server.ts';
import { pause, until } from '../support/waiting.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(stopServers);

async function withWall(classId: string) {
  const desk = await enter(server.url, classId, { key: KEY });
  const link = await desk.ask({ type: 'issueLink', to: 'projector' });
  const wall = await enter(server.url, classId, { link: (link.ok && link.done?.link) || '' });
  return () => wall.latest<{ view: ProjectorView }>('projector')?.view;
}

test('no clock ends the last reveal: it waits for the end to be told, and guesses are taken until they are shown', async () => {
  const times = { clockMode: 'clock', newsMs: 200, planMs: 200, revealMs: 200 } as const;
  const { classId, desk, lines } = await openedWith(server.url, ['Ada', 'Bo'], { ...times, parameters: { rounds: 2 } });
  const wall = await withWall(classId);
  await desk.ask({ type: 'startClass' });
  const row = () => desk.desk()?.districts[0];
  const waiting = await until('the last reveal', () => (row()?.endWaits === true ? row() : undefined));
  expect(waiting).toMatchObject({ phase: 'reveal', round: 2, held: true, predictions: { made: 0, asked: 2 } });
  expect(waiting).not.toHaveProperty('deadline');
  await pause(600);
  expect(row()?.phase).toBe('reveal');
  await until('the wall', () => wall()?.districts[0]?.phase === 'reveal');
  expect(wall()?.districts[0]).not.toHaveProperty('deadline');
  expect(wall()?.districts[0]).not.toHaveProperty('figure');
  expect(await nth(lines, 0).student({ type: 'predict', figure: '2', income: [] })).toMatchObject({ ok: true });
  expect(await desk.ask({ type: 'stepFinale', to: 'count' })).toEqual({ ok: true });
  expect(await nth(lines, 1).student({ type: 'predict', figure: '3', income: [] })).toMatchObject({ ok: true });
  expect(await desk.ask({ type: 'stepFinale', to: 'guesses' })).toEqual({ ok: true });
  expect(await desk.ask({ type: 'stepFinale', to: 'figures' })).toEqual({ ok: true });
  await until('the end', () => row()?.phase === 'ended');
  expect(row()).toMatchObject({ predictions: { made: 2, asked: 2 } });
});

const QUICK = { clockMode: 'wait', seatsPerDistrict: 4, leftovers: 'bots', parameters: { rounds: 1 } } as const;

/** Two districts that wait for their people; those of the first have said all they have to say. */
async function firstIsDone(ends: 'together' | 'own') {
  const asked = await openedWith(server.url, ['Ada', 'Bo', 'Cy', 'Di', 'Ed'], { ...QUICK, ends });
  const wall = await withWall(asked.classId);
  await asked.desk.ask({ type: 'startClass' });
  const district = (number: number) => asked.desk.desk()?.districts.find((each) => each.number === number);
  const on = async (phase: string) => {
    await asked.desk.ask({ type: 'advance', district: 1 });
    await until(phase, () => district(1)?.phase === phase);
  };
  await until('the news', () => district(1)?.phase === 'news');
  await on('plan');
  await on('reveal');
  const inFirst = await Promise.all(asked.lines.map(async (line) => (await seated(line)).districtId));
  const ada = inFirst.indexOf(district(1)?.id ?? '');
  return { ...asked, wall, district, line: nth(asked.lines, ada) };
}

test('where phases wait for everybody, the end may wait for the desk, too', async () => {
  const { desk, district } = await firstIsDone('together');
  await until('the last reveal', () => district(1)?.endWaits === true);
  expect(district(1)).toMatchObject({ phase: 'reveal', held: true });
  expect(district(1)).not.toHaveProperty('figureTold');
  expect(await desk.ask({ type: 'stepFinale', to: 'count' })).toMatchObject({ refused: 'wrong-phase' });
});

test('a district that has heard its own end is not asked again by the finale', async () => {
  const { desk, district, wall, line } = await firstIsDone('own');
  expect(district(1)).not.toHaveProperty('endWaits');
  await desk.ask({ type: 'advance', district: 1 });
  await desk.ask({ type: 'advance', district: 2 });
  await desk.ask({ type: 'advance', district: 2 });
  await until('one end', () => district(1)?.phase === 'ended' && district(2)?.phase === 'reveal');
  expect(district(1)).toMatchObject({ figureTold: true });
  await until('its figure on the wall', () => wall()?.districts[0]?.figure !== undefined);
  expect(wall()?.districts.map(({ heard }) => heard)).toEqual([true, undefined]);
  expect(await desk.ask({ type: 'stepFinale', to: 'count' })).toEqual({ ok: true });
  await until('the step', () => line.latest<FinaleMessage>('finale')?.step === 'count');
  expect(line.latest<FinaleMessage>('finale')).toMatchObject({ heard: true });
});

test('a round is made the last in mid-game, taken back, made the last again, and the finale follows', async () => {
  const { classId, desk } = await openedWith(server.url, ['Ada', 'Bo', 'Cy', 'Di', 'Ed'], {});
  await desk.ask({ type: 'seatClass' });
  expect(await desk.ask({ type: 'lastRound', on: true })).toMatchObject({ ok: false, refused: 'wrong-phase' });
  await desk.ask({ type: 'startClass' });
  for (const type of ['advance', 'closeRound', 'advance', 'advance'] as const) await desk.ask({ type });
  const rows = () => desk.desk()?.districts.map(({ phase, round, rounds, planned }) => [phase, round, rounds, planned]);
  await until('round 2', () => JSON.stringify(rows()).startsWith('[["plan",2,12'));
  expect(await desk.ask({ type: 'lastRound', on: true })).toMatchObject({ ok: true });
  await until('the last round', () => JSON.stringify(rows()) === '[["plan",2,2,12],["plan",2,2,12]]');
  expect(await desk.ask({ type: 'lastRound', on: false })).toMatchObject({ ok: true });
  await until('all rounds', () => rows()?.every(([, , rounds, planned]) => rounds === 12 && planned === undefined));
  expect(await desk.ask({ type: 'lastRound', on: true, district: 1 })).toMatchObject({ ok: true });
  await desk.ask({ type: 'closeRound' });
  expect(await desk.ask({ type: 'lastRound', on: true })).toMatchObject({ ok: true });
  await until('the last reveal', () => desk.desk()?.districts.every(({ predictions }) => predictions !== undefined));
  expect(await desk.ask({ type: 'stepFinale', to: 'figures' })).toEqual({ ok: true });
  await until('the end', () => rows()?.every(([phase]) => phase === 'ended'));
  expect(desk.desk()?.acts?.filter(({ type }) => type === 'lastRound')).toHaveLength(4);

  const again = await enter(server.url, classId, { key: KEY });
  await until('the desk', () => again.desk()?.districts[0]?.rounds === 2);
});

test('which figure how many guessed is told by itself once the last district is over, and not before', async () => {
  const settings = { clockMode: 'desk', seatsPerDistrict: 4, parameters: { rounds: 1 } } as const;
  const { classId, desk, lines } = await openedWith(server.url, ['Ada', 'Bo', 'Cy', 'Di', 'Ed'], settings);
  const wall = await withWall(classId);
  await desk.ask({ type: 'startClass' });
  for (const type of ['advance', 'closeRound'] as const) await desk.ask({ type });
  const phases = () => desk.desk()?.districts.map(({ phase }) => phase);
  await until('the last reveal', () => phases()?.every((phase) => phase === 'reveal'));
  expect(await nth(lines, 0).student({ type: 'predict', figure: '3', income: [] })).toMatchObject({ ok: true });
  await desk.ask({ type: 'advance', district: 1 });
  await until('the end of one', () => phases()?.join() === 'ended,reveal');
  await until('the guess', () => wall()?.guesses?.made === 1);
  expect(wall()?.guesses).toEqual({ made: 1, asked: 5 });
  await desk.ask({ type: 'advance', district: 2 });
  await until('the end of all', () => wall()?.guesses?.figures);
  expect(wall()?.guesses?.figures).toEqual({ '2': 0, '3': 1, '4': 0 });
});
