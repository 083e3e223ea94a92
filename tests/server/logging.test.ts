/** The server's own log must not hold up the game: not where it is read slowly, not where its disk is full. */
import { spawn } from 'node:child_process';
import { existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { until } from '../support/waiting.ts';

/** Takes no byte: no space is left on the device. */
const FULL = '/dev/full';
const module = join(import.meta.dirname, '../../server/logging.ts');

const SCRIPT = `
const { makeLogger } = await import(${JSON.stringify(module)});
const log = makeLogger('info');
for (let line = 0; line < 500; line += 1) log.info({ text: 'x'.repeat(400) }, 'a line');
await new Promise((resolve) => setTimeout(resolve, 50));
log.fatal('the last line');
process.stderr.write('goes on');
`;

test.skipIf(!existsSync(FULL))('a full disk under the log ends and stops nothing', async () => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', SCRIPT], {
    stdio: ['ignore', openSync(FULL, 'w'), 'pipe'],
  });
  let said = '';
  child.stderr?.on('data', (text) => {
    said += text;
  });
  try {
    await until('the end', () => child.exitCode !== null);
  } finally {
    child.kill('SIGKILL');
  }
  expect({ said, code: child.exitCode }).toEqual({ said: 'goes on', code: 0 });
});
