/** The server's log never blocks the game: neither a slow reader nor a full disk does. */
import { spawn } from 'node:child_process';
import { existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { until } from '../support/waiting.ts';

/** A device without any space. */
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
  let closed = false;
  // After `close` instead of `exit`, because output may still arrive.
  child.on('close', () => {
    closed = true;
  });
  try {
    await until('the end', () => closed);
  } finally {
    child.kill('SIGKILL');
  }
  expect({ said, code: child.exitCode }).toEqual({ said: 'goes on', code: 0 });
});
