/** `npm run verify`: findings in a log, a zip and several files. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { command, commandFrom } from '../support/command.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'electronics-street-'));
afterAll(() => rmSync(folder, { recursive: true }));

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
