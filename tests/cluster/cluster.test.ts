/**
 * Two processes behind nginx on a real PostgreSQL and a real Redis. A student may reach either, one process holds a
 * class at a time, and no failure loses anything.
 */
import { rm } from 'node:fs/promises';
import { Client } from 'colyseus.js';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type EventStore, LEASE_MS } from '../../server/storage/port.ts';
import { openPostgresStore } from '../../server/storage/postgres.ts';
import type { ClassListEntry, DryRun } from '../../shared/protocol/class-http.ts';
import { type Place, WIRE_VERSION } from '../../shared/protocol/wire.ts';
import { audit } from '../faults/audit.ts';
import { type Crowd, gather } from '../faults/crowd.ts';
import { isLong, report } from '../faults/forms.ts';
import { type ServerProcess, startProcess } from '../support/child.ts';
import { ask, newToken, openClass, post } from '../support/http.ts';
import { openTab } from '../support/player.ts';
import { freePort } from '../support/ports.ts';
import { type Postgres, startPostgres } from '../support/postgres.ts';
import { KEY, log, newFolder } from '../support/server.ts';
import { type Nginx, type Service, startNginx, startRedis } from '../support/services.ts';
import { PATIENCE_MS, pause, until } from '../support/waiting.ts';

const AWAY_MS = isLong ? 30_000 : 4_000;
const SEATS = 8;

let postgres: Postgres;
let redis: Service;
beforeAll(async () => {
  redis = await startRedis();
  postgres = await startPostgres();
});
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
let nginx: Nginx;
let front: string;
let store: EventStore;
let database: string;
let folder: string;

function startNode(port: number, number: number, frontPort: number): Promise<ServerProcess> {
  return startProcess(folder, port, {
    DATABASE_URL: `${database}?application_name=${port}`,
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
  await watchWriters();
});

/** Records in the database who writes under which lease, independent of what processes believe. */
async function watchWriters(): Promise<void> {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  await client.query(`
    create table writers (place bigserial, class text, fence integer, writer text);
    create function note_writer() returns trigger language plpgsql as $$ begin
      insert into writers (class, fence, writer)
        select streams."classId", leases.fence, current_setting('application_name')
        from streams left join leases using ("classId") where streams.stream = new.stream;
      return null;
    end $$;
    create trigger note_writer after insert on records for each row execute function note_writer();`);
  await client.end();
}

/** Moves the end of a class's lease, so that it lasts as long as a test needs. */
async function moveLease(classId: string, ms: number): Promise<void> {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  await client.query('update leases set until = until + $2 where "classId" = $1', [classId, ms]);
  await client.end();
}

interface Reign {
  readonly fence: number;
  readonly writer: string;
}

/** The processes that wrote a class, in order, without repetition. */
async function reigns(classId: string): Promise<readonly Reign[]> {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  const { rows } = await client.query<Reign>('select fence, writer from writers where class = $1 order by place', [
    classId,
  ]);
  await client.end();
  return rows.filter(({ fence, writer }, index) => {
    const before = rows[index - 1];
    return before === undefined || before.fence !== fence || before.writer !== writer;
  });
}

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
  await until(`round ${round}`, () => robots.some((robot) => robot.round >= round));
}

async function playedWell(crowd: Crowd): Promise<void> {
  await crowd.played;
  expect(crowd.robots.every(({ finished, round }) => finished && round === 12)).toBe(true);
  expect(await audit(store, crowd.classId, crowd.robots)).toEqual([]);
  const fences = (await reigns(crowd.classId)).map(({ fence }) => fence);
  expect(fences, 'one writer at a time, and none comes back under an old lease').toEqual(
    [...new Set(fences)].toSorted(),
  );
}

/** Processes that requests to enter the class's rooms reached, before its holder was asked. */
async function landings(classId: string): Promise<ReadonlySet<number>> {
  const entered = (await nginx.handed()).filter(({ path }) => path.startsWith(`/matchmake/joinById/${classId}`));
  return new Set(entered.map(({ to }) => to));
}

function seatsOf({ robots }: Crowd) {
  return robots.map(({ districtId, view }) => ({ districtId, seat: view?.seat }));
}

/** Milliseconds until a process other than `gone` holds the class. */
async function takenOver(classId: string, gone: Node): Promise<number> {
  const began = performance.now();
  for (;;) {
    const held = await store.holderOf(classId);
    if (held !== undefined && held.address !== gone.address) return performance.now() - began;
    if (performance.now() - began > PATIENCE_MS) throw new Error('nobody took the class over');
    await pause(50);
  }
}

describe('two processes behind nginx', () => {
  test('keep a place where the class is held, whichever of them lets a student in', async () => {
    const { classId, code } = await openClass(front);
    for (const { address } of nodes) {
      const token = newToken();
      const joined = await post(`${address}/api/classes/${code}/players`, { name: 'Ada', token, wire: WIRE_VERSION });
      const room = await new Client(front).consumeSeatReservation(joined.body.place as Place);
      expect(room.roomId).toBe(classId);
      await room.leave();
    }
  });

  test('play a class whose students land anywhere', async () => {
    const crowd = await gather({ url: front, seats: SEATS });
    const held = await holder(crowd.classId);
    for (const { address } of nodes) {
      const seen = await ask(`${address}/api/classes/${crowd.code}`);
      expect(seen.body).toMatchObject({ classId: crowd.classId, phase: 'playing', joined: SEATS });
    }
    await playedWell(crowd);
    expect(await holder(crowd.classId)).toBe(held);
    expect(await landings(crowd.classId)).toEqual(new Set(nodes.map(({ port }) => port)));
    expect(await reigns(crowd.classId)).toHaveLength(1);
  });

  test('list the classes of both to whoever asks either', async () => {
    const opened = await Promise.all(nodes.map(({ address }) => openClass(address)));
    const holders = await Promise.all(opened.map(({ classId }) => holder(classId)));
    expect(new Set(holders).size).toBe(2);
    for (const { address } of nodes) {
      const { text } = await ask(`${address}/api/classes`, { headers: { authorization: `Bearer ${KEY}` } });
      const listed = JSON.parse(text) as readonly ClassListEntry[];
      expect(listed.map(({ classId }) => classId).toSorted()).toEqual(opened.map(({ classId }) => classId).toSorted());
      expect(listed).toEqual(opened.map(() => expect.objectContaining({ stage: 'gathering', joined: 0 })));
    }
  });

  test('tell of a dry run, and stop it, whichever is asked; of one whose process is gone that nobody knows', async () => {
    const [one, other] = nodes;
    if (one === undefined || other === undefined) throw new Error('two processes');
    const asInstructor = { headers: { authorization: `Bearer ${KEY}` } };
    const began = async () =>
      (await post(`${one.address}/api/dry-runs`, { seats: 4, setup: { seatsPerDistrict: 4 } }, KEY))
        .body as unknown as DryRun;
    const { classId } = await began();
    for (const url of [front, one.address, other.address]) {
      const { body } = await ask(`${url}/api/dry-runs/${classId}`, asInstructor);
      expect(body).toMatchObject({ classId, seats: 4, state: expect.stringMatching(/^(joining|playing)$/) });
    }
    const stopped = await ask(`${other.address}/api/dry-runs/${classId}`, { ...asInstructor, method: 'DELETE' });
    expect(stopped.body).toMatchObject({ classId, state: 'stopped' });
    const again = await began();
    expect(again).toMatchObject({ state: 'joining' });
    await one.server.end('SIGTERM');
    const gone = await ask(`${other.address}/api/dry-runs/${again.classId}`, asInstructor);
    expect(gone).toMatchObject({ status: 410, body: { code: 'dry-run-gone' } });
    expect((await ask(`${other.address}/api/dry-runs/nothing`, asInstructor)).status).toBe(404);
  });

  test('delete a class whose holder is gone once its lease has ended, and say until then that it cannot be', async () => {
    const [one, other] = nodes;
    if (one === undefined || other === undefined) throw new Error('two processes');
    const { classId, code } = await openClass(one.address);
    await one.server.end('SIGKILL');
    await moveLease(classId, LEASE_MS * 10);
    const remove = () =>
      ask(`${other.address}/api/classes/${classId}`, { method: 'DELETE', headers: { authorization: `Bearer ${KEY}` } });
    const first = await remove();
    expect(first).toMatchObject({ status: 503, body: { code: 'store-unavailable' } });
    await moveLease(classId, -LEASE_MS * 10);
    let last = first;
    const status = async () => {
      last = await remove();
      return last.status;
    };
    await expect.poll(status, { timeout: PATIENCE_MS }).not.toBe(503);
    expect(last).toMatchObject({ status: 200, body: { classId, removed: { districts: 0 } } });
    expect(await remove()).toMatchObject({ status: 404, body: { code: 'class-unknown' } });
    expect(await ask(`${other.address}/api/classes/${code}`)).toMatchObject({ status: 404 });
  });

  test(`when one is killed the other has its class within ${isLong ? 10 : PATIENCE_MS / 1_000} s, and everybody plays on in their seat`, async () => {
    const crowd = await gather({ url: front, seats: SEATS });
    await reach(3, crowd);
    const seats = seatsOf(crowd);
    const gone = await holder(crowd.classId);
    await gone.server.end('SIGKILL');
    const takenMs = await takenOver(crowd.classId, gone);
    report('takeover after kill -9, ms', Math.round(takenMs));
    expect(takenMs).toBeLessThan(isLong ? 10_000 : PATIENCE_MS);
    await playedWell(crowd);
    expect(seatsOf(crowd)).toEqual(seats);
    expect(await reigns(crowd.classId)).toHaveLength(2);
  });

  test('when one falls asleep the other has its class, and the sleeper writes nothing when it wakes', async () => {
    const crowd = await gather({ url: front, seats: SEATS });
    await reach(2, crowd);
    const seats = seatsOf(crowd);
    const asleep = await holder(crowd.classId);
    asleep.server.signal('SIGSTOP');
    await takenOver(crowd.classId, asleep);
    await pause(AWAY_MS / 4);
    asleep.server.signal('SIGCONT');
    await playedWell(crowd);
    expect(seatsOf(crowd)).toEqual(seats);
    expect(await holder(crowd.classId)).not.toBe(asleep);
  });

  test('when one is stopped for a deploy the other has its class at once', async () => {
    const crowd = await gather({ url: front, seats: SEATS });
    await reach(2, crowd);
    const gone = await holder(crowd.classId);
    expect(await gone.server.end('SIGTERM')).toBe(0);
    expect((await store.holderOf(crowd.classId))?.address, 'nobody has to wait for its lease to end').not.toBe(
      gone.address,
    );
    const takenMs = await takenOver(crowd.classId, gone);
    report('takeover after SIGTERM, ms', Math.round(takenMs));
    await playedWell(crowd);
  });

  test('wait while PostgreSQL is gone, and go on', async () => {
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
  });

  test('play on while Redis is gone, also those whose line breaks then', async () => {
    const crowd = await gather({ url: front, seats: SEATS });
    await reach(2, crowd);
    await redis.kill();
    await pause(AWAY_MS / 4);
    for (const robot of crowd.robots) robot.cut();
    await pause(AWAY_MS / 2);
    const answered = () => crowd.robots.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);
    const before = answered();
    await until('an answer, with Redis gone', () => crowd.finished || answered() > before);
    await redis.start();
    await playedWell(crowd);
  });
});
