/** A desk repeats a request whose answer was lost: it is done once and answered alike. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DeskRequestAction } from '../../shared/protocol/class-room.ts';
import { enter } from '../support/class-room.ts';
import { openClass } from '../support/http.ts';
import { enrol } from '../support/player.ts';
import { KEY, startServer, stopServers, type TestServer } from '../support/server.ts';
import { until } from '../support/waiting.ts';

/** Answers the room remembers per desk; acts that changed the class are also in its log. */
const ANSWERS_KEPT = 200;

let server: TestServer;
let ahead = 0;
beforeAll(async () => {
  server = await startServer({ now: () => Date.now() + ahead });
});
afterAll(stopServers);

async function deskOfClass() {
  const { classId, code } = await openClass(server.url, { clockMode: 'desk' });
  const ada = await enrol(server.url, code, 'Ada');
  const desk = await enter(server.url, classId, { key: KEY });
  return { classId, ada, desk };
}

test('the same request twice at once acts once', async () => {
  const { classId, ada, desk } = await deskOfClass();
  const id = randomUUID();
  const issue = { type: 'issueReentry', player: ada.playerId } as const;
  const answers = await Promise.all([desk.ask(issue, id), desk.ask(issue, id)]);
  expect(answers[0]).toMatchObject({ ok: true });
  expect(answers[1]).toEqual(answers[0]);
  const lines = await server.store.read(`class:${classId}`);
  expect(lines.filter(({ line }) => line.includes('ReentryIssued'))).toHaveLength(1);
});

test('a refusal is remembered like any answer, until two hundred others came after it', async () => {
  const { desk } = await deskOfClass();
  const pause: DeskRequestAction = { type: 'pause' };
  const id = randomUUID();
  const refusal = { ok: false, refused: 'class-not-started' };
  expect(await desk.ask(pause, id)).toEqual(refusal);
  expect(await desk.ask({ type: 'startClass' })).toEqual({ ok: true });
  await until('the district', () => desk.desk()?.districts.length === 1);
  for (let other = 2; other < ANSWERS_KEPT; other += 1) {
    ahead += 100;
    await desk.ask({ type: 'message', text: '' });
  }
  expect(await desk.ask(pause, id)).toEqual(refusal);
  await desk.ask({ type: 'message', text: '' });
  expect(await desk.ask(pause, id)).not.toEqual(refusal);
});
