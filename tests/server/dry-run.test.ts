/** A dry run with its registry: the class's set-up, one run at a time, and its end. Its robots reach no server. */
import { rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ClassRegistry } from '../../server/classroom/registry.ts';
import { DryRuns } from '../../server/robots/dry-run.ts';
import type { EventStore } from '../../server/storage/port.ts';
import { openSqliteStore } from '../../server/storage/sqlite.ts';
import { newToken } from '../support/http.ts';
import { log, newFolder } from '../support/server.ts';
import { until } from '../support/waiting.ts';

const KEPT_MS = 86_400_000;

let folder: string;
let store: EventStore;
let registry: ClassRegistry;
/** Accepts every request and answers none, so that the robots wait. */
let silent: Server;
let runs: DryRuns;
let url: string;
beforeAll(async () => {
  folder = await newFolder();
  store = await openSqliteStore(join(folder, 'street.db'), log);
  registry = new ClassRegistry({ store, log, now: Date.now, botPace: 0 }, KEPT_MS);
  silent = createServer(() => undefined);
  await new Promise<void>((told) => silent.listen(0, '127.0.0.1', told));
  const { port } = silent.address() as AddressInfo;
  url = `http://127.0.0.1:${port}`;
  runs = new DryRuns(registry, () => url, log);
});
afterAll(async () => {
  runs.close();
  silent.closeAllConnections();
  silent.close();
  await registry.close();
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

async function started(setup: unknown, seats?: number) {
  const run = await runs.start(setup, seats);
  if ('refused' in run) throw new Error(run.refused);
  const classroom = await registry.byId(run.classId);
  if (classroom === undefined) throw new Error('no class');
  return { run, classroom, report: () => runs.report(run.classId) };
}

test('plays the set-up without its list and without clocks, once all robots are there', async () => {
  expect(await runs.start({ nobody: 1 })).toMatchObject({ refused: 'not-understood' });
  const treatments = [
    { name: 'A', clockMode: 'desk' },
    { name: 'B', talk: false },
  ];
  const setup = { seatsPerDistrict: 4, clockMode: 'clock', firstByHand: true, roster: ['Gu'], treatments };
  const { run, classroom, report } = await started(setup, 5);
  expect(run).toMatchObject({ state: 'joining', seats: 5, joined: 0, round: 0, rounds: 0 });
  const { kind, roster, settings, treatments: named } = classroom.state.opened;
  expect({ kind, roster }).toEqual({ kind: 'dry-run', roster: undefined });
  for (const each of [settings, ...(named ?? []).map((one) => one.settings)])
    expect([each.clockMode, each.byHand]).toEqual(['wait', undefined]);
  expect(await runs.start({})).toEqual({ refused: 'too-many-dry-runs' });
  for (let robot = 0; robot < 5; robot += 1) {
    expect(classroom.state.phase).toBe('gathering');
    await classroom.join(`Robot ${robot}`, newToken());
  }
  await until('the game', () => report()?.state === 'playing' && report()?.round === 1);
  expect(report()).toMatchObject({ joined: 5, rounds: 12 });
  expect(runs.stop(run.classId)).toMatchObject({ state: 'stopped', joined: 5 });
  await until('the end of the class', () => classroom.state.phase === 'ended');
});

test('fails with its robots, and makes room for another', async () => {
  const there = url;
  url = 'http://127.0.0.1:9';
  const { classroom, report } = await started({ seatsPerDistrict: 4 });
  await until('the robots to give up', () => report()?.state === 'failed');
  await until('the end of the class', () => classroom.state.phase === 'ended');
  url = there;
});

test('is stopped before anybody joined, and once only', async () => {
  const { run, classroom, report } = await started({ seatsPerDistrict: 4 });
  expect(run.seats).toBe(12);
  expect(runs.stop(run.classId)).toMatchObject({ state: 'stopped' });
  await until('the end of the class', () => classroom.state.phase === 'ended');
  const other = await started({ seatsPerDistrict: 4 });
  expect([runs.report('k-nobody'), runs.stop('k-nobody')]).toEqual([undefined, undefined]);
  runs.close();
  expect([report()?.state, other.report()?.state]).toEqual(['stopped', 'stopped']);
});
