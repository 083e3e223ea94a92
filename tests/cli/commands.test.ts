/** The answer of every command to --help, and of robots to a mistake. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { RULES_VERSION } from '../../shared/engine/founding.ts';
import { command } from '../support/command.ts';

describe('every command', () => {
  test.each(['simulate', 'predictions', 'choices', 'robots', 'verify', 'backup', 'restore', 'doctor', 'golden'])(
    '%s explains itself',
    (name) => {
      const { status, stdout, stderr } = command(name, '--help');
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(stdout).toMatch(new RegExp(`^npm run ${name}( -- |\n)`));
    },
  );
});

test('a command ends silently when its pipe is closed', () => {
  const { stdout, stderr } = spawnSync('sh', ['-c', `"${process.execPath}" server/cli/doctor.ts | head -n 1`], {
    cwd: join(import.meta.dirname, '../..'),
    encoding: 'utf8',
  });
  expect(stdout).toMatch(/Node/);
  expect(stderr).toBe('');
});

describe('golden', () => {
  test('never overwrites existing golden logs', () => {
    const { status, stderr } = command('golden');
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: `Rules ${RULES_VERSION} have their golden logs: raise RULES_VERSION first.\n`,
    });
  });
});

describe('robots', () => {
  test.each([
    [['--nonsense'], /^Unknown option '--nonsense'; --help says what there is/],
    [[], /--code CODE, or --key KEY/],
    [['--code', 'ABCDEF', '--seats', 'many'], /--seats takes a whole number from 1/],
    [['--code', 'ABCDEF', '--drop', '2'], /--drop takes a number from 0 to 1/],
    [['--code', 'ABCDEF', '--policy', 'nobody'], /No policy is called "nobody"/],
    [['--key', 'any', '--url', 'http://127.0.0.1:9'], /Nothing answers at http:\/\/127.0.0.1:9/],
  ])('answers %j with one sentence and exit code 2', (args, sentence) => {
    const { status, stdout, stderr } = command('robots', ...args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(sentence);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});
