/** `npm run faults`: the fault tests in their long form, one file after another, with what was seen on one line each. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const args = ['run', '--project', 'server', '--no-file-parallelism', '--reporter=verbose', 'tests/faults'];
const run = spawn(process.execPath, [vitest, ...args, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, FAULTS: 'long' },
});
run.on('exit', (code) => process.exit(code ?? 1));
