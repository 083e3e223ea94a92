/**
 * The store on one SQLite file: WAL with `synchronous=FULL`, so that acknowledged data survives `kill -9` and a power
 * cut. SQLite itself drops a torn end of its WAL when opening.
 *
 * For one process only. A lock file beside the store is held for the life of the process; the operating system releases
 * it however the process ends, so a restart never waits.
 */
import { randomUUID } from 'node:crypto';
import { chmodSync, closeSync, existsSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';
import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement, sql } from 'kysely';
import type { Logger } from '../logging.ts';
import type { Tables } from './database.ts';
import type { Dialect } from './erasing.ts';
import { noteErasure } from './erasures-file.ts';
import { KyselyStore, migrate } from './kysely-store.ts';
import { type Holder, LEASE_MS } from './port.ts';
import { sqliteAppends } from './sqlite-appends.ts';
import { DATABASE_ENDS } from './store-files.ts';

/** Prepared statements kept, since each number of rows in an INSERT is a statement of its own. */
const STATEMENTS_KEPT = 200;
const OWNER_ONLY = 0o600;
const BUSY_MS = 2_000;

/** Longest time that data may be in the WAL only, which a copy of the main file lacks. */
const CHECKPOINT_MS = 60_000;

export async function openSqliteStore(
  file: string,
  log: Logger,
  holder = newHolder(),
  checkpointMs = CHECKPOINT_MS,
): Promise<KyselyStore> {
  keepPrivate(`${file}.lock`);
  const lock = takeLock(`${file}.lock`);
  try {
    // SQLite creates its WAL files with the same mode.
    for (const end of DATABASE_ENDS) if (end === '' || existsSync(`${file}${end}`)) keepPrivate(`${file}${end}`);
    const database = new Database(file);
    const timer = setInterval(() => checkpoint(database, log), checkpointMs).unref();
    const closed = () => {
      clearInterval(timer);
      lock.close();
    };
    return await sqliteStoreOn(database, log, { holder, closed, noted: (erasure) => noteErasure(file, erasure) });
  } catch (error) {
    lock.close();
    throw error;
  }
}

/** Only the file's owner may read it. */
function keepPrivate(file: string): void {
  closeSync(openSync(file, 'a', OWNER_ONLY));
  chmodSync(file, OWNER_ONLY);
}

/** Does not wait for readers: what they hold stays in the WAL until next time. */
function checkpoint(database: Database.Database, log: Logger): void {
  try {
    if (database.open) database.pragma('wal_checkpoint(PASSIVE)');
  } catch (err) {
    log.warn({ err }, 'what was written could not be moved into the file');
  }
}

/** On an open database that this process has alone. */
export async function sqliteStoreOn(
  database: Database.Database,
  log: Logger,
  { holder = newHolder(), ...hooks }: { readonly holder?: Holder } & Pick<Dialect, 'noted' | 'closed'> = {},
): Promise<KyselyStore> {
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma(`busy_timeout = ${BUSY_MS}`);
  // Overwrites deleted data.
  database.pragma('secure_delete = ON');
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: remembering(database) }) });
  await migrate(db, database.name);
  // Earlier holders of leases are gone, since there is only one process.
  await db.updateTable('leases').set({ until: 0 }).execute();
  const clock = () => sql.val(Date.now());
  return new KyselyStore(db, log, holder, {
    shared: false,
    leaseMs: LEASE_MS,
    clock,
    atOnce: sqliteAppends(database),
    scrub: async () => isEmptied(database),
    ...hooks,
  });
}

/** Moves the WAL into the file and truncates it. Never waits, because every class would. */
function isEmptied(database: Database.Database): boolean {
  database.pragma('busy_timeout = 0');
  const busy = database.pragma('wal_checkpoint(TRUNCATE)', { simple: true });
  database.pragma(`busy_timeout = ${BUSY_MS}`);
  return busy === 0;
}

/** Caches prepared statements, because appends repeat the same few. */
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
