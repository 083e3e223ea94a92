/** Required fields of each line, and the problem reported for the first missing one. */
import { describe, expect, test } from 'vitest';
import type { DistrictEvent } from '../../shared/engine/events.ts';
import { type LogProblem, parse, readLines } from '../../shared/log/jsonl.ts';
import { unknownEvent } from '../../shared/log/known-events.ts';
import { linkAt } from '../../shared/log/links.ts';
import { districtEnd, isOver, LOG_END_FORMAT, logEnd } from '../../shared/log/log-end.ts';
import { LOG_FORMAT } from '../../shared/log/record.ts';
import { LOG_WORDS_FORMAT } from '../../shared/log/words.ts';
import { goldenLog, goldenText } from '../support/golden.ts';

const lines = goldenText('rules-3/mixed').trimEnd().split('\n');
const log = goldenLog('rules-3/mixed');
const [header = '', first = ''] = lines;
const end = lines.at(-1) ?? '';

const text = (...some: readonly string[]) => some.map((line) => `${line}\n`).join('');
const problemOf = (...some: readonly string[]): LogProblem | undefined => {
  const parsed = parse(text(...some));
  return 'problem' in parsed ? parsed : undefined;
};
const changed = (line: string, change: object) => JSON.stringify({ ...JSON.parse(line), ...change });

describe('a header', () => {
  test.each([
    ['seed', '7'],
    ['rulesVersion', '3'],
    ['scenario', 7],
    ['districtId', 7],
    ['parameters', null],
    ['settings', 'none'],
    ['actors', {}],
    ['policies', 'none'],
  ])('needs a proper %s', (about, wrong) => {
    expect(problemOf(changed(header, { [about]: wrong }), first)).toEqual({
      problem: 'header-incomplete',
      line: 1,
      about,
    });
    expect(problemOf(changed(header, { [about]: undefined }))).toEqual({
      problem: 'header-incomplete',
      line: 1,
      about,
    });
  });

  test('is told by the first field that it lacks', () => {
    const bare = { format: LOG_FORMAT, version: 2 };
    expect(problemOf(JSON.stringify(bare))?.about).toBe('seed');
    expect(problemOf(JSON.stringify({ ...bare, seed: 1, rulesVersion: 3 }))?.about).toBe('scenario');
  });

  test('is of this game, and of a version that is known', () => {
    expect(problemOf(changed(header, { format: 'diary' }))).toEqual({ problem: 'not-a-log', line: 1, about: 'diary' });
    expect(problemOf(changed(header, { version: 3 }))).toEqual({ problem: 'version-unknown', line: 1, about: '3' });
    expect(problemOf(header)).toBeUndefined();
  });
});

describe('a record', () => {
  test.each([
    ['seq', '1'],
    ['at', null],
    ['round', '0'],
    ['phase', 0],
    ['by', undefined],
    ['events', {}],
    ['events', [7]],
    ['events', [null]],
    ['events', [{ type: 'Said' }, { type: 7 }]],
  ])('needs a proper %s (%s)', (about, wrong) => {
    const problem = { problem: 'record-incomplete', line: 2, about };
    expect(problemOf(header, changed(first, { [about]: wrong }))).toEqual(problem);
  });

  test('has its number', () => {
    expect(problemOf(header, changed(first, { seq: 2 }))).toEqual({ problem: 'out-of-sequence', line: 2, about: '1' });
    expect(problemOf(first)).toEqual({ problem: 'no-header', line: 1 });
  });
});

describe('a line', () => {
  test.each(['[1]', 'null', '3', '"a text"', '{', ''])('that is %s is no object', (line) => {
    expect(problemOf(header, line, first)).toEqual({ problem: 'not-json', line: 2 });
  });

  test('that cannot be read ends its district, whatever follows, and the first of them is told', () => {
    const [, , second = '', third = ''] = lines;
    const { sections } = readLines(text(header, first, 'cut', second, 'again', third, end, header, first));
    expect(sections.map(({ records, problem }) => [records.length, problem?.problem, problem?.line])).toEqual([
      [1, 'not-json', 3],
      [1, undefined, undefined],
    ]);
  });

  test('outside any district is told in the order of lines', () => {
    const nowhere = { problem: 'not-a-log', about: 'diary' };
    const diary = changed(header, { format: 'diary' });
    expect(problemOf(header, 'cut', diary)).toEqual({ problem: 'not-json', line: 2 });
    expect(problemOf(diary, header, 'cut')).toEqual({ ...nowhere, line: 1 });
    expect(problemOf()).toEqual({ problem: 'empty', line: 1 });
  });

  test('of words needs all three of them; whole ones after the last line belong to nobody', () => {
    const words = { format: LOG_WORDS_FORMAT, words: 'a', salt: 'b', text: 'c' };
    for (const field of ['words', 'salt', 'text']) {
      const problem = { problem: 'words-incomplete', line: 2 };
      expect(problemOf(header, JSON.stringify({ ...words, [field]: 1 }))).toEqual(problem);
      expect(problemOf(header, JSON.stringify({ ...words, [field]: undefined }))).toEqual(problem);
    }
    const { sections, problems } = readLines(text(header, JSON.stringify(words), end, JSON.stringify(words)));
    expect([sections[0]?.words.map(({ line }) => line), problems]).toEqual([[2], []]);
  });
});

describe('a last line', () => {
  const [district] = logEnd([log]).districts;

  test.each([
    ['no version', { version: undefined }],
    ['another version', { version: 1 }],
    ['no districts', { districts: undefined }],
    ['districts that are no list', { districts: {} }],
    ['no district', { districts: [null] }],
    ['a text for a district', { districts: ['zhongguancun'] }],
    ['one district that lacks its name', { districts: [district, { ...district, districtId: undefined }] }],
    ['a number for a name', { districts: [{ ...district, districtId: 7 }] }],
    ['no number of records', { districts: [{ ...district, records: '7' }] }],
    ['no link', { districts: [{ ...district, link: undefined }] }],
    ['a state that nobody knows', { districts: [{ ...district, state: 'lost' }] }],
  ])('has something to lack: %s', (_, change) => {
    const wrong = JSON.stringify({ format: LOG_END_FORMAT, version: 2, districts: [district], ...change });
    expect(problemOf(header, wrong)).toEqual({ problem: 'end-incomplete', line: 2 });
    expect(readLines(text(header, wrong)).ends).toEqual([]);
  });

  test('says of a game under way that it runs, unless the class has ended', () => {
    const early = { header: log.header, records: log.records.slice(0, 9) };
    const states = [districtEnd(early), districtEnd(early, true), districtEnd(log, true)].map(({ state }) => state);
    expect(states).toEqual(['running', 'stopped', 'ended']);
    expect([logEnd([early]), logEnd([early], true)].map(({ districts }) => districts[0]?.state)).toEqual([
      'running',
      'stopped',
    ]);
  });

  test('counts as the end what was not taken back, whatever happened beside it', () => {
    const record = (...types: readonly DistrictEvent['type'][]) =>
      ({ ...log.records[0], events: types.map((type) => ({ type })) }) as unknown as (typeof log.records)[number];
    expect(isOver([record('Said', 'GameEnded'), record('SeatFreed')])).toBe(true);
    expect(isOver([record('GameEnded'), record('AdvanceUndone', 'SeatFreed')])).toBe(false);
    expect(isOver([record('AdvanceUndone'), record('GameEnded', 'SeatFreed')])).toBe(true);
    expect([isOver([]), isOver([record('Said')])]).toEqual([false, false]);
  });
});

test('of events that nobody knows the first is told', () => {
  const events = [{ type: 'Said' }, { type: 'Danced' }, { type: 'Sang' }] as unknown as readonly DistrictEvent[];
  expect([unknownEvent(events), unknownEvent(events.slice(0, 1)), unknownEvent([])]).toEqual([
    'Danced',
    undefined,
    undefined,
  ]);
});

test('a link is told as it stands, fitting or not, and made where none stands', () => {
  const written = { header: { ...log.header, link: 'h' }, records: [{ seq: 1, link: 'r' }] };
  expect([linkAt(written, 0), linkAt(written, 1)]).toEqual(['h', 'r']);
  const unlinked = { header: { format: LOG_FORMAT }, records: [{ seq: 1 }, { seq: 2 }] };
  expect(new Set([0, 1, 2].map((seq) => linkAt(unlinked, seq))).size).toBe(3);
  expect(linkAt(unlinked, 1)).toBe(linkAt({ ...unlinked, records: unlinked.records.slice(0, 1) }, 1));
});
