/**
 * A disk that accepts writes but hangs every flush, like a failing disk or a network volume. strace does it to the
 * running server process; skipped where tracing is not allowed.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openSqliteStore } from '../../server/storage/sqlite.ts';
import { type ServerProcess, startProcess } from '../support/child.ts';
import { enter } from '../support/class-room.ts';
import { holdFlushes, mayHoldFlushes } from '../support/flushes.ts';
import { ask } from '../support/http.ts';
import { openTab } from '../support/player.ts';
import { freePort } from '../support/ports.ts';
import { KEY, log, newFolder } from '../support/server.ts';
import { pause, until } from '../support/waiting.ts';
import { audit } from './audit.ts';
import { gather } from './crowd.ts';
import { isLong, report } from './forms.ts';

const HELD_MS = isLong ? 30_000 : 8_000;
const SEATS = 7;

const possible = await mayHoldFlushes();

let server: ServerProcess | undefined;
let letGo: (() => Promise<void>) | undefined;
let folder: string | undefined;
afterEach(async () => {
  await letGo?.();
  await server?.end('SIGKILL');
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

test.skipIf(!possible)(
  'a flush that hangs (only with strace, where one may trace): nothing is acknowledged, everybody is told, and the game goes on where it was',
  async () => {
    folder = await newFolder();
    server = await startProcess(folder, await freePort());
    const { url, pid } = server;
    const crowd = await gather({ url, seats: SEATS });
    await until('the third round', () => crowd.robots.some(({ round }) => round >= 3));
    const [robot] = crowd.robots;
    const watcher = await openTab(url, robot?.districtId ?? '', robot?.token ?? '');
    const away = () => {
      const state = watcher.received.findLast(({ type }) => type === 'state')?.message;
      return typeof state === 'object' && state !== null && 'storeAway' in state && state.storeAway === true;
    };
    const acknowledged = () => crowd.robots.map((each) => each.acknowledged.length);

    const desk = await enter(url, crowd.classId, { key: KEY });

    letGo = await holdFlushes(pid);
    const began = performance.now();
    // The class's own log hangs together with the district's.
    const hanging = desk.ask({ type: 'message', text: 'One moment' }).catch(() => undefined);
    await until('everyone to be told', away);
    const toldMs = Math.round(performance.now() - began);
    const before = acknowledged();
    expect((await ask(`${url}/healthz`)).status).toBe(200);
    expect((await ask(`${url}/readyz`)).status).toBe(503);
    await pause(Math.max(500, HELD_MS - (performance.now() - began)));
    expect(acknowledged()).toEqual(before);
    // The class gives up some seconds after its own message, and what is asked before waits for the flush.
    const another = () => Promise.race([desk.ask({ type: 'message', text: 'Another' }), pause(1_000)]);
    await expect.poll(another).toEqual({ ok: false, refused: 'store-unavailable' });

    await letGo?.();
    const over = performance.now();
    await until('everyone to be told that it is over', () => !away());
    const backMs = Math.round(performance.now() - over);
    await hanging;
    await crowd.played;
    expect((await ask(`${url}/readyz`)).status).toBe(200);
    expect(await server.end('SIGTERM')).toBe(0);
    const store = await openSqliteStore(join(folder, 'street.db'), log);
    expect(await audit(store, crowd.classId, crowd.robots)).toEqual([]);
    await store.close();
    expect(crowd.robots.every(({ round }) => round === 12)).toBe(true);
    report('a flush that hangs', { heldMs: HELD_MS, toldMs, backMs, acknowledged: acknowledged() });
  },
  300_000 + 2 * HELD_MS,
);
