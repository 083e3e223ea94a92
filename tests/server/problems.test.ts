/** Answers to failing requests: whose fault it was, without internals. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { pino } from 'pino';
import { afterEach, expect, test } from 'vitest';
import { DamagedClass, HeldElsewhere } from '../../server/classroom/stored/on-record.ts';
import { catchAll } from '../../server/http/problems.ts';

let server: Server;
afterEach(() => {
  server.close();
});

/** Status and problem, and the number of lines in the server's log. */
async function answerTo(error: unknown, healthy = true) {
  const noted: string[] = [];
  const app = express();
  app.get('/', () => {
    throw error;
  });
  app.use(catchAll(pino({}, { write: (line: string) => noted.push(line) }), { healthy: async () => healthy }));
  server = createServer(app);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}/`);
  const text = await response.text();
  return { status: response.status, problem: JSON.parse(text).code, text, noted: noted.length };
}

test.each([
  [400, 400, 'not-understood', 0],
  [404, 404, 'not-found', 0],
  [413, 413, 'too-large', 0],
  [499, 400, 'not-understood', 0],
  [500, 500, 'unexpected', 1],
  [399, 500, 'unexpected', 1],
])('an error of status %i is answered with %i, %s', async (status, answered, code, noted) => {
  const answer = await answerTo(Object.assign(new Error('of its own'), { status }));
  expect(answer).toMatchObject({ status: answered, problem: code, noted });
  expect(answer.text).not.toContain('of its own');
});

test.each([[new Error('a bug')], ['a bug'], [{ status: '404' }]])('a bug, %o, is ours', async (error) => {
  expect(await answerTo(error)).toMatchObject({ status: 500, problem: 'unexpected', noted: 1 });
});

test('what a store refuses that cannot be written is no bug: it may be asked for again', async () => {
  const answer = await answerTo(new Error('disk I/O error'), false);
  expect(answer).toMatchObject({ status: 503, problem: 'store-unavailable', noted: 1 });
  server.close();
  expect(await answerTo(Object.assign(new Error(), { status: 413 }), false)).toMatchObject({ status: 413 });
});

test('what another process holds may be asked for again, what is damaged may not', async () => {
  expect(await answerTo(new HeldElsewhere())).toMatchObject({ problem: 'store-unavailable', noted: 0 });
  server.close();
  expect(await answerTo(new DamagedClass())).toMatchObject({ problem: 'record-damaged', noted: 0 });
});
