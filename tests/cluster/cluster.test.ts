/**
 * Two processes of the game behind nginx, on a real PostgreSQL and a real Redis: a student may land anywhere, a class
 * lives in one place at a time, and whatever dies, the game goes on with nothing lost.
 */
import { rm } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { EventStore } from '../../server/storage/port.ts';
import { openPostgresStore } from '../../server/storage/postgres.ts';
import { audit } from '../faults/audit.ts';
import { type Crowd, gather } from '../faults/crowd.ts';
import { isLong, report } from '../faults/forms.ts';
import { type ServerProcess, startProcess } from '../support/child.ts';
import { ask } from '../support/http.ts';
import { openTab } from '../support/player.ts';
import { freePort, type Postgres, startPostgres } from '../support/postgres.ts';
import { log, newFolder } from '../support/server.ts';
import { type Service, startNginx, startRedis } from '../support/services.ts';
import { pause, until } from '../support/waiting.ts';

const AWAY_MS = isLong ? 30_000 : 4_000;
const SEATS = 8;

let postgres: Postgres;
let redis: Service;
beforeAll(async () => {
  [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
}, 60_000);
afterAll(async () => {
  await postgres?.dispose();
  await redis?.dispose();
});

interface Node {
  readonly port: number;
  readonly address: string;
  server: ServerProcess;
}

let nodes: readonly Node[] = [];
let nginx: Service;
let front: string;
let store: EventStore;
let database: string;
let folder: string;

function startNode(port: number, number: number, frontPort: number): Promise<ServerProcess> {
  return startProcess(folder, port, {
    DATABASE_URL: database,
    REDIS_URL: `redis://127.0.0.1:${redis.port}`,
    PEER_ADDRESS: `http://127.0.0.1:${port}`,
    PUBLIC_ADDRESS: `127.0.0.1:${frontPort}/p${number}`,
  });
}

beforeEach(async ({ onTestFailed }) => {
  onTestFailed(() => {
    for (const { address, server } of nodes) console.error(`${address}:\n${server.output().slice(-6_000)}`);
  });
  folder = await newFolder();
  database = await postgres.database();
  const [frontPort, ...ports] = await Promise.all([freePort(), freePort(), freePort()]);
  front = `http://127.0.0.1:${frontPort}`;
  nodes = await Promise.all(
    ports.map(async (port, index) => ({
      port,
      address: `http://127.0.0.1:${port}`,
      server: await startNode(port, index + 1, frontPort),
    })),
  );
  nginx = await startNginx(frontPort, ports);
  store = await openPostgresStore({ url: database, log });
}, 60_000);

afterEach(async () => {
  await store?.close();
  for (const { server } of nodes) await server.end('SIGKILL');
  await nginx?.dispose();
  await rm(folder, { recursive: true, force: true });
});

async function holder(classId: string): Promise<Node> {
  const held = await store.holderOf(classId);
  const found = nodes.find(({ address }) => address === held?.address);
  if (found === undefined) throw new Error(`nobody holds the class: ${JSON.stringify(held)}`);
  return found;
}

async function reach(round: number, { robots }: Crowd): Promise<void> {
  await until(`round ${round}`, () => robots.some((robot) => robot.round >= round), 40_000);
}

async function playedWell(crowd: Crowd): Promise<void> {
  await crowd.played;
  expect(crowd.robots.every(({ finished, round }) => finished && round === 12)).toBe(true);
  expect(await audit(store, crowd.classId, crowd.robots)).toEqual([]);
}

/** Milliseconds until another than `gone` holds the class. */
async function takenOver(classId: string, gone: Node): Promise<number> {
  const began = performance.now();
  for (;;) {
    const held = await store.holderOf(classId);
    if (held !== undefined && held.address !== gone.address) return performance.now() - began;
    if (performance.now() - began > 15_000) throw new Error('nobody took the class over');
    await pause(50);
  }
}

describe('two processes behind nginx', () => {
  it('play a class whose students land anywhere', async () => {
    const crowd = await gather({ url: front, seats: SEATS });
    const held = await holder(crowd.classId);
    for (const { address } of nodes) {
      const seen = await ask(`${address}/api/classes/${crowd.code}`);
      expect(seen.body).toMatchObject({ classId: crowd.classId, phase: 'playing', joined: SEATS });
    }
    await playedWell(crowd);
    expect(await holder(crowd.classId)).toBe(held);
  }, 120_000);

  it('when one is killed the other has its class within 10 s, and everybody plays on', async () => {
    const crowd = await gather({ url: front, seats: SEATS });
    await reach(3, crowd);
    const gone = await holder(crowd.classId);
    await gone.server.end('SIGKILL');
    const takenMs = await takenOver(crowd.classId, gone);
    report('takeover after kill -9, ms', Math.round(takenMs));
    expect(takenMs).toBeLessThan(10_000);
    await playedWell(crowd);
  }, 120_000);

  it('when one is stopped for a deploy the other has its class at once', async () => {
    const crowd = await gather({ url: front, seats: SEATS });
    await reach(2, crowd);
    const gone = await holder(crowd.classId);
    expect(await gone.server.end('SIGTERM')).toBe(0);
    const takenMs = await takenOver(crowd.classId, gone);
    report('takeover after SIGTERM, ms', Math.round(takenMs));
    expect(takenMs).toBeLessThan(4_000);
    await playedWell(crowd);
  }, 120_000);

  it('wait while PostgreSQL is gone, and go on', async () => {
    const crowd = await gather({ url: front, seats: SEATS });
    await reach(3, crowd);
    const [robot] = crowd.robots;
    const watcher = await openTab(front, robot?.districtId ?? '', robot?.token ?? '');
    const told = () => {
      const state = watcher.received.findLast(({ type }) => type === 'state')?.message;
      return typeof state === 'object' && state !== null && 'storeAway' in state && state.storeAway === true;
    };
    await postgres.kill();
    await until('everyone to be told', told);
    await pause(AWAY_MS / 2);
    const before = crowd.robots.map(({ acknowledged }) => acknowledged.length);
    expect((await ask(`${nodes[0]?.address}/healthz`)).status).toBe(200);
    expect((await ask(`${nodes[0]?.address}/readyz`)).status).toBe(503);
    await pause(AWAY_MS / 2);
    expect(crowd.robots.map(({ acknowledged }) => acknowledged.length)).toEqual(before);
    await postgres.start();
    await playedWell(crowd);
  }, 180_000);

  it('play on while Redis is gone, also those whose line breaks then', async () => {
    const crowd = await gather({ url: front, seats: SEATS });
    await reach(2, crowd);
    await redis.kill();
    await pause(AWAY_MS / 4);
    for (const robot of crowd.robots) robot.cut();
    await pause(AWAY_MS / 2);
    const before = crowd.robots.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);
    await pause(AWAY_MS / 4);
    const after = crowd.robots.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);
    expect(crowd.finished || after > before).toBe(true);
    await redis.start();
    await playedWell(crowd);
  }, 180_000);
});
