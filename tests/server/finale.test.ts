/**
 * The finale from the desk, step by step: wall and phones follow, a restart keeps the step, and nothing is revealed
 * early.
 */
import { afterAll, expect, test } from 'vitest';
import type { ProjectorView } from '../../shared/protocol/class-room.ts';
import type { FinaleMessage } from '../../shared/protocol/class-student.ts';
import { enter } from '../support/class-room.ts';
import { nth } from '../support/district.ts';
import { ask, openClass } from '../support/http.ts';
import { enrol, type Student } from '../support/player.ts';
import { KEY, startServer, stopServers } from '../support/server.ts';
import { until } from '../support/waiting.ts';

const ROUNDS = 8;

afterAll(stopServers);

test('the finale shows the count, the predictions, the figures, then one sentence', async () => {
  let server = await startServer();
  const { folder } = server;
  const { classId, code } = await openClass(server.url, {
    clockMode: 'desk',
    seatsPerDistrict: 4,
    scenario: 'zhongguancun-8',
  });
  const students: Student[] = [];
  for (const name of ['Ada', 'Bo', 'Chen', 'Dai', 'Eva']) students.push(await enrol(server.url, code, name));
  let desk = await enter(server.url, classId, { key: KEY });
  const link = await desk.ask({ type: 'issueLink', to: 'projector' });
  const wallOf = async () => {
    const wall = await enter(server.url, classId, { link: (link.ok && link.done?.link) || '' });
    return () => wall.latest<{ view: ProjectorView }>('projector')?.view;
  };
  await desk.ask({ type: 'startClass' });
  const told = async () => (await ask(`${server.url}/api/classes/${code}`)).body.told;
  const phases = () => desk.desk()?.districts.map(({ phase, round }) => `${phase} ${round}`);
  const all = (phase: string, round: number) => () =>
    phases()?.length === 2 && phases()?.every((each) => each === `${phase} ${round}`) === true;
  for (let round = 1; round <= ROUNDS; round++) {
    await until('the news', all('news', round));
    if (round === ROUNDS) {
      expect(await desk.ask({ type: 'stepFinale', to: 'count' })).toMatchObject({ refused: 'wrong-phase' });
    }
    await desk.ask({ type: 'advance' });
    await desk.ask({ type: 'closeRound' });
    await until('the reveal', all('reveal', round));
    if (round < ROUNDS) await desk.ask({ type: 'advance' });
  }
  let onWall = await wallOf();
  const [ada, bo] = [nth(students, 0), nth(students, 1)];
  let adas = await enter(server.url, classId, { token: ada.token });
  const bos = await enter(server.url, classId, { token: bo.token });
  expect(await desk.ask({ type: 'stepFinale', to: 'count' })).toEqual({ ok: true });
  await adas.student({ type: 'predict', figure: '4', income: [] });
  await until('the count', () => onWall()?.finale === 'count' && onWall()?.guesses?.made === 1);
  expect(onWall()?.guesses).not.toHaveProperty('figures');
  expect(await desk.ask({ type: 'stepFinale', to: 'guesses' })).toEqual({ ok: true });
  await until('the guesses', () => adas.latest<FinaleMessage>('finale')?.step === 'guesses');
  expect(adas.latest<FinaleMessage>('finale')?.guesses?.figures).toEqual({ '2': 0, '3': 0, '4': 1 });
  expect(await bos.student({ type: 'predict', figure: '4', income: [] })).toMatchObject({ refused: 'poll-closed' });
  // The figures stay secret.
  expect(onWall()?.districts.every(({ figure }) => figure === undefined)).toBe(true);

  await server.stop();
  server = await startServer({ folder });
  desk = await enter(server.url, classId, { key: KEY });
  await until('the step after the restart', () => desk.desk()?.finale === 'guesses');
  expect(await told()).toBeUndefined();
  expect(await desk.ask({ type: 'stepFinale', to: 'figures' })).toEqual({ ok: true });
  await until('the end', () => phases()?.every((each) => each.startsWith('ended')) === true);
  onWall = await wallOf();
  await until('the figures', () => onWall()?.finale === 'figures');
  expect(await told()).toBe(true);
  expect(onWall()?.districts.every(({ figure }) => figure !== undefined)).toBe(true);
  const lastAct = () => desk.desk()?.acts?.at(-1);
  await until('the act and the step', () => lastAct()?.type === 'stepFinale' && desk.desk()?.finale === 'figures');
  expect(lastAct()).toMatchObject({ type: 'stepFinale', by: 'instructor' });

  // An undone end is not told; after a second end it is.
  await desk.ask({ type: 'undo', district: 1 });
  await until('nothing told', () => desk.desk()?.finale === 'guesses');
  expect(await told()).toBeUndefined();
  expect(await desk.ask({ type: 'stepFinale', to: 'sentence' })).toEqual({ ok: true });
  await until('the sentence', () => desk.desk()?.finale === 'sentence');
  expect(await desk.ask({ type: 'endClass' })).toEqual({ ok: true });
  expect(await desk.ask({ type: 'stepFinale', to: 'maps' })).toEqual({ ok: true });
  adas = await enter(server.url, classId, { token: ada.token });
  await until('the maps', () => adas.latest<FinaleMessage>('finale')?.step === 'maps');
});
