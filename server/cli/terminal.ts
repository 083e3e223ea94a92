/** What every command shares: options that explain themselves, progress on stderr, numbers a person can read. */
import { resolve } from 'node:path';
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { readEnvironment } from '../environment.ts';

/** A user's mistake: printed as one sentence, exit code 2. */
export class UsageError extends Error {}

/**
 * Runs a command's main function, which returns the exit code. Prints usage errors as a sentence, and the help for
 * `--help`.
 */
export async function run(help: string, main: (args: readonly string[]) => number | Promise<number>): Promise<void> {
  const args = process.argv.slice(2);
  // A reader such as `head` may close the pipe.
  process.stdout.on('error', () => process.exit());
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(help);
    return;
  }
  try {
    process.exitCode = await main(args);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}

/** Parses options; Node's own complaints become usage errors. */
export function optionsFrom<const T extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: T,
  allowPositionals = false,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals, strict: true });
  } catch (error) {
    const [why] = (error instanceof Error ? error.message : String(error)).split(/\.\s/);
    throw new UsageError(`${why}; --help says what there is.`);
  }
}

export function wholeNumber(name: string, text: string | undefined, otherwise: number, least = 0): number {
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (text.trim() === '' || !Number.isSafeInteger(value) || value < least) {
    throw new UsageError(`--${name} takes a whole number from ${least}, not "${text}".`);
  }
  return value;
}

/** The data folder, as the server resolves it: `--data` over `DATA_DIR`. `otherwise`: the answer for PostgreSQL. */
export function dataFolderOf(given: string | undefined, otherwise: string): string {
  const read = readEnvironment(process.env);
  if ('wrong' in read) throw new UsageError(read.wrong);
  if (read.databaseUrl !== undefined) throw new UsageError(otherwise);
  return given ?? read.dataFolder;
}

/** Resolves a file against the caller's folder, because npm runs commands in the project's. */
export function fileNamed(name: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), name);
}

/** UTC time for file names that sort by time: `20261124-083000`. */
export function timeStamp(): string {
  return new Date().toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15);
}

/** A progress line on stderr that overwrites itself, on terminals only, at most five times a second. */
export function progressLine(describe: (done: number) => string): { tick: () => void; end: () => void } {
  let done = 0;
  let shown = 0;
  return {
    tick() {
      done += 1;
      if (!process.stderr.isTTY) return;
      const now = performance.now();
      if (now - shown < 200) return;
      shown = now;
      process.stderr.write(`\r${describe(done)}`);
    },
    end() {
      if (process.stderr.isTTY) process.stderr.write(`\r${' '.repeat(describe(done).length)}\r`);
    },
  };
}

/** Rows of a Markdown table. */
export function markdownRows(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Formats a table with aligned columns; numbers to the right. */
export function table(rows: readonly (readonly string[])[], alignRight: readonly number[] = []): string {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length);
  }
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          alignRight.includes(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
