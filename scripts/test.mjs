/**
 * `npm test`: installs what the tests need and runs everything, the real browser included.
 *
 * Its last line is `N passed, N failed`. `npm run check` is the quick part of it.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  ensureBrowser,
  ensureClient,
  ensureOtherBrowsers,
  ensurePackages,
  ensureServers,
  environment,
  pinnedNode,
  root,
  run,
  say,
} from './setup.mjs';
import { begin, CHECKS, compiled } from './steps.mjs';

const started = Date.now();
const results = join(root, 'test-results', 'vitest.json');
let passed = 0;
let failed = 0;

ensurePackages();
const checks = CHECKS.map((check) => begin(check));
const browser = ensureBrowser();
say(`Browser: ${browser}`);
const skipped = ensureOtherBrowsers();
skipped.forEach(say);
const servers = ensureServers();
ensureClient();
for (const { title, outcome } of checks) {
  const { ok, said } = await outcome;
  if (!ok) process.stdout.write(`${said}\n`);
  say(`${ok ? '✓' : '✗'} ${title} (${Math.round((Date.now() - started) / 1000)} s since the start)`);
  if (ok) passed += 1;
  else failed += 1;
}

say('Tests: engine, bots, storage, server, then whole games in Chromium, Firefox and WebKitGTK …');
rmSync(results, { force: true });
mkdirSync(join(root, 'test-results'), { recursive: true });
const green = run(
  pinnedNode,
  [
    join(root, 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${results}`,
  ],
  {
    stdio: 'inherit',
    env: {
      ...environment,
      ...servers,
      CHROMIUM_PATH: browser,
      ...compiled,
    },
  },
);
if (existsSync(results)) {
  const report = JSON.parse(readFileSync(results, 'utf8'));
  passed += report.numPassedTests;
  failed += report.numFailedTests;
  // A file that could not be loaded has no tests to count.
  failed += report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  ).length;
}
if (!green && failed === 0) failed += 1;

skipped.forEach(say);
say(`Took ${Math.round((Date.now() - started) / 1000)} s.`);
say(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
