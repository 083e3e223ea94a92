/** `npm run predictions`: one row per comparison, and a reliable exit code. */
import { describe, expect, test } from 'vitest';
import { command } from '../support/command.ts';

describe('predictions', () => {
  test('prints one row a comparison, with threshold and figure', () => {
    const { status, stdout } = command('predictions', '--games', '10', '--only', 'P10', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual([
      expect.objectContaining({ id: 'P10', threshold: '< 0', holds: true, figure: expect.any(Number) }),
    ]);
  });

  test('gives the same figures on any number of threads', () => {
    const args = ['--games', '3', '--only', 'P2', '--only', 'P3', '--only', 'P10', '--json'];
    const [one, two] = ['1', '2'].map((jobs) => command('predictions', ...args, '--jobs', jobs));
    expect(JSON.parse(one?.stdout ?? '')).toHaveLength(6);
    expect(two?.stdout).toBe(one?.stdout);
  });

  test('tests one scenario, or all that are shipped', () => {
    const args = ['--games', '3', '--only', 'P10', '--json'];
    const one = command('predictions', '--scenario', 'zhongguancun-10', ...args);
    expect(JSON.parse(one.stdout)).toHaveLength(1);
    const all = command('predictions', '--scenario', 'all', ...args);
    expect(JSON.parse(all.stdout).map(({ scenario }: { scenario: string }) => scenario)).toEqual([
      'zhongguancun',
      'zhongguancun-10',
      'zhongguancun-8',
    ]);
    expect(command('predictions', '--scenario', 'atlantis').status).toBe(2);
  });

  test('exits with 1 when one fails', () => {
    const { status, stdout } = command(
      'predictions',
      '--games',
      '3',
      '--only',
      'P3',
      '--set',
      'pactGain=0',
      '--set',
      'pactJoint=0',
      '--set',
      'commonsPerShare=0',
    );
    expect(stdout).toContain('FAILS');
    expect(status).toBe(1);
  });
});
