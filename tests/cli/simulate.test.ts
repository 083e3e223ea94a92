/** `npm run simulate`: options, JSON, exit codes, one clear sentence per mistake. */
import { describe, expect, test } from 'vitest';
import { command } from '../support/command.ts';

describe('simulate', () => {
  test('prints the means as JSON', () => {
    const { status, stdout, stderr } = command(
      'simulate',
      '--games',
      '6',
      '--seed',
      '3',
      '--firms',
      'tit-for-tat,opportunist',
      '--universities',
      'open',
      '--bureau',
      'enable',
      '--bez',
      'idle',
      '--rounds',
      '10',
      '--set',
      'shock=false',
      '--set',
      'startCash=11',
      '--json',
    );
    expect(stderr).toMatch(/6 games in .* a second/);
    expect(status).toBe(0);
    const result = JSON.parse(stdout);
    expect(Object.keys(result)).toEqual(['games', 'rounds', 'policies', 'universities', 'bureau', 'bez', 'district']);
    expect(result).toMatchObject({ games: 6, rounds: 10 });
    expect(Object.keys(result.policies).sort()).toEqual(['opportunist', 'tit-for-tat']);
    expect(Object.keys(result.policies.opportunist)).toEqual([
      'finalScore',
      'worstFinalScore',
      'scoreByRound',
      'incomeByRound',
      'failures',
    ]);
    expect(result.district.incomeByRound).toHaveLength(10);
    expect(Object.keys(result.district.figures)).toEqual(['2', '3', '4']);
    expect(Object.keys(result.district.deals)).toEqual([
      'pact',
      'merger',
      'leave',
      'loan',
      'venture',
      'foreign',
      'listed',
    ]);
    expect(result.district.deals.pact.games).toBe(1);
    expect(result.district.deals.pact.perRound).toHaveLength(10);
    expect(result.district.temptation).toBeUndefined();
    // Without a shock there is no resilience; the key stays.
    expect(result.district.resilience).toBeNull();
  });

  test('plays with less effort than six points', () => {
    const args = ['--games', '2', '--firms', 'cooperate,survival-first,merger', '--set', 'effort=5', '--json'];
    expect(command('simulate', ...args)).toMatchObject({ status: 0 });
  });

  test('plays a shorter scenario by its id', () => {
    const { stdout } = command('simulate', '--games', '2', '--scenario', 'zhongguancun-8', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ rounds: 8 });
  });

  test('gives the same numbers for the same seed', () => {
    const args = ['--games', '3', '--seed', '9', '--firms', 'merger,solo', '--json'];
    expect(command('simulate', ...args).stdout).toBe(command('simulate', ...args).stdout);
  });

  test('gives the same numbers on any number of threads', () => {
    const args = ['--games', '50', '--firms', 'street', '--temptation', '--json'];
    const [one, ...more] = ['1', '2', '3'].map((jobs) => command('simulate', ...args, '--jobs', jobs));
    expect(one).toMatchObject({ status: 0, stderr: expect.stringContaining('on one thread') });
    expect(more.map(({ stdout }) => stdout)).toEqual([one?.stdout, one?.stdout]);
  });

  test('says what a year of nothing but trade would bring, where asked', () => {
    const { stdout } = command('simulate', '--games', '4', '--temptation', '--json');
    const { temptation } = JSON.parse(stdout).district;
    expect(temptation).toHaveLength(12);
    expect(temptation[1]).toBeGreaterThan(1);
  });

  test.each([
    [['--jobs', '0'], /--jobs takes a whole number from 1/],
    [['--firms', 'nobody'], /no policy called "nobody"/],
    [['--bureau', 'open'], /no policy called "open"/],
    [['--game', '3'], /--game/],
    [['--games', 'many'], /--games takes a whole number/],
    [['--games', '0'], /--games takes a whole number from 1/],
    [['--set', 'gravity=9'], /no parameter called "gravity"/],
    [['--set', 'startCash=lots'], /takes a number/],
    [['--set', 'startCash'], /name=value/],
    [['--set', 'effort=0'], /number from 0.1 to 10000/],
    [['--set', 'commonsFull=0'], /"commonsFull" is a number from 0.1/],
    [['--scenario', 'atlantis'], /no scenario "atlantis"; there are zhongguancun, /],
    [['--rounds', '1000'], /1 to 99 rounds/],
    [['--universities', ''], /^--universities: there is no policy called ""; there are publish/],
    [['--bez', ''], /^--bez: there is no policy called ""/],
  ])('answers %j with one sentence and exit code 2', (args, sentence) => {
    const { status, stdout, stderr } = command('simulate', ...args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(sentence);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});
