/**
 * Checks logs: links, hashes, and the commands decided again. Exit code 1 if anything is wrong.
 *
 *     npm run verify -- FILE.jsonl all.zip …
 */
import { readFile } from 'node:fs/promises';
import { type Source, sourcesIn } from '../../shared/debrief/open.ts';
import { describeFinding, describeLimit } from '../../shared/log/describe.ts';
import type { CheckedDistrict } from '../../shared/log/district-check.ts';
import { fileNamed, optionsFrom, run, UsageError } from './terminal.ts';

const HELP = `npm run verify -- FILE…

Checks logs (.jsonl) and exported zips: every line's link, the state's hash at every round, and today's rules' answer to
every command. Prints what it finds with its line, and exits with 1 then:

  forged       a line is not as it was written
  differs      the lines fit together, and what they say does not follow
  incomplete   the end is missing
  unreadable   not a log, or a newer one
`;

async function main(args: readonly string[]): Promise<number> {
  const { positionals } = optionsFrom(args, {}, true);
  if (positionals.length === 0) throw new UsageError('Name a log: npm run verify -- FILE.jsonl');
  const sources: Source[] = [];
  for (const file of positionals) sources.push(...sourcesIn(file, await bytesOf(file)));
  for (const source of sources) report(source);
  for (const limit of new Set(sources.flatMap(({ limits }) => limits))) {
    process.stderr.write(`Note: ${describeLimit(limit)}\n`);
  }
  return sources.every(({ findings }) => findings.length === 0) ? 0 : 1;
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(fileNamed(file));
  } catch (error) {
    throw new UsageError(`Cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function report({ name, districts, findings }: Source): void {
  for (const district of districts) reportDistrict(district);
  for (const finding of findings) process.stderr.write(`${name}: ${describeFinding(finding)}.\n`);
}

function reportDistrict({ header, log, checks }: CheckedDistrict): void {
  const { scenario, districtId, seed, rulesVersion } = header;
  const title = `${scenario}, district ${districtId}, seed ${seed}, rules ${rulesVersion}`;
  process.stdout.write(`${title}: ${log?.records.length ?? 0} sound records\n`);
  for (const { seq, round, recorded, computed } of checks) {
    const same = recorded === computed;
    process.stdout.write(`round ${String(round).padStart(2)}  ${computed}  ${same ? 'same' : 'differs'}\n`);
    if (!same) process.stderr.write(`record ${seq}: on record is ${recorded}\n`);
  }
}

await run(HELP, main);
