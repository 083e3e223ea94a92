/** A copy of the sources in which one file at a time is changed and the tests are run. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { constants, getPriority, setPriority, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Site } from './sites.ts';

/** An endless loop is noticed, too. On a busy machine some files take minutes. */
const PATIENCE_MS = 10 * 60_000;
/** Files of tests in the first run, the nearest; each further run has so many times as many. The first that fails ends it. */
const NEAREST = 6;
const GROWTH = 4;

/** Such a change never gets as far as a test: it counts neither way. */
export const COMPILER = 'the compiler';

export class Workshop {
  readonly #folder = mkdtempSync(join(tmpdir(), 'electronics-street-mutants-'));

  constructor(root: string) {
    const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
      cwd: root,
      encoding: 'utf8',
    });
    for (const file of files.split('\n').filter((name) => name !== '')) {
      mkdirSync(join(this.#folder, dirname(file)), { recursive: true });
      cpSync(join(root, file), join(this.#folder, file));
    }
    symlinkSync(join(root, 'node_modules'), join(this.#folder, 'node_modules'));
  }

  /** The test that failed with this change, or undefined when none of them did. */
  async tried(file: string, site: Site, tests: readonly string[]): Promise<string | undefined> {
    const path = join(this.#folder, file);
    const source = readFileSync(path, 'utf8');
    writeFileSync(path, source.slice(0, site.start) + site.instead + source.slice(site.end));
    try {
      let first = 0;
      for (let count = NEAREST; first < tests.length; count *= GROWTH) {
        const failed = await this.run(tests.slice(first, first + count));
        if (failed !== undefined) return failed;
        first += count;
      }
      return this.#compiles() ? undefined : COMPILER;
    } finally {
      writeFileSync(path, source);
    }
  }

  #compiles(): boolean {
    const tsc = join('node_modules', 'typescript', 'bin', 'tsc');
    return spawnSync(process.execPath, [tsc, '-p', '.'], { cwd: this.#folder }).status === 0;
  }

  /** The first that fails, or what ended the run instead. */
  run(tests: readonly string[]): Promise<string | undefined> {
    const vitest = join('node_modules', 'vitest', 'vitest.mjs');
    const child = spawn(process.execPath, [vitest, 'run', '--bail', '1', '--no-color', '--maxWorkers', '1', ...tests], {
      cwd: this.#folder,
    });
    if (child.pid !== undefined)
      setPriority(child.pid, Math.max(getPriority(), constants.priority.PRIORITY_BELOW_NORMAL));
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
      });
    }
    const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
    return new Promise((resolve) => {
      child.on('close', (code, signal) => {
        clearTimeout(timer);
        if (code === 0) resolve(undefined);
        else resolve(signal === null ? reasonIn(output) : 'time');
      });
    });
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** On a busy machine a test may have run out of time for no fault of the change: the reader is told. */
function reasonIn(output: string): string {
  const failed = /FAIL\s+(.*)/.exec(output)?.[1] ?? 'an error outside the tests';
  return /(?:Test|Hook) timed out/.test(output) ? `${failed} (out of time)` : failed;
}
