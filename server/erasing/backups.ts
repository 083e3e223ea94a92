/**
 * Backups in the data folder are stores too: erased people are erased from each in place. Unreadable ones are reported
 * and left unchanged.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import Database from 'better-sqlite3';
import type { Logger } from '../logging.ts';
import { notedErasures } from '../storage/erasures-file.ts';
import { inspect } from '../storage/files.ts';
import type { Erasure } from '../storage/port.ts';
import { sqliteStoreOn } from '../storage/sqlite.ts';
import { backupsIn, isBesideDatabase, isFromRestore } from '../storage/store-files.ts';
import { eraseAgain } from './again.ts';

export interface ErasedBackups {
  /** Backups with a class concerned, relative to the data folder. */
  readonly erased: readonly string[];
  readonly unread: readonly string[];
}

/** `store`: the file of the store itself. */
export async function eraseInBackups(store: string, log: Logger): Promise<ErasedBackups> {
  const folder = dirname(store);
  const erasures = notedErasures(store);
  const erased: string[] = [];
  const unread: string[] = [];
  for (const backup of backupsOf(store)) {
    const outcome = await eraseIn(backup, erasures, log).catch((err: unknown) => {
      log.error({ err, backup }, 'a backup could not be erased from');
      return 'unread' as const;
    });
    if (outcome === 'erased') erased.push(relative(folder, backup));
    if (outcome === 'unread') unread.push(relative(folder, backup));
  }
  return { erased, unread };
}

/** Copies by our backup command, and stores that a restore has kept. */
function backupsOf(store: string): readonly string[] {
  const folder = dirname(store);
  const copies = backupsIn(folder);
  const inCopies = existsSync(copies) ? readdirSync(copies).map((name) => join(copies, name)) : [];
  const kept = readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => isFromRestore(path, join(folder, basename(store))));
  return [...inCopies, ...kept].filter((path) => statSync(path).isFile() && !isBesideDatabase(path));
}

async function eraseIn(
  backup: string,
  erasures: readonly Erasure[],
  log: Logger,
): Promise<'erased' | 'unread' | 'not-there'> {
  if ('problem' in (await inspect(backup))) return 'unread';
  const concerned = erasuresIn(backup, erasures);
  if (concerned.length === 0) return 'not-there';
  const database = new Database(backup);
  const store = await sqliteStoreOn(database, log);
  const clean = await eraseAgain(store, concerned);
  database.pragma('journal_mode = DELETE');
  // Rewrites the file without its free pages.
  database.exec('VACUUM');
  await store.close();
  return clean ? 'erased' : 'unread';
}

function erasuresIn(backup: string, erasures: readonly Erasure[]): readonly Erasure[] {
  const database = new Database(backup, { readonly: true });
  try {
    const held = new Set(database.prepare('select id from classes').pluck().all().map(String));
    return erasures.filter(({ classId }) => held.has(classId));
  } finally {
    database.close();
  }
}
