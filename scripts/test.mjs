/**
 * `npm test`: installs what the tests need and runs everything, the real browser included.
 *
 * Its last line is `N passed, N failed`. `npm run check` is its quick part.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import {
  ensureBrowser,
  ensureClient,
  ensureOtherBrowsers,
  ensurePackages,
  ensureServers,
  ensureShell,
  root,
  say,
} from './setup.mjs';
import { begin, CHECKS, COMPUTING, testing, WAITING } from './steps.mjs';

const started = Date.now();
const results = join(root, 'test-results');
let passed = 0;
let failed = 0;

/** Counts its tests from the report it writes. */
function tests({ name, ...step }) {
  const report = join(results, `${name}.json`);
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return { report, step: testing({ ...step, more: reporters }) };
}

function count({ report, ok }) {
  let broken = 0;
  if (existsSync(report)) {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
    passed += numPassedTests;
    // A test file that failed to load has no tests to count.
    const unread = testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
    );
    broken = numFailedTests + unread.length;
  }
  failed += !ok && broken === 0 ? 1 : broken;
}

async function finish({ title, outcome }) {
  const { ok, said } = await outcome;
  if (!ok) process.stdout.write(`${said}\n`);
  say(`${ok ? '✓' : '✗'} ${title} (${Math.round((Date.now() - started) / 1000)} s since the start)`);
  return ok;
}

ensurePackages();
mkdirSync(results, { recursive: true });
const checks = CHECKS.map((check) => begin(check));
// A single thread throughout, which uses the processors while others wait for servers and browsers.
const computing = tests({ name: 'computing', title: 'tests that compute', projects: COMPUTING, workers: 1 });
const computed = begin(computing.step);
const browser = ensureBrowser();
say(`Browser: ${browser}`);
ensureShell();
const skipped = ensureOtherBrowsers();
skipped.forEach(say);
const servers = ensureServers();
ensureClient();
for (const check of checks) {
  if (await finish(check)) passed += 1;
  else failed += 1;
}

say('Tests: engine, bots, storage, server, then whole games in Chromium, Firefox and WebKitGTK …');
const waiting = tests({
  name: 'waiting',
  title: 'tests with servers and browsers',
  projects: WAITING,
  // More than processors, since these tests mostly wait.
  workers: availableParallelism() + 2,
  env: { ...servers, CHROMIUM_PATH: browser },
});
const { ok } = await begin(waiting.step, say).outcome;
count({ report: waiting.report, ok });
count({ report: computing.report, ok: await finish(computed) });

skipped.forEach(say);
say(`Took ${Math.round((Date.now() - started) / 1000)} s.`);
say(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
