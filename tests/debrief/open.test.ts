/** Opening any file gives its logs, or what is wrong on which line. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { chronicleOf } from '../../shared/debrief/chronicle.ts';
import { LARGEST_FILE, sourceFrom, sourcesIn } from '../../shared/debrief/open.ts';
import { RULES_VERSION } from '../../shared/engine/founding.ts';
import { serialise } from '../../shared/log/jsonl.ts';
import { recorded } from './districts.ts';

const one = serialise(recorded({ seed: 1 }));
const other = serialise(recorded({ seed: 2, firms: ['merger'] }));
const lines = one.trimEnd().split('\n');
const file = (changed: readonly string[]) => `${changed.join('\n')}\n`;
const first = (text: string) => sourceFrom('a.jsonl', text).findings[0];
const seedsIn = (text: string) => sourceFrom('a.jsonl', text).logs.map(({ header }) => header.seed);

describe('opening a file', () => {
  test('opens every district of a class', () => {
    expect(seedsIn(one + other)).toEqual([1, 2]);
    expect(seedsIn(serialise(recorded({ seed: 3 }), recorded({ seed: 4 })))).toEqual([3, 4]);
    expect(first(one + other)).toBeUndefined();
  });

  test('empty, foreign, binary', () => {
    expect(first('')).toEqual({ verdict: 'unreadable', what: 'empty', line: 1 });
    expect(first('a,b\n1,2\n')).toMatchObject({ what: 'not-json', line: 1 });
    expect(first('{"format":"another-game","version":1}\n')).toMatchObject({ what: 'not-a-log', line: 1 });
    expect(first('\u0000\u0001\n\u0002\n')).toMatchObject({ what: 'not-json', line: 1 });
    expect(first('[1]\n')).toMatchObject({ what: 'not-json', line: 1 });
  });

  test('cut off in the middle of a line: what stands before it opens', () => {
    const cut = file(lines.slice(0, -1)).slice(0, -40);
    expect(first(cut)).toMatchObject({ verdict: 'incomplete', what: 'truncated-last-line', line: lines.length - 1 });
    const [log] = sourceFrom('a.jsonl', cut).logs;
    expect(log?.records).toHaveLength(lines.length - 3);
    expect(log && chronicleOf(log).rounds).toHaveLength(12);
  });

  test('one district damaged: the others open', () => {
    const damaged = file(lines.with(30, '{"seq":30')) + other;
    expect(seedsIn(damaged)).toEqual([1, 2]);
    expect(sourceFrom('a.jsonl', damaged).logs[0]?.records).toHaveLength(29);
    expect(sourceFrom('a.jsonl', damaged).findings).toEqual([
      { verdict: 'forged', what: 'not-json', line: 31, districtId: 'zhongguancun-1' },
    ]);
  });

  test('re-ordered, or with a record missing', () => {
    const swapped = lines.with(8, lines[9] ?? '').with(9, lines[8] ?? '');
    expect(first(file(swapped))).toMatchObject({ what: 'out-of-sequence', line: 9 });
    expect(first(file(lines.toSpliced(20, 1)))).toMatchObject({ what: 'out-of-sequence', line: 21 });
  });

  test('edited: the very line, also in a second district', () => {
    const richer = (text: string) => text.replace('"knowledge":[', '"knowledge":[9');
    const at = lines.findIndex((line) => line.includes('"KnowledgeGrew"'));
    const forged = { verdict: 'forged', what: 'link-differs' } as const;
    expect(first(file(lines.map(richer)))).toMatchObject({ ...forged, line: at + 1 });
    expect(first(other + file(lines.map(richer)))).toMatchObject({
      ...forged,
      line: other.trimEnd().split('\n').length + at + 1,
    });
  });

  test('a newer format or newer rules are named; older rules open', () => {
    const { header, records } = recorded({ seed: 1 });
    expect(first(one.replace('"version":2', '"version":3'))).toMatchObject({ what: 'version-unknown', about: '3' });
    const { link: _, ...unlinked } = header;
    const underRules = (rulesVersion: number) =>
      [{ ...unlinked, version: 1, rulesVersion }, ...records.map(({ link: __, ...record }) => record)]
        .map((line) => `${JSON.stringify(line)}\n`)
        .join('');
    expect(first(underRules(RULES_VERSION + 1))).toMatchObject({
      verdict: 'unreadable',
      what: 'rules-newer',
      about: String(RULES_VERSION + 1),
    });
    // Differs only in version. Hashes cover that, so only the first record may be checked.
    const older = sourceFrom('a.jsonl', underRules(RULES_VERSION - 1));
    expect(older.findings.map(({ what }) => what)).not.toContain('rules-newer');
    expect(older.limits).toContain('other-rules');
  });
});

describe('a zip', () => {
  const zipped = (files: Readonly<Record<string, string>>) =>
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));

  /** A small zip whose directory declares this size for its one file. */
  const declaring = (size: number) => {
    const zip = zipped({ 'a.jsonl': 'x'.repeat(100) });
    const directory = Buffer.from(zip).indexOf('PK\u0001\u0002');
    new DataView(zip.buffer).setUint32(directory + 24, size, true);
    return zip;
  };

  test('as the desk makes it opens like its log, under the title of the class', () => {
    const zip = zipped({ 'README.md': '#', 'events.jsonl': one + other, 'metadata.json': '{"title":"Monday"}' });
    expect(sourcesIn('all.zip', zip)).toMatchObject([
      { name: 'all.zip', title: 'Monday', findings: [], logs: [{ header: { seed: 1 } }, { header: { seed: 2 } }] },
    ]);
  });

  test('with several logs gives each of them', () => {
    const names = sourcesIn('week.zip', zipped({ 'a.jsonl': one, 'b/c.jsonl': other })).map(({ name }) => name);
    expect(names).toEqual(['week.zip: a.jsonl', 'week.zip: b/c.jsonl']);
  });

  test('broken, without a log, or far larger than a class is said by name', () => {
    const what = (bytes: Uint8Array) => sourcesIn('a.zip', bytes)[0]?.findings[0]?.what;
    expect(what(strToU8('PK\u0003\u0004 and nothing more'))).toBe('zip-unreadable');
    expect(what(zipped({ 'README.md': '#' }))).toBe('zip-without-log');
    expect(what(declaring(LARGEST_FILE + 1))).toBe('too-large');
    expect(what(new Uint8Array(LARGEST_FILE + 1))).toBe('too-large');
    expect(what(zipSync({ 'a.jsonl': [new Uint8Array(LARGEST_FILE), { level: 0 }] }, { level: 0 }))).toBe('too-large');
    expect(what(declaring(LARGEST_FILE))).toBe('truncated-last-line');
    expect(what(new Uint8Array(LARGEST_FILE))).toBe('truncated-last-line');
  });

  test('is known by its first four bytes, all of them', () => {
    const begins = [...strToU8('PK\u0003\u0004')];
    for (const place of begins.keys()) {
      const other = Uint8Array.from(begins.with(place, 120));
      expect(sourcesIn('a.jsonl', other)[0]?.findings[0]?.what).toBe('truncated-last-line');
    }
  });
});

test('a log of the first format and of older rules opens, checked by its hashes, and says what cannot be seen', () => {
  const text = readFileSync(join(import.meta.dirname, '../golden/rules-2/mixed.jsonl'), 'utf8');
  const { logs, findings, limits } = sourceFrom('mixed.jsonl', text);
  expect(findings).toEqual([]);
  expect(limits).toEqual(['no-key', 'no-links', 'other-rules']);
  expect(logs).toHaveLength(1);
});
