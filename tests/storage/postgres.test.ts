import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeLogger } from '../../server/logging.ts';
import type { EventStore } from '../../server/storage/port.ts';
import { openPostgresStore } from '../../server/storage/postgres.ts';
import { detourTo } from '../support/detour.ts';
import { type Postgres, startPostgres } from '../support/postgres.ts';
import { pause } from '../support/waiting.ts';
import { storeContract } from './contract.ts';
import { LEASE_MS, sharedStoreContract } from './shared-contract.ts';

const log = makeLogger('silent');
let postgres: Postgres;

beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres?.dispose());

async function place() {
  const url = await postgres.database();
  const open: EventStore[] = [];
  return {
    async open(address = '') {
      const store = await openPostgresStore({ url, log, address, leaseMs: LEASE_MS });
      open.push(store);
      return store;
    },
    async dispose() {
      for (const store of open) await store.close();
    },
  };
}

storeContract('PostgreSQL', place);
sharedStoreContract('PostgreSQL', place);

describe('PostgreSQL: rows of several classes', () => {
  /** Whether `second`'s row is free while `doing` waits for `first`'s. */
  async function isFree(url: string, first: string, second: string, doing: () => Promise<unknown>): Promise<boolean> {
    const [holder, asker] = [new pg.Client({ connectionString: url }), new pg.Client({ connectionString: url })];
    await Promise.all([holder.connect(), asker.connect()]);
    const lock = (id: string, end = '') => `select 1 from leases where "classId" = '${id}' for update ${end}`;
    await holder.query('begin');
    await holder.query(lock(first));
    const done = doing();
    const waits = "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
    while ((await asker.query(waits)).rowCount === 0) await pause(5);
    const free = await asker.query(lock(second, 'nowait')).then(
      () => true,
      () => false,
    );
    await holder.query('commit');
    await done;
    await Promise.all([holder.end(), asker.end()]);
    return free;
  }

  test('are locked in one order everywhere, so that no two statements wait for each other', async () => {
    const url = await postgres.database();
    const store = await openPostgresStore({ url, log });
    for (const id of ['b', 'c', 'a']) await store.acquire(id, 0);
    expect(await isFree(url, 'a', 'b', () => store.renew(1))).toBe(true);
    const append = (ids: readonly string[]) => Promise.all(ids.map((id) => store.append(`s${id}`, id, 0, ['x'])));
    expect(await isFree(url, 'a', 'c', () => append(['c', 'b', 'a']))).toBe(true);
    await store.close();
  });
});

describe('PostgreSQL: connections', () => {
  /** Name of the store's own connections, since others may still be closing. */
  const OWN = 'the-store';

  /** Opening times of the open ones. */
  async function openedAt(url: string): Promise<readonly string[]> {
    const asker = new pg.Client({ connectionString: url });
    await asker.connect();
    const { rows } = await asker.query<{ since: string }>(
      `select backend_start::text as since from pg_stat_activity
       where datname = current_database() and application_name = $1 order by 1`,
      [OWN],
    );
    await asker.end();
    return rows.map(({ since }) => since);
  }

  test('are kept from one statement to the next', async () => {
    const url = await postgres.database();
    const store = await openPostgresStore({ url: `${url}?application_name=${OWN}`, log });
    await store.append('s', 'c', 0, ['a']);
    const before = await openedAt(url);
    expect(before).toHaveLength(1);
    await store.append('s', 'c', 1, ['b']);
    await store.read('s');
    expect(await openedAt(url)).toEqual(before);
    await store.close();
  });
});

describe('PostgreSQL: an outage', () => {
  test('is unavailable while the database is gone, and goes on where it was', async () => {
    const { open, dispose } = await place();
    const store = await open();
    expect(await store.append('s', 'c', 0, ['a'])).toBe('stored');
    await postgres.kill();
    expect(await store.append('s', 'c', 1, ['b'])).toBe('unavailable');
    expect(await store.healthy()).toBe(false);
    await postgres.start();
    expect(await store.healthy()).toBe(true);
    expect(await store.read('s')).toEqual([{ seq: 0, line: 'a' }]);
    expect(await store.append('s', 'c', 1, ['b'])).toBe('stored');
    await dispose();
  });

  test('does not wait for ever on a database that no longer answers', async () => {
    const url = await postgres.database();
    const detour = await detourTo(postgres.port);
    const store = await openPostgresStore({
      url: url.replace(`:${postgres.port}/`, `:${detour.port}/`),
      log,
      patienceMs: 500,
    });
    await store.append('s', 'c', 0, ['a']);
    detour.hold();
    expect(await store.append('s', 'c', 1, ['b'])).toBe('unavailable');
    detour.flow();
    await expect.poll(() => store.healthy()).toBe(true);
    const { length } = await store.read('s');
    expect(await store.append('s', 'c', length, ['c'])).toBe('stored');
    await store.close();
    await detour.dispose();
  });
});
