/** Robots that opened a class can end it, whatever happened to the server meanwhile. */
import { rm } from 'node:fs/promises';
import { afterEach, expect, test } from 'vitest';
import { sendDeskRequest } from '../../server/robots/classroom.ts';
import { type ServerProcess, startProcess } from '../support/child.ts';
import { ask, openClass } from '../support/http.ts';
import { freePort } from '../support/ports.ts';
import { KEY, newFolder } from '../support/server.ts';
import { pause } from '../support/waiting.ts';

let server: ServerProcess | undefined;
let folder: string | undefined;

afterEach(async () => {
  await server?.end('SIGKILL');
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

test('a robots’ desk that finds the server gone asks again when it is back, and is answered', async () => {
  folder = await newFolder();
  const port = await freePort();
  server = await startProcess(folder, port);
  const { classId, code } = await openClass(server.url);
  await server.end('SIGKILL');
  const answered = sendDeskRequest(server.url, KEY, classId, { type: 'endClass' });
  await pause(300);
  server = await startProcess(folder, port);
  expect(await answered).toMatchObject({ ok: true });
  expect((await ask(`${server.url}/api/classes/${code}`)).body).toMatchObject({ phase: 'ended' });
  await expect(sendDeskRequest(server.url, 'wrong', classId, { type: 'endClass' })).rejects.toThrow('key-wrong');
});
