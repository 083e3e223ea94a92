/** The data alone must suffice for a stranger: keys that join, conditions, and a check of one's own. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enter } from '../support/class-room.ts';
import { advanceTo, nth, playing } from '../support/district.ts';
import { zipOf } from '../support/export.ts';
import { startServer, stopServers } from '../support/server.ts';

type Files = Readonly<Record<string, string>>;
let files: Files;
let others: Files;

/** The data package's tables have no byte order mark, since programs read them. */
function rowsOf(of: Files, table: string): readonly Readonly<Record<string, string>>[] {
  const [head = '', ...rows] = (of[`data/study-electronicsstreet_description-${table}_data.csv`] ?? '')
    .trimEnd()
    .split('\r\n');
  const names = head.split(',');
  return rows.map((row) => Object.fromEntries(row.split(',').map((cell, place) => [names[place] ?? '', cell])));
}

async function played(url: string, request: Parameters<typeof playing>[2]): Promise<Files> {
  const table = await playing(url, ['Ada', 'Bo'], { seatsPerDistrict: 6, ...request });
  const room = await enter(url, table.classId, { token: nth(table.students, 0).token });
  await advanceTo(table, 'plan');
  await nth(table.tabs, 0).act({ type: 'say', text: 'Shall we? 行吗？ 🙂' });
  await advanceTo(table, 'reveal');
  await room.student({ type: 'predict', figure: '3', income: [1] });
  return zipOf(url, table.classId, '?names=1');
}

beforeAll(async () => {
  const { url } = await startServer();
  files = await played(url, { reputations: true, parameters: { taxRate: 0.2 } });
  others = await played(url, { talk: true });
});
afterAll(stopServers);

test('a person is named by class and pseudonym in every table, and by one id', () => {
  const keys = ['class_id', 'player', 'player_id'] as const;
  const named = (table: string) =>
    new Set(rowsOf(files, table).flatMap((row) => (row.player === '' ? [] : keys.map((key) => row[key]).join(' '))));
  const everybody = named('participants');
  expect(everybody.size).toBe(2);
  expect(named('decisions')).toEqual(everybody);
  expect([...named('responses')].filter((each) => !everybody.has(each))).toEqual([]);
  expect(named('responses').size).toBeGreaterThan(0);
});

test('rounds of several classes are told apart by their conditions', () => {
  const conditions = (of: Files) => {
    const { rules, changed, clock, talk, sentences, reputations, figure_shown } = rowsOf(of, 'rounds')[0] ?? {};
    return { rules, changed, clock, talk, sentences, reputations, figure_shown };
  };
  const usual = { rules: '3', changed: '', clock: 'desk', talk: 'TRUE', sentences: 'FALSE', figure_shown: 'FALSE' };
  expect(conditions(others)).toEqual({ ...usual, reputations: 'FALSE' });
  expect(conditions(files)).toEqual({ ...usual, changed: 'taxRate=0.2', reputations: 'TRUE' });
});

test('the README reads every type that the codebook has, and no text as a gap', () => {
  const { 'README.md': text = '', 'codebook.csv': codebook = '' } = files;
  const types = new Set(
    codebook
      .split('\r\n')
      .slice(1, -1)
      .map((row) => row.split(',')[2] ?? ''),
  );
  for (const type of types) {
    expect(text).toMatch(new RegExp(`\\b${type} = "\\w"`));
    expect(text).toContain(`"${type}": "`);
  }
  expect(text).toContain('na_values=[""]');
  expect(text).toContain('na = ""');
});

const PYTHON = ['python3', 'python'].find((name) => spawnSync(name, ['--version']).status === 0);

describe.skipIf(PYTHON === undefined)('the check that docs/DATA.md gives in Python', () => {
  const documents = readFileSync(join(import.meta.dirname, '../../docs/DATA.md'), 'utf8');
  const script = /^ {4}import json.*?(?=^\S)/ms.exec(documents)?.[0].replaceAll(/^ {4}/gm, '') ?? '';
  const folder = mkdtempSync(join(tmpdir(), 'es-outsider-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const check = (text: string) => {
    writeFileSync(join(folder, 'events.jsonl'), text);
    const { status, stdout } = spawnSync(PYTHON ?? '', ['-c', script, join(folder, 'events.jsonl')], {
      encoding: 'utf8',
    });
    return { status, said: stdout.trim() };
  };

  test('finds a whole record sound, talk included, and says where it was altered', () => {
    const { 'events.jsonl': text = '' } = files;
    expect(text).toContain('electronics-street-words');
    expect(check(text)).toEqual({ status: 0, said: 'lines that do not fit: none' });
    const lines = text.split('\n');
    const altered = (at: number, from: string, to: string) =>
      check(lines.map((line, place) => (place === at ? line.replace(from, to) : line)).join('\n'));
    expect(altered(3, '"by":"', '"by":"x')).toEqual({ status: 1, said: 'lines that do not fit: [4]' });
    const words = lines.findIndex((line) => line.includes('🙂'));
    expect(altered(words, '🙂', '🙁').said).toBe(`lines that do not fit: [${words + 1}]`);
    expect(check(lines.toSpliced(5, 1).join('\n')).status).toBe(1);
  });
});
