/**
 * Replays a log and compares the state hash of each round; exit code 1 at the first that differs.
 *
 *     npm run verify -- FILE.jsonl
 */
import { readFile } from 'node:fs/promises';
import { type DistrictLog, describeProblem, parse } from '../../shared/log/jsonl.ts';
import { firstDifference, type HashCheck, replay } from '../../shared/log/replay.ts';
import { fileNamed, optionsFrom, run, UsageError } from './terminal.ts';

const HELP = `npm run verify -- FILE.jsonl

Replays a log and compares the state hash of each round; exit code 1 at the first that differs.
`;

async function main(args: readonly string[]): Promise<number> {
  const { positionals } = optionsFrom(args, {}, true);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError('Name one log: npm run verify -- FILE.jsonl');
  const parsed = parse(await textOf(file));
  if ('problem' in parsed) {
    process.stderr.write(`${file}, ${describeProblem(parsed)}.\n`);
    return 1;
  }
  for (const log of parsed.logs) if (!verified(log)) return 1;
  return 0;
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(fileNamed(file), 'utf8');
  } catch (error) {
    throw new UsageError(`Cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function verified(log: DistrictLog): boolean {
  const { header, records } = log;
  const title = `${header.scenario}, district ${header.districtId}, seed ${header.seed}, rules ${header.rulesVersion}`;
  process.stdout.write(`${title}: ${records.length} records\n`);
  let checks: readonly HashCheck[];
  try {
    checks = replay(log).checks;
  } catch (error) {
    process.stderr.write(`cannot be replayed: ${error instanceof Error ? error.message : String(error)}\n`);
    return false;
  }
  const different = firstDifference(checks);
  for (const check of checks) {
    const same = check.recorded === check.computed;
    process.stdout.write(`round ${String(check.round).padStart(2)}  ${check.computed}  ${same ? 'same' : 'differs'}\n`);
    if (check === different) break;
  }
  if (different === undefined) return true;
  process.stderr.write(`record ${different.seq}: on record is ${different.recorded}\n`);
  return false;
}

await run(HELP, main);
