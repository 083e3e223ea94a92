/**
 * Parses a pasted list of names: plain lines, columns with tabs, commas or semicolons, and exports of Moodle and
 * Canvas. Nobody is dropped silently: it counts what it found and what it could not read.
 *
 *     const { labels, alike, empty } = readRoster(pasted);
 */
import Papa from 'papaparse';
import { LIMITS } from '../../../shared/protocol/limits.ts';
import type { OpenClassRequest, Sis } from '../../../shared/protocol/setup.ts';

export const ROSTER_FORMS = ['lines', 'columns', 'canvas', 'moodle'] as const;
export type RosterForm = (typeof ROSTER_FORMS)[number];

export interface RosterReading {
  readonly form: RosterForm;
  /** One distinct label per person. */
  readonly labels: readonly string[];
  /** Ids of a learning platform, parallel to the labels, for the gradebook. */
  readonly known: readonly (Sis | undefined)[];
  /** Names of more than one person, whose labels carry an id or a number. */
  readonly alike: readonly string[];
  /** Line numbers, from 1, without a name. */
  readonly empty: readonly number[];
  /** Labels beyond the length limit. */
  readonly tooLong: readonly string[];
}

interface Named {
  readonly line: number;
  readonly name: string;
  readonly id: string;
  readonly sis?: Sis | undefined;
}

const HEADERS = {
  full: ['student', 'name', 'full name', 'fullname', 'student name', '姓名', '学生', '学生姓名'],
  first: ['first name', 'firstname', 'given name', 'forename', '名', '名字'],
  last: ['last name', 'lastname', 'surname', 'family name', '姓', '姓氏'],
  id: [
    'id number',
    'idnumber',
    'sis user id',
    'student id',
    'id',
    'username',
    'sis login id',
    'email address',
    'email',
  ],
  idZh: ['学号', '学生编号', '用户名', '电子邮件', '邮箱'],
} as const;

/** Rows of a Canvas export that are not people. */
const NOBODY = /^\s*(?:points possible|student, test|test student)\s*$/i;
/** Letters with the usual marks between them. */
const NAME = /^(?=.*\p{L})[\p{L}\p{M}\s.'’·•,-]+$/u;
const HAN = /^\p{Script=Han}+$/u;

export function readRoster(text: string): RosterReading {
  const rows = rowsOf(text);
  const { form, people } = fromHeader(rows) ?? fromColumns(rows);
  const named = people.filter(({ name }) => name !== '' && !NOBODY.test(name));
  const last = named.at(-1)?.line ?? 0;
  const empty = people.filter(({ name, line }) => name === '' && line < last).map(({ line }) => line);
  const counts = new Map<string, number>();
  for (const { name } of named) counts.set(alikeKey(name), (counts.get(alikeKey(name)) ?? 0) + 1);
  const labels = withNumberedNames(named, counts);
  return {
    form,
    labels,
    known: named.map((person: Named) => person.sis),
    alike: [...new Map(named.map(({ name }) => [alikeKey(name), name]))].flatMap(([key, name]) =>
      (counts.get(key) ?? 0) > 1 ? [name] : [],
    ),
    empty,
    tooLong: labels.filter((label) => [...label].length > LIMITS.labelLength),
  };
}

function rowsOf(text: string): readonly (readonly string[])[] {
  const plain = text
    .replace(/^\uFEFF/, '')
    .replace(/[，、]/g, ',')
    .replace(/；/g, ';');
  const delimiter = ['\t', ';'].find((mark) => plain.includes(mark)) ?? ',';
  const { data } = Papa.parse<string[]>(plain, { delimiter });
  return data.map((row) => row.map((cell) => cell.trim().replaceAll(/\s+/gu, ' ')));
}

function fromHeader(rows: readonly (readonly string[])[]) {
  const heads = (rows[0] ?? []).map((cell) => cell.toLowerCase());
  const find = (...names: readonly string[]) => {
    const found = names.map((name) => heads.indexOf(name)).find((at) => at >= 0);
    return found ?? -1;
  };
  const [full, first, last] = [find(...HEADERS.full), find(...HEADERS.first), find(...HEADERS.last)];
  const id = find(...HEADERS.id, ...HEADERS.idZh);
  const pair = first >= 0 && last >= 0;
  if (!pair && full < 0) return undefined;
  const form: RosterForm =
    heads.some((head) => head.startsWith('sis ')) || heads[full] === 'student' ? 'canvas' : 'moodle';
  const people = rows.slice(1).map((row, place): Named => {
    const alone = heads.length === 1 ? row.filter(Boolean).join(', ') : (row[full] ?? '');
    const name = pair ? together(row[first] ?? '', row[last] ?? '') : alone;
    return { line: place + 2, name, id: row[id] ?? '', sis: sisIn(row, heads) };
  });
  return { form, people };
}

/** Headings of the id columns in Canvas and Moodle exports. */
const SIS_HEADS: Readonly<Record<string, keyof Sis>> = {
  student: 'student',
  id: 'id',
  'sis user id': 'userId',
  'sis login id': 'loginId',
  section: 'section',
  username: 'username',
  'id number': 'idNumber',
  idnumber: 'idNumber',
  'email address': 'email',
  email: 'email',
  用户名: 'username',
  学号: 'idNumber',
  电子邮件: 'email',
  邮箱: 'email',
};
const NOT_ALONE: readonly (keyof Sis)[] = ['student', 'section'];

/** Undefined without any id. */
function sisIn(row: readonly string[], heads: readonly string[]): Sis | undefined {
  const cells = heads.flatMap((head, column) => {
    const key = SIS_HEADS[head];
    const cell = row[column] ?? '';
    return key === undefined || cell === '' ? [] : [[key, cell] as const];
  });
  return cells.some(([key]) => !NOT_ALONE.includes(key)) ? Object.fromEntries(cells) : undefined;
}

/** The roster as text for pasting again, with the platform's columns if it has them. */
export function rosterText(roster: NonNullable<OpenClassRequest['roster']>): string {
  const people = roster.map((each): { label: string; sis?: Sis } =>
    typeof each === 'string' ? { label: each } : each,
  );
  const heads = [...new Set(people.flatMap(({ sis }) => Object.keys(sis ?? {})))].filter((key) => key !== 'student');
  if (heads.length === 0) return people.map(({ label }) => label).join('\n');
  const rows = people.map(({ label, sis = {} }) => [
    label,
    ...heads.map((head) => new Map(Object.entries(sis)).get(head) ?? ''),
  ]);
  return Papa.unparse([['Student', ...heads.map(headOf)], ...rows], { newline: '\n' });
}

function headOf(key: string): string {
  return Object.entries(SIS_HEADS).find(([, meant]) => meant === key)?.[0] ?? key;
}

/** Chinese names put the family name first, without a space. */
function together(first: string, last: string): string {
  return HAN.test(first) && HAN.test(last) ? `${last}${first}` : `${first} ${last}`.trim();
}

function fromColumns(rows: readonly (readonly string[])[]) {
  const filled = rows.filter((row) => row.some((cell) => cell !== ''));
  const width = Math.max(0, ...filled.map(({ length }) => length));
  if (width <= 2 && filled.every((row) => row.every((cell) => cell === '' || NAME.test(cell)))) {
    // "Müller, Anna" is one person, whichever name comes first.
    const people = rows.map((row, place) => ({ line: place + 1, name: row.filter(Boolean).join(', '), id: '' }));
    return { form: 'lines' as const, people };
  }
  const columns = Array.from({ length: width }, (_, column) => filled.map((row) => row[column] ?? ''));
  const ofNames = columns.map((cells) => cells.filter((cell) => NAME.test(cell)).length * 2 > cells.length);
  const from = Math.max(0, ofNames.indexOf(true));
  const names = ofNames[from] && ofNames[from + 1] && differ(columns[from + 1]) ? [from, from + 1] : [from];
  const id = columns.findIndex((cells, column) => !names.includes(column) && differ(cells));
  const people = rows.map((row, place): Named => {
    const cells = names.map((column) => row[column] ?? '').filter(Boolean);
    return { line: place + 1, name: cells.join(cells.every((cell) => HAN.test(cell)) ? '' : ' '), id: row[id] ?? '' };
  });
  return { form: width > 1 ? ('columns' as const) : ('lines' as const), people };
}

/** Whether the cells are distinct: a repeated value belongs to a group, not to a person. */
function differ(cells: readonly string[] = []): boolean {
  return cells.length < 3 || new Set(cells).size * 2 > cells.length;
}

function alikeKey(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

function withNumberedNames(named: readonly Named[], counts: ReadonlyMap<string, number>): readonly string[] {
  const seen = new Map<string, number>();
  const given = new Set<string>();
  return named.map(({ name, id }) => {
    const key = alikeKey(name);
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    const wanted = (counts.get(key) ?? 0) === 1 ? name : `${name} (${id === '' ? nth : id})`;
    const label = given.has(wanted) ? `${wanted} (${nth})` : wanted;
    given.add(label);
    return label;
  });
}
