/** Names of the embedded store's files in the data folder. */
import { join } from 'node:path';

export function storeIn(folder: string): string {
  return join(folder, 'street.db');
}

/** Where `npm run backup` puts copies. */
export function backupsIn(folder: string): string {
  return join(folder, 'backups');
}

/** Ends of a database's file and its WAL files, which hold the newest data until a checkpoint. */
export const DATABASE_ENDS = ['', '-wal', '-shm'] as const;

/** Whether SQLite keeps this file beside a database. */
export function isBesideDatabase(file: string): boolean {
  return [...DATABASE_ENDS, '-journal'].some((end) => end !== '' && file.endsWith(end));
}

/** The backup being restored, until it takes the store's place. */
export function incomingFor(store: string): string {
  return `${store}.incoming`;
}

/** The former store, which a restore keeps. */
export function formerStore(store: string, stamp: string): string {
  return `${store}.before-${stamp}`;
}

/** Whether a restore left this file beside the store. */
export function isFromRestore(file: string, store: string): boolean {
  return file.startsWith(formerStore(store, '')) || file === incomingFor(store);
}
