/**
 * Copies the embedded store, even while the server runs, and checks the copy.
 *
 *     npm run backup                              to backups/street-<time>.db in the data folder
 *     npm run backup -- /media/stick/monday.db
 */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { backUp, inspect } from '../storage/files.ts';
import { backupsIn, storeIn } from '../storage/store-files.ts';
import { dataFolderOf, fileNamed, optionsFrom, run, timeStamp, UsageError } from './terminal.ts';

const IN_POSTGRES = 'The data is in PostgreSQL (DATABASE_URL): back it up with pg_dump. See docs/DEPLOYMENT.md.';

const HELP = `npm run backup -- [COPY] [options]

Copies the embedded store, also while the server runs, and checks the copy.

  COPY                   the new file; without it backups/street-<time>.db in the data folder
  --data FOLDER          where the store is; without it DATA_DIR, or ./data
`;

async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = optionsFrom(args, { data: { type: 'string' } }, true);
  const folder = dataFolderOf(values.data, IN_POSTGRES);
  const file = storeIn(folder);
  if (!existsSync(file)) throw new UsageError(`There is no store in ${folder}. Is DATA_DIR right?`);
  const copy =
    positionals[0] !== undefined ? fileNamed(positionals[0]) : join(backupsIn(folder), `street-${timeStamp()}.db`);
  if (existsSync(copy)) throw new UsageError(`${copy} exists already; a backup never overwrites.`);
  mkdirSync(dirname(copy), { recursive: true });
  await backUp(file, copy);
  const checked = await inspect(copy);
  if ('problem' in checked) {
    process.stderr.write(`The copy ${copy} cannot be used: ${checked.problem}\n`);
    return 1;
  }
  const { classes, records } = checked.counts;
  process.stdout.write(`${copy}: ${classes} classes, ${records} records, checked.\n`);
  return 0;
}

await run(HELP, main);
