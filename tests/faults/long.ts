/**
 * `npm run faults`: the long form of all injected faults, of several processes, and of a million messages. Runs one
 * file after the other, with a line per result, in about half an hour.
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
