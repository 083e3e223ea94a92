/**
 * The embedded store as a file to be copied, checked and put back. A backup is taken while the server runs: SQLite
 * copies a consistent state, everything acknowledged before the copy began included.
 */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import Database from 'better-sqlite3';

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
  } finally {
    source.close();
  }
}

/** Reads the whole file: every page, every index, and that it is a store of ours. */
export function inspect(file: string): Inspection {
  if (!existsSync(file)) return { problem: 'there is no such file' };
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { readonly: true });
    const verdict = database.pragma('integrity_check', { simple: true });
    if (verdict !== 'ok') return { problem: `it is damaged: ${String(verdict)}` };
    const count = (what: string) => Number(database?.prepare(`select count(*) from ${what}`).pluck().get());
    return { counts: { classes: count('classes'), open: count('classes where open = 1'), records: count('records') } };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  } finally {
    database?.close();
  }
}

/** Whether a server has the store open just now. */
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

/** Puts a backup in the store's place and keeps what was there under the name it answers. */
export async function putBack(backup: string, file: string, stamp: string): Promise<string | undefined> {
  const kept = existsSync(file) ? `${file}.before-${stamp}` : undefined;
  const incoming = `${file}.incoming`;
  await copyFile(backup, incoming);
  if (kept !== undefined) {
    // What is still in the write-ahead log belongs to the file that is kept.
    const old = new Database(file);
    old.pragma('wal_checkpoint(TRUNCATE)');
    old.close();
    renameSync(file, kept);
  }
  for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
  renameSync(incoming, file);
  return kept;
}
