/**
 * Copies, checks and restores the embedded store's file. SQLite copies a consistent state while the server runs, with
 * everything acknowledged before the copy began.
 */
import { chmodSync, existsSync, renameSync, rmSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrations } from './migrations/index.ts';
import { DATABASE_ENDS, formerStore, incomingFor } from './store-files.ts';

export interface StoreCounts {
  readonly classes: number;
  readonly open: number;
  readonly records: number;
}

export type Inspection = { readonly counts: StoreCounts } | { readonly problem: string };

export async function backUp(file: string, copy: string): Promise<void> {
  const source = new Database(file, { readonly: true, fileMustExist: true });
  try {
    await source.backup(copy);
    chmodSync(copy, 0o600);
  } finally {
    source.close();
  }
}

/** Reads every page and index, and checks that the tables are ours. */
export async function inspect(file: string): Promise<Inspection> {
  if (!existsSync(file)) return { problem: 'there is no such file' };
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { readonly: true });
    const verdict = database.pragma('integrity_check', { simple: true });
    if (verdict !== 'ok') return { problem: `it is damaged: ${String(verdict)}` };
    const alien = await whyAlien(database);
    if (alien !== undefined) return { problem: alien };
    const count = (what: string) => Number(database?.prepare(`select count(*) from ${what}`).pluck().get());
    return { counts: { classes: count('classes'), open: count('classes where open = 1'), records: count('records') } };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  } finally {
    database?.close();
  }
}

/** Our stores have exactly the tables of their migrations, and no triggers or views. */
async function whyAlien(database: Database.Database): Promise<string | undefined> {
  const schema = schemaOf(database);
  if (!schema.some((entry) => entry.includes('kysely_migration'))) return 'it is no store of this game';
  const last = String(database.prepare('select max(name) from kysely_migration').pluck().get());
  if (!(last in (await migrations.getMigrations()))) return `it is of another version (${last})`;
  const model = new Database(':memory:');
  try {
    const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: model }) });
    const { error } = await new Migrator({ db, provider: migrations }).migrateTo(last);
    if (error !== undefined) throw error;
    const expected = schemaOf(model);
    const same = schema.length === expected.length && schema.every((entry, place) => entry === expected[place]);
    return same ? undefined : 'its tables are not those of this game';
  } finally {
    model.close();
  }
}

function schemaOf(database: Database.Database): readonly string[] {
  const texts = database.prepare("select type || ' ' || name || ' ' || coalesce(sql, '') from sqlite_schema");
  return texts.pluck().all().map(String).toSorted();
}

/** Whether a server has the store open. */
export function isInUse(file: string): boolean {
  if (!existsSync(`${file}.lock`)) return false;
  const lock = new Database(`${file}.lock`, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    lock.exec('ROLLBACK');
    return false;
  } catch {
    return true;
  } finally {
    lock.close();
  }
}

/**
 * Restores a backup. The former store is kept unopened under the returned name with its WAL files, since it may be
 * broken.
 */
export async function restoreBackup(backup: string, file: string, stamp: string): Promise<string | undefined> {
  const incoming = incomingFor(file);
  const kept = formerStore(file, stamp);
  const there = DATABASE_ENDS.filter((end) => existsSync(`${file}${end}`));
  try {
    await copyFile(backup, incoming);
    chmodSync(incoming, 0o600);
    for (const end of there) renameSync(`${file}${end}`, `${kept}${end}`);
    renameSync(incoming, file);
  } finally {
    rmSync(incoming, { force: true });
  }
  return there.includes('') ? kept : undefined;
}
