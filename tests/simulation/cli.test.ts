/** The commands other programs rely on: options, JSON, exit codes, one clear sentence for a mistake. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'electronics-street-'));
afterAll(() => rmSync(folder, { recursive: true }));

function command(name: string, ...args: readonly string[]) {
  return commandFrom(undefined, name, ...args);
}

/** `npm run` as called in that folder: npm goes to the project's own, and says where it was called. */
function commandFrom(place: string | undefined, name: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'server/cli', `${name}.ts`), ...args], {
    encoding: 'utf8',
    env: place === undefined ? process.env : { ...process.env, INIT_CWD: place },
  });
  return { status, stdout, stderr };
}

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
    // Without a shock there is nothing to recover from; the key stays.
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
    [['--set', 'effort=0'], /a tenth of a point or more/],
    [['--scenario', 'atlantis'], /no scenario "atlantis"; there are zhongguancun, /],
    [['--rounds', '1000'], /1 to 99 rounds/],
  ])('answers %j with one sentence and exit code 2', (args, sentence) => {
    const { status, stdout, stderr } = command('simulate', ...args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(sentence);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('every command', () => {
  test.each(['simulate', 'predictions', 'robots', 'verify', 'backup', 'restore', 'doctor'])(
    '%s explains itself',
    (name) => {
      const { status, stdout, stderr } = command(name, '--help');
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(stdout).toMatch(new RegExp(`^npm run ${name} -- `));
    },
  );
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

  test('tests one scenario, or all that are shipped', { timeout: 30_000 }, () => {
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

describe('verify', () => {
  const golden = readFileSync(join(root, 'tests/golden/rules-3/merger.jsonl'), 'utf8');
  const written = (name: string, text: string) => {
    const file = join(folder, name);
    writeFileSync(file, text);
    return file;
  };

  test('prints the hash of each round of a whole log', () => {
    const { status, stdout } = command('verify', written('whole.jsonl', golden));
    expect(status).toBe(0);
    for (let round = 1; round <= 12; round++) expect(stdout).toMatch(new RegExp(`round +${round}  [0-9a-f]{32}  same`));
  });

  test('stops with 1 at the first round that differs, in a log without links', () => {
    const lines = readFileSync(join(root, 'tests/golden/rules-2/merger.jsonl'), 'utf8').split('\n');
    const at = lines.findIndex((line) => line.includes('"RoundScored"') && line.includes('"round":4'));
    lines[at] = (lines[at] ?? '').replace('"commons":', '"commons":1');
    const { status, stdout, stderr } = command('verify', written('tampered.jsonl', lines.join('\n')));
    expect(status).toBe(1);
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^round {2}4 .* differs$/);
    expect(stderr).toMatch(/on record is/);
  });

  test('finds the file in the folder where npm was called', () => {
    written('here.jsonl', golden);
    expect(commandFrom(folder, 'verify', 'here.jsonl').status).toBe(0);
  });

  test('takes the zip of a class, several files at once, and names verdict, district and line', () => {
    const [header = '', ...lines] = golden.trimEnd().split('\n');
    const at = lines.findIndex((line) => line.includes('"filePlan"'));
    const forged = [header, ...lines.with(at, (lines[at] ?? '').replace('"seat":', '"seat":1'))].join('\n');
    const zip = join(folder, 'all.zip');
    writeFileSync(zip, zipSync({ 'README.md': strToU8('#'), 'events.jsonl': strToU8(`${forged}\n`) }));
    const { status, stderr } = command('verify', written('whole.jsonl', golden), zip);
    expect(status).toBe(1);
    expect(stderr).toMatch(new RegExp(`all\\.zip: forged, district [\\w-]+, line ${at + 2}: `));
    expect(stderr).not.toContain('whole.jsonl:');
    expect(stderr).toContain('The hashes have no key');
  });

  test('names a truncated line, and a file that is not there', () => {
    const cut = command('verify', written('cut.jsonl', golden.slice(0, -30)));
    expect(cut.status).toBe(1);
    expect(cut.stderr).toMatch(/line \d+: the last line is cut off/);
    expect(command('verify', join(folder, 'nowhere.jsonl')).status).toBe(2);
    expect(command('verify').status).toBe(2);
  });
});
