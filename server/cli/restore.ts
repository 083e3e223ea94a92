/**
 * Replaces the embedded store by a backup. The server must be stopped; the former store is kept beside it.
 *
 *     npm run restore -- data/backups/street-20261124-083000.db
 */
import { mkdirSync } from 'node:fs';
import Database from 'better-sqlite3';
import { eraseAgain } from '../erasing/again.ts';
import { makeLogger } from '../logging.ts';
import { notedErasures } from '../storage/erasures-file.ts';
import { inspect, isInUse, restoreBackup } from '../storage/files.ts';
import type { Erasure } from '../storage/port.ts';
import { sqliteStoreOn } from '../storage/sqlite.ts';
import { storeIn } from '../storage/store-files.ts';
import { dataFolderOf, fileNamed, optionsFrom, run, timeStamp, UsageError } from './terminal.ts';

const IN_POSTGRES = 'The data is in PostgreSQL (DATABASE_URL): restore it with psql. See docs/DEPLOYMENT.md.';

const HELP = `npm run restore -- BACKUP [options]

Puts a backup in the place of the embedded store. Stop the server first; what was there is kept beside it.

  --data FOLDER          where the store is; without it DATA_DIR, or ./data
`;

async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = optionsFrom(args, { data: { type: 'string' } }, true);
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0) throw new UsageError('Name one backup: npm run restore -- FILE');
  const backup = fileNamed(name);
  const folder = dataFolderOf(values.data, IN_POSTGRES);
  const file = storeIn(folder);
  const checked = await inspect(backup);
  if ('problem' in checked) {
    process.stderr.write(`${backup} cannot be restored: ${checked.problem}. Nothing was changed.\n`);
    return 1;
  }
  if (isInUse(file)) {
    process.stderr.write(`A server uses ${file}. Stop it first; nothing was changed.\n`);
    return 1;
  }
  mkdirSync(folder, { recursive: true });
  const kept = await restoreBackup(backup, file, timeStamp());
  const erasures = notedErasures(file);
  if (erasures.length > 0 && !(await againIn(file, erasures))) {
    process.stderr.write('Not everybody who was erased could be erased again: npm run doctor says more.\n');
    return 1;
  }
  const { classes, open, records } = checked.counts;
  process.stdout.write(`${file} is now ${backup}: ${classes} classes (${open} open), ${records} records.\n`);
  if (erasures.length > 0) process.stdout.write(`Erased again: ${erasures.length} entries of erasures.jsonl.\n`);
  if (kept !== undefined) process.stdout.write(`What was there before is kept as ${kept}.\n`);
  return 0;
}

async function againIn(file: string, erasures: readonly Erasure[]): Promise<boolean> {
  const store = await sqliteStoreOn(new Database(file), makeLogger('error'));
  try {
    return await eraseAgain(store, erasures);
  } finally {
    await store.close();
  }
}

await run(HELP, main);
