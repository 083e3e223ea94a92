/** `npm run accessibility`: every screen × size × language × scheme, in some ten minutes; `npm test` takes a part. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const args = ['run', '--project', 'e2e', '--reporter=verbose', 'tests/e2e/accessibility.test.ts'];
const run = spawn(process.execPath, [vitest, ...args, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, COMBINATIONS: 'all' },
});
run.on('exit', (code) => process.exit(code ?? 1));
