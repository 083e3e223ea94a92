/**
 * The statements of a store that shares its database, in their order. The database is slow: a statement that is sent
 * before the last was answered is marked, and so is an answer that comes before its last statement.
 */
import { setImmediate as turn } from 'node:timers/promises';
import Database from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  type QueryResult,
  SqliteDialect,
  sql,
} from 'kysely';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { WriteAtOnce } from '../../server/storage/appends.ts';
import type { Tables } from '../../server/storage/database.ts';
import { KyselyStore, migrate } from '../../server/storage/kysely-store.ts';
import type { ClassEntry } from '../../server/storage/port.ts';
import { omitUndefined } from '../../shared/engine/omit-undefined.ts';
import { log } from '../support/server.ts';
import { expectTold } from '../support/told.ts';

const BEGAN = 1_800_000_000_000;

beforeEach(() => void vi.useFakeTimers({ now: BEGAN, toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

class Tap {
  readonly told: string[] = [];
  /** Statements that fail. */
  failing: Pick<RegExp, 'test'> | undefined;
  #underWay = 0;

  async hears(statement: CompiledQuery, answer: (plain: CompiledQuery) => Promise<QueryResult<never>>) {
    const values = statement.parameters.map((value) => (Number(value) > BEGAN / 2 ? 'now' : value));
    this.told.push(
      `${'| '.repeat(this.#underWay)}${statement.sql} ${values.length === 0 ? '' : JSON.stringify(values)}`,
    );
    this.#underWay += 1;
    // Longer than any chain of promises, so that a missing await shows.
    await turn();
    this.#underWay -= 1;
    if (this.failing?.test(statement.sql) === true) throw new Error('no disk');
    return answer({ ...statement, sql: statement.sql.replaceAll(/ for (?:update|share|key share)/g, '') });
  }

  async step(what: string, ask: () => Promise<unknown>): Promise<void> {
    this.told.push(`— ${what}`);
    const answer = await ask().catch((error: Error) => `rejects: ${error.message}`);
    if (this.#underWay > 0) this.told.push('answers too soon');
    if (answer !== undefined) this.told.push(`= ${JSON.stringify(answer)}`);
    await turn();
    await turn();
  }

  async without(failing: RegExp, what: string, ask: () => Promise<unknown>): Promise<void> {
    this.failing = failing;
    await this.step(what, ask);
    this.failing = undefined;
  }

  dialect(database: Database.Database): SqliteDialect {
    const dialect = new SqliteDialect({ database });
    return Object.assign(dialect, {
      createDriver: () => this.#driver(SqliteDialect.prototype.createDriver.call(dialect)),
    });
  }

  /** SQLite in memory has one connection. */
  #driver(driver: Driver): Driver {
    const says = (text: string) => (connection: DatabaseConnection) => connection.executeQuery(CompiledQuery.raw(text));
    const taps = new WeakMap<DatabaseConnection, DatabaseConnection>();
    return {
      init: () => driver.init(),
      destroy: async () => {
        await turn();
        await driver.destroy();
        this.told.push('connections are shut');
      },
      acquireConnection: async () => {
        const connection = await driver.acquireConnection();
        const tapped = {
          executeQuery: (statement: CompiledQuery) =>
            this.hears(statement, (plain) => connection.executeQuery<never>(plain)),
          streamQuery: () => {
            throw new Error('nothing is streamed');
          },
        } as unknown as DatabaseConnection;
        taps.set(tapped, connection);
        return tapped;
      },
      releaseConnection: (tapped) => driver.releaseConnection(taps.get(tapped) ?? tapped),
      beginTransaction: async (connection) => void (await says('begin')(connection)),
      commitTransaction: async (connection) => void (await says('commit')(connection)),
      rollbackTransaction: async (connection) => void (await says('rollback')(connection)),
    };
  }
}

const entry = (id: string, more: Partial<ClassEntry> = {}): ClassEntry => {
  return { id, code: id.toUpperCase(), kind: 'class', open: true, openedAt: 1, ...more };
};
const said = (words: string, person: string) => ({ words, person, text: words, salt: 's', kind: 'talk' }) as const;

test('a store says one thing after another, and waits for each', async () => {
  const tap = new Tap();
  const db = new Kysely<Tables>({ dialect: tap.dialect(new Database(':memory:')) });
  const level = (name: string) => (fields: { readonly err?: Error }, message: string) =>
    tap.told.push(`${name}: ${message} ${JSON.stringify({ ...fields, err: fields.err?.message })}`);
  const log = { debug: level('debug'), info: level('info'), warn: level('warn'), error: level('error') } as never;
  await tap.step('tables are made', () => migrate(db, 'the memory'));
  const store = new KyselyStore(
    db,
    log,
    { id: 'a', address: 'here' },
    {
      shared: true,
      leaseMs: 6_000,
      clock: () => sql.val(Date.now()),
      noted: (erasure) => void tap.told.push(`noted ${JSON.stringify(erasure)}`),
      scrub: async () => {
        tap.told.push('scrubs');
        await turn();
        return true;
      },
      closed: () => void tap.told.push('closed'),
    },
  );
  const step = tap.step.bind(tap);
  const without = tap.without.bind(tap);
  const line = (seq: number, stream = 's1', classId = 'k1') => store.append(stream, classId, seq, [`line ${seq}`]);

  await step('a class', () => store.addClass(entry('k1')));
  await step('and another', () => store.addClass(entry('k2', { kind: 'practice' })));
  await step('by its code', () => store.classByCode('K1'));
  await step('all', () => store.classes({ kind: 'class', open: true }));
  await step('a lease', () => store.acquire('k1', 2));
  await step('once more', () => store.acquire('k1', 3));
  await step('of the other', () => store.acquire('k2', 3));
  await step('are renewed', () => store.renew(4));
  await step('whose', () => store.holderOf('k1'));
  await step('nobody’s', () => store.unheld());
  await step('lines at once', () =>
    Promise.all([
      store.append('s1', 'k1', 0, ['a', 'b'], [said('w1', 'ada'), said('w2', 'bo')]),
      line(2),
      line(9),
      line(0, 's2', 'k2'),
    ]),
  );
  await step('are read', async () => [await store.read('s1'), await store.wordsIn('s1')]);
  await step('is put aside', () => store.setAside('s1', 'k1', 1, 'damage', 5));
  await step('is apart', () => store.asideOf('s1'));
  await step('is put aside by nobody', () => store.setAside('s1', 'k9', 1, 'damage', 5));
  await step('said otherwise', () => store.restate('s1', 'k1', ['A'], [said('w3', 'bo')]));
  await step('a person is erased', () => store.erase('k1', ['ada'], 6));
  await step('whose words', async () => [await store.classesOf('bo'), await store.erasedIn('k1')]);
  await step('is overwritten', () => store.scrub(7));
  await step('once', () => store.scrub(8));
  await step('is alive', () => store.healthy());
  await step('since', () => store.lastHeartbeat());
  await step('has ended', () => store.endClass('k1', 9));
  await step('a class is deleted', () => store.deleteClass('k2', 10));

  await without(/"records"/, 'a line that cannot be kept', () => line(1));
  await without(/"words"/, 'words that cannot', () => store.append('s1', 'k1', 1, ['c'], [said('w4', 'bo')]));
  await without(/insert into "streams"/, 'a stream that cannot', () => line(1));
  await without(/update "classes"/, 'a moment that cannot', () => line(0, 's8', 'k8'));
  await without(/delete from "records"/, 'cannot be put aside', () => store.setAside('s1', 'k1', 0, 'damage', 11));
  await without(/update "streams"/, 'nor shortened', () => store.setAside('s1', 'k1', 0, 'damage', 11));
  await without(/delete from "streams"/, 'cannot be said otherwise', () => store.restate('s1', 'k1', ['B'], []));
  await without(/delete from "aside"/, 'a person cannot be erased', () => store.erase('k1', ['bo'], 12));
  const anyOf = async (what: string, failing: readonly RegExp[], ask: () => Promise<unknown>) => {
    for (const each of failing) await without(each, `${what} without ${each.source}`, ask);
  };
  const locked = /select "id" from "classes"/;
  const ownTables = ['records', 'aside', 'words', 'streams', 'classes'].map(
    (table) => new RegExp(`delete from "${table}"`),
  );
  await anyOf('erases nobody', [locked, /insert into "erasures"/, /delete from "words"/], () =>
    store.erase('k1', ['bo'], 12),
  );
  await anyOf('puts nothing aside', [locked, /from "leases"/, /insert into "aside"/], () =>
    store.setAside('s1', 'k1', 0, 'damage', 11),
  );
  await anyOf('says nothing otherwise', [locked, /select "stream"/, /delete from "records"/], () =>
    store.restate('s1', 'k1', ['B'], []),
  );
  await anyOf('appends nothing', [locked, /from "leases"/, /from "erasures"/, /select "stream"/], () => line(1));
  await without(/delete from "leases"/, 'a class cannot be deleted', () => store.deleteClass('k1', 13));
  await anyOf('deletes nothing', [locked, /select "kind"/, ...ownTables, /insert into "erasures"/], () =>
    store.deleteClass('k1', 13),
  );
  await anyOf('holds nothing', [/insert into "leases"/, /select "fence"/, /update "leases"/], () =>
    store.acquire('k1', 14),
  );
  await without(/heartbeat/, 'is not well', () => store.healthy());
  await step('all is as it was', async () => [
    await store.read('s1'),
    await store.wordsIn('s1'),
    await store.renew(14),
  ]);

  await step('is held again', () => store.acquire('k1', 15));
  await step('is let go of while a line is under way', () => Promise.all([line(1), store.release('k1', 3)]));
  await step('a lease', () => store.acquire('k3', 15));
  await without(/"leases"/, 'closes while a line is under way, and cannot let go', () =>
    Promise.all([line(0, 's3', 'k3'), store.close()]),
  );
  await expectTold('server/store-statements', tap.told);
});

test('tables that cannot be made are said, whichever of them it is', async () => {
  const makes = (tap: Tap) => migrate(new Kysely<Tables>({ dialect: tap.dialect(new Database(':memory:')) }), 'here');
  const whole = new Tap();
  await makes(whole);
  const statements = whole.told.map((line) => line.trimEnd()).filter((line) => /^(?:create|alter) /.test(line));
  expect(statements.length).toBeGreaterThan(12);
  for (const statement of statements) {
    const tap = new Tap();
    tap.failing = { test: (sent) => sent === statement };
    await expect(makes(tap)).rejects.toThrow('The tables of here could not be brought up to date');
  }
});

describe('a store', () => {
  async function opened(atOnce?: WriteAtOnce): Promise<KyselyStore> {
    const db = new Kysely<Tables>({ dialect: new Tap().dialect(new Database(':memory:')) });
    await migrate(db, 'here');
    const dialect = { shared: false, leaseMs: 6_000, clock: () => sql.val(Date.now()), ...omitUndefined({ atOnce }) };
    return new KyselyStore(db, log, { id: 'a', address: 'here' }, dialect);
  }

  test('that closes writes the lines under way, also where it holds no lease', async () => {
    const store = await opened();
    const closing = [store.append('s1', 'k1', 0, ['a']), store.append('s2', 'k2', 0, ['b']), store.close()];
    expect(await Promise.all(closing)).toEqual(['stored', 'stored', undefined]);
  });

  test.each([false, true])(
    'says that a line is lost where its disk fails, waiting for others or not: %s',
    async (waits) => {
      const fails = () => {
        throw new Error('no disk');
      };
      const store = await opened(Object.assign(fails, { mustWait: () => waits }));
      expect(await store.append('s1', 'k1', 0, ['a'])).toBe('unavailable');
      await store.close();
    },
  );
});
