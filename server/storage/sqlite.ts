/**
 * The store on one SQLite file: WAL and `synchronous=FULL`, so that what was acknowledged survives `kill -9` and a
 * power cut; the file itself checks and cuts a torn end of its WAL when it is opened.
 *
 * One process only. A second file beside the first is locked for as long as the process lives; the operating system
 * lets go of it whatever way the process ends, so that a restart never waits.
 */
import { randomUUID } from 'node:crypto';
import Database from 'better-sqlite3';
import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement, sql } from 'kysely';
import type { Logger } from '../logging.ts';
import type { Tables } from './database.ts';
import { KyselyStore, migrate } from './kysely-store.ts';
import { type Holder, LEASE_MS } from './port.ts';

/** Each number of rows in one INSERT is a text of its own. */
const STATEMENTS_KEPT = 200;

export async function openSqliteStore(file: string, log: Logger, holder = newHolder()): Promise<KyselyStore> {
  const lock = takeLock(`${file}.lock`);
  try {
    return await sqliteStoreOn(new Database(file), log, holder, () => lock.close());
  } catch (error) {
    lock.close();
    throw error;
  }
}

/** On an open database that this process has to itself. */
export async function sqliteStoreOn(
  database: Database.Database,
  log: Logger,
  holder = newHolder(),
  closed: () => void = () => undefined,
): Promise<KyselyStore> {
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('busy_timeout = 2000');
  // What is deleted is overwritten, not only forgotten.
  database.pragma('secure_delete = ON');
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: remembering(database) }) });
  await migrate(db, database.name);
  // Whoever held leases here is gone: there is one process, and it begins now.
  await db.updateTable('leases').set({ until: 0 }).execute();
  const clock = () => sql.val(Date.now());
  return new KyselyStore(db, log, holder, {
    shared: false,
    leaseMs: LEASE_MS,
    clock,
    scrub: () => database.pragma('wal_checkpoint(TRUNCATE)'),
    closed,
  });
}

/** Statements that were asked for last are kept prepared: an append runs the same half a dozen each time. */
function remembering(database: Database.Database): SqliteDatabase {
  const known = new Map<string, SqliteStatement>();
  return {
    prepare(text) {
      const statement = known.get(text) ?? database.prepare(text);
      known.delete(text);
      known.set(text, statement);
      const oldest = known.keys().next();
      if (known.size > STATEMENTS_KEPT && !oldest.done) known.delete(oldest.value);
      return statement;
    },
    close: () => database.close(),
  };
}

function newHolder(): Holder {
  return { id: randomUUID(), address: '' };
}

function takeLock(file: string): Database.Database {
  const lock = new Database(file, { timeout: 0 });
  try {
    lock.pragma('journal_mode = MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    throw new Error(`Another process uses this store (${file} is locked)`, { cause: error });
  }
}
