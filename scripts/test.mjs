/**
 * `npm test`: installs what the tests need and runs everything, the real browser included.
 *
 * Its last line is `N passed, N failed`. `npm run check` is the quick part of it.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  ensureBrowser,
  ensureClient,
  ensurePackages,
  ensureServers,
  environment,
  pinnedNode,
  root,
  run,
  say,
} from './setup.mjs';

const started = Date.now();
const results = join(root, 'test-results', 'vitest.json');
let passed = 0;
let failed = 0;

function step(title, ok) {
  say(`${ok ? '✓' : '✗'} ${title} (${Math.round((Date.now() - started) / 1000)} s since the start)`);
  if (ok) passed += 1;
  else failed += 1;
}

/** Under way from now on, while other things are seen to; what it has to say comes when it is waited for. */
function check(title, path, ...args) {
  const said = [];
  const child = spawn(pinnedNode, [join(root, 'node_modules', path), ...args], {
    cwd: root,
    env: environment,
    shell: process.platform === 'win32',
  });
  for (const output of [child.stdout, child.stderr]) output.setEncoding('utf8').on('data', (text) => said.push(text));
  const ended = new Promise((told) => {
    child.on('error', (error) => {
      said.push(String(error));
      told(false);
    });
    child.on('close', (code) => told(code === 0));
  });
  return async () => {
    const ok = await ended;
    if (!ok) process.stdout.write(`${said.join('')}\n`);
    step(title, ok);
  };
}

ensurePackages();
const checks = [
  check('format and lint', '@biomejs/biome/bin/biome', 'check', '.'),
  check('types of the shared code (no DOM, no Node)', 'typescript/bin/tsc', '-p', 'shared'),
  check('types', 'typescript/bin/tsc', '-p', '.'),
];
const browser = ensureBrowser();
say(`Browser: ${browser}`);
const servers = ensureServers();
ensureClient();
for (const outcome of checks) await outcome();

say('Tests: engine, bots, storage, server, then whole games in Chromium …');
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
      // Some hundred servers and commands are started: each after the first finds its code compiled.
      NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'node'),
    },
  },
);
if (existsSync(results)) {
  const report = JSON.parse(readFileSync(results, 'utf8'));
  passed += report.numPassedTests;
  failed += report.numFailedTests;
}
if (!green && failed === 0) failed += 1;

say(`Took ${Math.round((Date.now() - started) / 1000)} s.`);
say(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
