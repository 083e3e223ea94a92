/**
 * The operating system fills up the server's disk, or makes it read-only, or slows down the database.
 *
 * With root's right to mount, a small disk is used. Otherwise a limit on file size stands in, which looks the same to
 * SQLite. Impossible cases are skipped with a reason in their name.
 */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { percentiles } from '../../server/robots/statistics.ts';
import { openPostgresStore } from '../../server/storage/postgres.ts';
import { openSqliteStore } from '../../server/storage/sqlite.ts';
import { type ServerProcess, startProcess } from '../support/child.ts';
import { detourTo } from '../support/detour.ts';
import { ask } from '../support/http.ts';
import { openTab } from '../support/player.ts';
import { freePort } from '../support/ports.ts';
import { startPostgres } from '../support/postgres.ts';
import { log, newFolder } from '../support/server.ts';
import { pause, until } from '../support/waiting.ts';
import { audit } from './audit.ts';
import { gather } from './crowd.ts';
import { isLong, report } from './forms.ts';

const AWAY_MS = isLong ? 30_000 : 1_500;
const SEATS = 7;
const DISK_MB = 8;

const run = (command: string, ...args: readonly string[]) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** Probes what the operating system allows here. */
const folder = await newFolder();
const mayMount = run('mount', '-t', 'tmpfs', '-o', `size=${DISK_MB}m`, 'none', folder) && run('umount', folder);
const mayLimit = run('prlimit', '--version');
rmSync(folder, { recursive: true, force: true });

interface Trouble {
  readonly what: string;
  readonly possible: boolean;
  readonly otherwise: string;
  readonly ownDisk?: true;
  /** Not even a record that fits into existing pages can be stored. */
  readonly total: boolean;
  readonly begin: (data: string, pid: number) => void;
  readonly end: (data: string, pid: number) => void;
}

const limit = (pid: number, bytes: string) => {
  if (!run('prlimit', '--pid', `${pid}`, `--fsize=${bytes}:unlimited`)) throw new Error('the limit was not set');
};

const TROUBLES: readonly Trouble[] = [
  {
    what: 'a full disk',
    possible: mayMount,
    otherwise: 'only where one may mount',
    ownDisk: true,
    total: false,
    begin(data) {
      // Fills all free space to the last byte.
      spawnSync('dd', ['if=/dev/zero', `of=${join(data, 'ballast')}`, 'bs=4k'], { stdio: 'ignore' });
    },
    end: (data) => rmSync(join(data, 'ballast')),
  },
  {
    what: 'files that may not grow',
    possible: mayLimit,
    otherwise: 'only with prlimit',
    total: false,
    begin: (_, pid) => limit(pid, '16384'),
    end: (_, pid) => limit(pid, 'unlimited'),
  },
  {
    what: 'a disk that takes nothing, as one that became read-only',
    possible: mayLimit,
    otherwise: 'only with prlimit',
    total: true,
    // Neither a remount nor a file flag revokes write access of an open file; this does.
    begin: (_, pid) => limit(pid, '0'),
    end: (_, pid) => limit(pid, 'unlimited'),
  },
];

/** Makes a write beyond the limit fail as on a full disk, instead of ending the process. */
const UNSIGNALLED = ['sh', '-c', 'trap "" XFSZ; exec "$@"', 'sh'];

let server: ServerProcess | undefined;
let cleanUp: (() => Promise<void> | void) | undefined;
afterEach(async () => {
  await server?.end('SIGKILL');
  await cleanUp?.();
});

for (const { what, possible, otherwise, ownDisk, total, begin, end } of TROUBLES) {
  test.skipIf(!possible)(
    `${what} (${otherwise}): nothing is acknowledged that cannot be kept, and the game goes on where it was`,
    async () => {
      const data = await newFolder();
      if (ownDisk && !run('mount', '-t', 'tmpfs', '-o', `size=${DISK_MB}m`, 'none', data)) throw new Error('no mount');
      cleanUp = async () => {
        if (ownDisk) run('umount', data);
        await rm(data, { recursive: true, force: true });
      };
      server = await startProcess(data, await freePort(), {}, UNSIGNALLED);
      const crowd = await gather({ url: server.url, seats: SEATS });
      await until('the third round', () => crowd.robots.some(({ round }) => round >= 3));
      const [robot] = crowd.robots;
      const watcher = await openTab(server.url, robot?.districtId ?? '', robot?.token ?? '');
      const away = () => {
        const state = watcher.received.findLast(({ type }) => type === 'state')?.message;
        return typeof state === 'object' && state !== null && 'storeAway' in state && state.storeAway === true;
      };
      begin(data, server.pid);
      try {
        await until('everyone to be told', away);
        await pause(AWAY_MS / 2);
        const before = crowd.robots.map(({ acknowledged }) => acknowledged.length);
        expect((await ask(`${server.url}/healthz`)).status).toBe(200);
        await pause(AWAY_MS / 2);
        if (total) expect(crowd.robots.map(({ acknowledged }) => acknowledged.length)).toEqual(before);
      } finally {
        end(data, server.pid);
      }
      await until('everyone to be told that it is over', () => !away());
      await crowd.played;
      expect((await ask(`${server.url}/readyz`)).status).toBe(200);
      expect(await server.end('SIGTERM')).toBe(0);
      const store = await openSqliteStore(join(data, 'street.db'), log);
      expect(await audit(store, crowd.classId, crowd.robots)).toEqual([]);
      await store.close();
      expect(crowd.robots.every(({ round }) => round === 12)).toBe(true);
      report(`${what}, a process of its own`, { awayMs: AWAY_MS });
    },
    300_000 + 2 * AWAY_MS,
  );
}

describe('a database slower by 2 s', () => {
  test('is waited for, and nothing is lost', async () => {
    const postgres = await startPostgres();
    const database = await postgres.database();
    const detour = await detourTo(postgres.port);
    const data = await newFolder();
    cleanUp = async () => {
      await detour.dispose();
      await postgres.dispose();
      await rm(data, { recursive: true, force: true });
    };
    server = await startProcess(data, await freePort(), {
      DATABASE_URL: database.replace(`:${postgres.port}/`, `:${detour.port}/`),
    });
    const crowd = await gather({ url: server.url, seats: SEATS });
    await until('the second round', () => crowd.robots.some(({ round }) => round >= 2));
    crowd.samples.ack.length = 0;
    // An append takes about six round trips.
    detour.delay(170);
    await pause(isLong ? 60_000 : 6_000);
    const acknowledged = () => percentiles(crowd.samples.ack);
    await until('an answer that took its time', () => acknowledged().max > 1_500);
    const seen = acknowledged();
    detour.delay(0);
    await crowd.played;
    const store = await openPostgresStore({ url: database, log });
    expect(await audit(store, crowd.classId, crowd.robots)).toEqual([]);
    await store.close();
    report('a database slower by 2 s', { ack: seen });
  });
});
