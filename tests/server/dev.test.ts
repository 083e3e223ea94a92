/**
 * `npm run dev`: one address for pages, requests and rooms, and a class that survives a change of the server's source.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from '../support/http.ts';
import { enrol, openTab, seatOf } from '../support/player.ts';
import { freePort } from '../support/ports.ts';
import { newFolder } from '../support/server.ts';
import { pause, until } from '../support/waiting.ts';

const root = join(import.meta.dirname, '../..');

let folder: string;
let url: string;
let child: ChildProcess;
let output = '';

beforeAll(async () => {
  folder = await newFolder();
  const port = await freePort();
  url = `http://localhost:${port}`;
  child = spawn(process.execPath, ['scripts/dev.ts', '--port', `${port}`, '--seats', '5', '--data', folder], {
    cwd: root,
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      output += chunk;
    });
  }
  await until('the class of robots', () => /\?code=\w+/.test(output));
});
afterAll(async () => {
  child.kill('SIGTERM');
  await until('the end', () => child.exitCode !== null || child.signalCode !== null);
  rmSync(folder, { recursive: true, force: true });
});

test('serves pages in development at every address of the game', async () => {
  for (const path of ['/', '/play', '/teach']) {
    const page = await ask(`${url}${path}`, { headers: { accept: 'text/html' } });
    expect(page.text).toContain('/@vite/client');
  }
});

test('seats a person among robots, and goes on where it was when the server’s source has changed', async () => {
  const [, code = ''] = /\?code=(\w+)/.exec(output) ?? [];
  const ada = await enrol(url, code, 'Ada');
  // A page takes a while to load, and the class waits until it is connected.
  await pause(1_000);
  const { districtId, seat, firstRound } = await seatOf(url, ada);
  expect(firstRound, 'seated at the start, not late').toBeUndefined();
  const tab = await openTab(url, districtId, ada.token);
  expect(tab.view()?.public.round).toBe(1);
  // The robots may have gone on from the news, but not from the plans without hers.
  await tab.act({ type: 'signalReady' });
  await until('the first plan', () => tab.view()?.public.phase === 'plan');
  const now = new Date();
  utimesSync(join(root, 'server/clock.ts'), now, now);
  await until('the server to be back', () => output.includes('server/clock.ts has changed'));
  const again = await openTab(url, districtId, ada.token);
  expect(again.view()).toMatchObject({ seat, public: { phase: 'plan', round: 1 } });
});
