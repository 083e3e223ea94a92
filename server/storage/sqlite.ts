/**
 * The store on one SQLite file: WAL and `synchronous=FULL`, so that what was acknowledged survives `kill -9` and a
 * power cut; the file itself checks and cuts a torn end of its WAL when it is opened.
 *
 * One process only. A second file beside the first is locked for as long as the process lives; the operating system
 * lets go of it whatever way the process ends, so that a restart never waits.
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

/** Each number of rows in one INSERT is a text of its own. */
const STATEMENTS_KEPT = 200;
const OWNER_ONLY = 0o600;
const BUSY_MS = 2_000;

/** How long what was written may stand in the log beside the file alone: whoever copies the file has all but that. */
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
    // SQLite gives the files that it makes beside this one the same mode.
    for (const each of [file, `${file}-wal`, `${file}-shm`]) if (each === file || existsSync(each)) keepPrivate(each);
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

/** Only the file's owner may read what was said. */
function keepPrivate(file: string): void {
  closeSync(openSync(file, 'a', OWNER_ONLY));
  chmodSync(file, OWNER_ONLY);
}

/** Waits for nobody: what somebody still reads stays in the log until next time. */
function checkpoint(database: Database.Database, log: Logger): void {
  try {
    if (database.open) database.pragma('wal_checkpoint(PASSIVE)');
  } catch (err) {
    log.warn({ err }, 'what was written could not be moved into the file');
  }
}

/** On an open database that this process has to itself. */
export async function sqliteStoreOn(
  database: Database.Database,
  log: Logger,
  { holder = newHolder(), ...hooks }: { readonly holder?: Holder } & Pick<Dialect, 'noted' | 'closed'> = {},
): Promise<KyselyStore> {
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma(`busy_timeout = ${BUSY_MS}`);
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
    atOnce: sqliteAppends(database),
    scrub: async () => isEmptied(database),
    ...hooks,
  });
}

/** Moves everything into the file and empties the log beside it; at once, since every class waits meanwhile. */
function isEmptied(database: Database.Database): boolean {
  database.pragma('busy_timeout = 0');
  const busy = database.pragma('wal_checkpoint(TRUNCATE)', { simple: true });
  database.pragma(`busy_timeout = ${BUSY_MS}`);
  return busy === 0;
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
