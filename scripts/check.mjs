/**
 * `npm run check`: all fast checks at once, in half a minute: format, lint, types, unused exports, and tests without
 * server or browser. Shows what is done and what is running; `npm test` runs everything.
 */
import { availableParallelism } from 'node:os';
import { ensurePackages, say } from './setup.mjs';
import { begin, CHECKS, QUICK, testing } from './steps.mjs';

const TICK_MS = 5_000;
/** A test file in Vitest's output after it has run. */
const FILE_DONE = /^\s*[✓❯×] .*\.test\.ts/u;

ensurePackages();
const started = Date.now();
const seconds = () => `${((Date.now() - started) / 1000).toFixed(1)} s`;

let files = 0;
const tests = testing({
  title: 'tests without server or browser',
  projects: QUICK,
  // More threads than processors would only load the same modules again.
  workers: availableParallelism(),
  more: ['--no-color'],
});
const steps = [
  begin(tests, (line) => {
    if (FILE_DONE.test(line)) files += 1;
  }),
  ...CHECKS.map((check) => begin(check)),
];
const under = new Set(steps.map(({ title }) => title));
say(`Under way: ${[...under].join('; ')}.`);

const ticking = setInterval(() => {
  say(`… ${seconds()}: ${files} files of tests done; under way: ${[...under].join('; ')}`);
}, TICK_MS);
const outcomes = await Promise.all(
  steps.map(async ({ title, outcome }) => {
    const { ok, said } = await outcome;
    under.delete(title);
    if (!ok) process.stdout.write(`${said}\n`);
    say(`${ok ? '✓' : '✗'} ${title} (${seconds()})`);
    return ok;
  }),
);
clearInterval(ticking);
const failed = outcomes.filter((ok) => !ok).length;
say(failed === 0 ? `All is well, after ${seconds()}.` : `${failed} of ${outcomes.length} failed, after ${seconds()}.`);
process.exit(failed === 0 ? 0 : 1);
