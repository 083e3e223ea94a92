/** Desk actions reported as done survive an immediate `kill -9`. */
import { rm } from 'node:fs/promises';
import { afterEach, expect, test } from 'vitest';
import type { OpenClassAnswer } from '../../shared/protocol/class-http.ts';
import type { QuestionsMessage, ReflectionMessage } from '../../shared/protocol/class-student.ts';
import type { SeatedMessage } from '../../shared/protocol/wire.ts';
import { type ServerProcess, startProcess } from '../support/child.ts';
import { enter } from '../support/class-room.ts';
import { newToken, post } from '../support/http.ts';
import { enrol, seatOf } from '../support/player.ts';
import { freePort } from '../support/ports.ts';
import { KEY, newFolder } from '../support/server.ts';
import { until } from '../support/waiting.ts';

let server: ServerProcess | undefined;
let folder: string | undefined;

afterEach(async () => {
  await server?.end('SIGKILL');
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

test('seats, moves, answers, a reflection, an undo, codes and links are there again, and the repeated request counts once', async () => {
  folder = await newFolder();
  const port = await freePort();
  server = await startProcess(folder, port);
  const { url } = server;
  const opened = await post(`${url}/api/classes`, { clockMode: 'desk', seatsPerDistrict: 4 }, KEY);
  const { classId, code, assistantLink } = opened.body as unknown as OpenClassAnswer;
  const [ada, bo] = [await enrol(url, code, 'Ada'), await enrol(url, code, 'Bo')];
  const desk = await enter(url, classId, { key: KEY });
  await desk.ask({ type: 'startClass' });
  const [adas, bos] = [await seatOf(url, ada), await seatOf(url, bo)];
  await desk.ask({ type: 'move', player: ada.playerId, district: 1, seat: bos.seat });
  for (const type of ['advance', 'closeRound', 'undo'] as const) await desk.ask({ type });
  await desk.ask({ type: 'freeze', question: 'Why?' });
  const line = await enter(url, classId, { token: ada.token });
  const { questions } = await until('questions', () => line.latest<QuestionsMessage>('questions'));
  const { id: reflection } = await until('the question', () => line.latest<ReflectionMessage>('reflection'));
  await line.student({ type: 'answerQuestion', question: questions[0] ?? '', choice: 'A' });
  await line.student({ type: 'answerReflection', reflection, text: 'Because' });
  const issued = await desk.ask({ type: 'issueReentry', player: bo.playerId }, 'issue-a-code');
  await server.end('SIGKILL');

  server = await startProcess(folder, port);
  const again = await enter(url, classId, { link: assistantLink });
  await until('the desk', () => again.desk()?.districts[0]);
  const shown = again.desk();
  expect(shown?.districts[0]).toMatchObject({ phase: 'plan', round: 1, paused: true, frozen: true, humans: 2 });
  expect(shown?.players.find(({ name }) => name === 'Ada')).toMatchObject({
    seat: bos.seat,
    questions: { answered: 1 },
  });
  expect(shown?.players.find(({ name }) => name === 'Bo')?.seat).toBe(adas.seat);
  expect(shown?.reflections).toMatchObject([{ id: reflection, open: true }]);
  expect(shown?.answers).toMatchObject([{ reflection, player: ada.playerId, text: 'Because' }]);
  const reentry = issued.ok ? issued.done?.reentry?.code : undefined;
  expect(await again.ask({ type: 'issueReentry', player: bo.playerId }, 'issue-a-code')).toEqual({ ok: true });
  const token = newToken();
  const back = await post(`${url}/api/classes/${code}/reentry`, { reentry, token });
  expect(back.body).toMatchObject({ playerId: bo.playerId });
  const seat = await enter(url, classId, { token });
  expect((await until('the seat', () => seat.latest<SeatedMessage>('seated'))).seat).toBe(adas.seat);
  expect(await again.ask({ type: 'thaw' })).toMatchObject({ ok: true });
  await until('the end of the reflection', () => again.desk()?.districts[0]?.frozen === undefined);
  expect(again.desk()?.districts[0]?.paused, 'as the undo had left it').toBe(true);
});
