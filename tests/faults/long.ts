/**
 * `npm run faults`: the long form of everything that is done to a server on purpose: faults, several processes, a
 * million messages. One file after another, with what was seen on one line each. About half an hour.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const parts = ['tests/faults', 'tests/cluster', 'tests/security'];
const args = ['run', '--project', 'server', '--no-file-parallelism', '--reporter=verbose', ...parts];
const run = spawn(process.execPath, [vitest, ...args, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, FAULTS: 'long' },
});
run.on('exit', (code) => process.exit(code ?? 1));
