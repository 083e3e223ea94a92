/** A copy of the sources, in which one file at a time is changed and tests are run. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { constants, getPriority, setPriority, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Site } from './sites.ts';

/** Time limit, by which endless loops are noticed. Some files take minutes on a busy machine. */
const PATIENCE_MS = 10 * 60_000;
/** Number of test files in the first run, and the factor for each further run. A failure ends the search. */
const NEAREST = 6;
const GROWTH = 4;

/** A change that does not compile reaches no test: it counts neither way. */
export const COMPILER = 'the compiler';

const OUT_OF_TIME = 'time';

interface Failure {
  /** The tests of the run. */
  readonly tests: readonly string[];
  readonly reason: string;
}

export class Workshop {
  readonly #folder = mkdtempSync(join(tmpdir(), 'electronics-street-mutants-'));
  #running: ChildProcess | undefined;
  /** Whether tests that failed with a change passed without it. */
  readonly #passed = new Map<string, boolean>();

  constructor(root: string) {
    const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
      cwd: root,
      encoding: 'utf8',
    });
    for (const file of files.split('\n').filter((name) => name !== '')) {
      mkdirSync(join(this.#folder, dirname(file)), { recursive: true });
      // If a copied lock file were newer than the packages, a test would reinstall them through the link below.
      cpSync(join(root, file), join(this.#folder, file), { preserveTimestamps: true });
    }
    symlinkSync(join(root, 'node_modules'), join(this.#folder, 'node_modules'));
  }

  /** The failure due to this change; undefined if no test noticed. */
  async tried(file: string, site: Site, tests: readonly string[]): Promise<string | undefined> {
    const path = join(this.#folder, file);
    const source = readFileSync(path, 'utf8');
    writeFileSync(path, source.slice(0, site.start) + site.instead + source.slice(site.end));
    try {
      if (!this.#compiles()) return COMPILER;
      let left = tests;
      for (let count = NEAREST; left.length > 0; ) {
        const asked = left.slice(0, count);
        const failure = await this.run(asked);
        if (failure === undefined) count *= GROWTH;
        else if (await this.#isDueToChange(failure, path, source)) return failure.reason;
        left = left.filter((test) => !(failure?.tests ?? asked).includes(test));
      }
      return undefined;
    } finally {
      writeFileSync(path, source);
    }
  }

  /**
   * Whether the failure repeats with the change and disappears without it, so that neither load nor the test is the
   * cause.
   */
  async #isDueToChange({ tests, reason }: Failure, path: string, source: string): Promise<boolean> {
    // A run that timed out is not repeated, since it would time out again.
    if (reason !== OUT_OF_TIME && (await this.run(tests)) === undefined) return false;
    const key = tests.join(' ');
    const passed = this.#passed.get(key);
    if (passed !== undefined) return passed;
    const changed = readFileSync(path, 'utf8');
    writeFileSync(path, source);
    const passes = (await this.run(tests)) === undefined;
    writeFileSync(path, changed);
    this.#passed.set(key, passes);
    return passes;
  }

  #compiles(): boolean {
    const tsc = join('node_modules', 'typescript', 'bin', 'tsc');
    return spawnSync(process.execPath, [tsc, '-p', '.'], { cwd: this.#folder }).status === 0;
  }

  /** The first failing test, or whatever else ended the run. */
  run(tests: readonly string[]): Promise<Failure | undefined> {
    const vitest = join('node_modules', 'vitest', 'vitest.mjs');
    const child = spawn(process.execPath, [vitest, 'run', '--bail', '1', '--no-color', '--maxWorkers', '1', ...tests], {
      cwd: this.#folder,
    });
    this.#running = child;
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
        else resolve(signal === null ? failureIn(output, tests) : { tests, reason: OUT_OF_TIME });
      });
    });
  }

  close(): void {
    this.#running?.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function failureIn(output: string, tests: readonly string[]): Failure {
  const [, reason = 'an error outside the tests'] = /FAIL\s+(.*)/.exec(output) ?? [];
  const file = tests.find((test) => reason.includes(test));
  return { tests: file === undefined ? tests : [file], reason };
}
