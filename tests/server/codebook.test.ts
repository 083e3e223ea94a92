/** Explanations of the data are bilingual and in the screen's words: the codebook by column, the README by part. */
import { describe, expect, test } from 'vitest';
import { openedClass } from '../../server/classroom/state/class-state.ts';
import { CODEBOOK_COLUMNS } from '../../server/export/codebook.ts';
import { type ColumnFacts, UNITS } from '../../server/export/column.ts';
import { DECISION_COLUMNS } from '../../server/export/decision/columns.ts';
import { EXPORT_FILES } from '../../server/export/files.ts';
import { PARTICIPANT_COLUMNS } from '../../server/export/people.ts';
import { README_NAMES, readme } from '../../server/export/readme.ts';
import { RESPONSE_COLUMNS } from '../../server/export/responses.ts';
import { roundColumns } from '../../server/export/rounds.ts';
import { sourceOf } from '../../server/export/source.ts';
import { NETWORK_MEASURES } from '../../shared/debrief/network.ts';
import { METRICS } from '../../shared/debrief/series.ts';
import { messages } from '../../shared/i18n/messages.ts';
import { serialise } from '../../shared/log/jsonl.ts';
import { recorded } from '../debrief/districts.ts';
import { westernPunctuation } from '../i18n/texts.ts';

const SEATS = 12;
const COLUMNS: readonly ColumnFacts[] = [
  ...DECISION_COLUMNS,
  ...roundColumns(SEATS),
  ...RESPONSE_COLUMNS,
  ...PARTICIPANT_COLUMNS,
];
const NAMES = new Set<string>([...COLUMNS.map(({ name }) => name), ...EXPORT_FILES]);

/**
 * Unexplained Latin words in a Chinese text. Literal values are allowed with their Chinese behind, `firm（公司）` or
 * `trader：倒爷`; names of columns and files, TRUE and FALSE may stand alone.
 */
function unexplained(text: string): readonly string[] {
  const rest = text
    .replace(/[a-z][a-z0-9 -]*(?=（[^）]*\p{Script=Han})/giu, '')
    .replace(/[a-z][a-z0-9-]*(?=：\p{Script=Han})/giu, '');
  return (rest.match(/[a-z][\w.]*/gi) ?? []).filter((word) => !NAMES.has(word) && !/^(TRUE|FALSE)$/.test(word));
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const meaningOf = (name: string) => roundColumns(SEATS).find((each) => each.name === name)?.meaning;

describe('every column', () => {
  test('has its meaning in both languages', () => {
    expect(COLUMNS.filter(({ meaning }) => meaning.en === '' || /\p{Script=Han}/u.test(meaning.en))).toEqual([]);
    expect(COLUMNS.filter(({ meaning }) => !/\p{Script=Han}/u.test(meaning.zh))).toEqual([]);
  });

  test('has a Chinese meaning without a word of English, punctuated as Chinese is', () => {
    expect(COLUMNS.map(({ meaning }) => unexplained(meaning.zh)).filter((words) => words.length > 0)).toEqual([]);
    expect(COLUMNS.map(({ meaning }) => meaning.zh).filter(westernPunctuation)).toEqual([]);
  });

  test('has its unit in Chinese where it has one', () => {
    for (const [unit, chinese] of Object.entries(UNITS)) {
      expect(chinese === '').toBe(unit === '');
      expect(chinese).not.toMatch(/[a-z]/i);
    }
  });

  test('keeps its English where programs look for it', () => {
    expect(CODEBOOK_COLUMNS.map(({ name }) => name)).toEqual([
      'file',
      'column',
      'type',
      'unit',
      'meaning',
      'meaning_zh',
      'unit_zh',
    ]);
  });

  test('and the check finds what is English', () => {
    expect(unexplained('公司的 income，按 seat 计，firm（公司）、trader：倒爷，见 events.jsonl')).toEqual([]);
    expect(unexplained('中介中心势 betweenness')).toEqual(['betweenness']);
    expect(unexplained('firm（company）')).toEqual(['firm', 'company']);
  });
});

describe('measures bear the names of the screen', () => {
  const { en, zh } = { en: messages.en.debrief, zh: messages.zh.debrief };

  test('in Chinese', () => {
    for (const metric of METRICS) expect(meaningOf(snake(metric))?.zh).toContain(zh[`metric-${metric}`]);
    for (const measure of NETWORK_MEASURES) {
      expect(meaningOf(`net_${snake(measure)}`)?.zh).toContain(zh[`network-${measure}`]);
    }
  });

  test('in English beside the literature’s, where these differ', () => {
    expect(meaningOf('net_brokerage')?.en).toMatch(/betweenness.*Brokerage/);
    for (const measure of ['brokerage', 'degreeCentralisation', 'components', 'largest'] as const) {
      expect(meaningOf(`net_${snake(measure)}`)?.en).toContain(en[`network-${measure}`]);
    }
    expect(meaningOf('horizontal')?.en).toContain(en['metric-horizontal']);
  });
});

describe('the READMEs', () => {
  const log = recorded();
  const opened = { classId: 'k1', code: 'ABCD12', scenario: 'zhongguancun', seatsPerDistrict: SEATS, seed: 1 } as const;
  const state = openedClass({ ...opened, settings: log.header.settings, kind: 'class' }, 0);
  const records = [
    { number: 1, id: 'k1-1', text: serialise(log), words: [], aside: [] },
    { number: 2, id: 'k1-2', text: 'not a log\n', words: [], aside: [] },
  ];
  const both = (named: boolean) => {
    const source = sourceOf(state, records, named);
    return [readme(source, 'en'), readme(source, 'zh')] as const;
  };

  test('name the same files, columns and pages, and have the same code', () => {
    for (const named of [false, true]) {
      const [english, chinese] = both(named);
      const files = (text: string) => [...text.matchAll(/^\| `([^`]+)` \|/gm)].map(([, file]) => file);
      const code = (text: string) => text.split('\n').filter((line) => line.startsWith('    '));
      expect(files(chinese)).toEqual(files(english));
      expect(code(chinese)).toEqual(code(english));
      const quoted = (text: string) => new Set([...text.matchAll(/`([^`]+)`/g)].map(([, name]) => name));
      const only = [...quoted(english)].filter((name) => !quoted(chinese).has(name));
      expect(only).toEqual([README_NAMES.zh]);
      expect(english).toContain(README_NAMES.zh);
      expect(chinese).toContain(README_NAMES.en);
    }
  });

  test('the Chinese one has no English but names and what nobody translates', () => {
    for (const text of both(true)
      .concat(both(false))
      .filter((_, index) => index % 2 === 1)) {
      const prose = text
        .replace(/^ {4}.*$/gm, '')
        .replace(/`[^`]*`/g, '')
        .replace('In English: ', '')
        .replace('k1', '')
        .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/, '');
      const known = new Set([
        'UTF',
        'BOM',
        'Frictionless',
        'Psych',
        'DS',
        'R',
        'Python',
        'P001',
        'P002',
        'Canvas',
        'Moodle',
      ]);
      expect((prose.match(/[a-z]\w*/gi) ?? []).filter((word) => !known.has(word))).toEqual([]);
      expect(prose.split('\n').filter(westernPunctuation)).toEqual([]);
    }
  });

  test('both say which district could not be read, and why', () => {
    const [english, chinese] = both(false);
    expect(english).toContain('missing from the tables: district 2, line 1: not a JSON object.');
    expect(chinese).toContain('第 2 街区的记录无法读取，各表中没有它的数据。第 1 行：这一行不是记录的内容。');
  });
});
