/** The server's clock jumps: nobody loses a round, and decisions stay. */
import { existsSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { openSqliteStore } from '../../server/storage/sqlite.ts';
import { type ServerProcess, startProcess } from '../support/child.ts';
import { sitAtDesk } from '../support/player.ts';
import { freePort } from '../support/ports.ts';
import { log, newFolder } from '../support/server.ts';
import { until } from '../support/waiting.ts';
import { audit } from './audit.ts';
import { type Crowd, gather } from './crowd.ts';
import { buildTown, type Town } from './town.ts';

const HOUR = 3_600_000;

/** Debian's package `faketime`, which `npm test` installs where possible. */
const FAKETIME = ['x86_64', 'aarch64']
  .map((machine) => `/usr/lib/${machine}-linux-gnu/faketime/libfaketimeMT.so.1`)
  .find((path) => existsSync(path));

let town: Town | undefined;
let server: ServerProcess | undefined;
let folder: string | undefined;
afterEach(async () => {
  await town?.dispose();
  await server?.end('SIGKILL');
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

/** Only the desk ends the last reveal. */
async function playedToTheEnd(url: string, { classId, played }: Crowd): Promise<void> {
  const desk = await sitAtDesk(url, classId);
  await until('the last result', () => desk.latest()?.districts[0]?.endWaits);
  expect(await desk.ask({ type: 'stepFinale', to: 'figures' })).toMatchObject({ ok: true });
  await played;
}

describe.each([
  ['forward', HOUR],
  ['back', -HOUR],
] as const)('a clock that jumps an hour %s', (_direction, ms) => {
  test('ends no round twice, and the game goes on to its end', async () => {
    town = await buildTown({ steady: true });
    const crowd = await gather({
      url: town.url,
      seats: 5,
      request: { clockMode: 'clock', newsMs: 400, planMs: 1_500, revealMs: 400 },
    });
    await until('the third round', () => crowd.robots.some(({ round }) => round >= 3));
    town.pushClock(ms);
    await playedToTheEnd(town.url, crowd);
    expect(crowd.robots.every(({ round }) => round === 12)).toBe(true);
    expect(await audit(town.store, crowd.classId, crowd.robots)).toEqual([]);
  });
});

test.skipIf(FAKETIME === undefined)(
  'the clock of a process of its own jumps an hour forward and two back (only with libfaketime): no plan is cut short',
  async () => {
    folder = await newFolder();
    const clock = join(folder, 'clock');
    const set = (seconds: number) => writeFileSync(clock, `${seconds < 0 ? '' : '+'}${seconds}\n`);
    set(0);
    server = await startProcess(folder, await freePort(), {
      LD_PRELOAD: FAKETIME ?? '',
      FAKETIME_TIMESTAMP_FILE: clock,
      FAKETIME_NO_CACHE: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    });
    const crowd = await gather({
      url: server.url,
      seats: 5,
      request: { clockMode: 'clock', newsMs: 20_000, planMs: 20_000, revealMs: 20_000 },
    });
    const reach = (round: number) => until(`round ${round}`, () => crowd.robots.some((each) => each.round >= round));
    await reach(3);
    set(3_600);
    await reach(6);
    set(-3_600);
    await playedToTheEnd(server.url, crowd);
    await server.end('SIGTERM');
    const store = await openSqliteStore(join(folder, 'street.db'), log);
    expect(await audit(store, crowd.classId, crowd.robots)).toEqual([]);
    const lines = await store.read(`district:${crowd.classId}-1`);
    await store.close();
    expect(lines.filter(({ line }) => line.includes('"by":"timeout"'))).toEqual([]);
    expect(crowd.robots.every(({ round }) => round === 12)).toBe(true);
  },
);
