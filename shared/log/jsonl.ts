/**
 * A log as text: JSON Lines. One district is a header line and its records; several districts follow one another, each
 * section beginning with its header, and a file's last line says how each of them ends.
 *
 *     const parsed = parse(text);
 *     if ('problem' in parsed) print(describeProblem(parsed));
 *     else for (const log of parsed.logs) replay(log);
 *
 * `check.ts` says whether the log can be trusted.
 */
import { isLogEnd, LOG_END_FORMAT, type LogEnd, logEnd } from './log-end.ts';
import { LOG_FORMAT, LOG_VERSIONS, type LogHeader, type LogRecord } from './record.ts';
import { isOwnWords, LOG_WORDS_FORMAT, type OwnWords } from './words.ts';

export interface DistrictLog {
  readonly header: LogHeader;
  readonly records: readonly LogRecord[];
  /** Texts by fingerprint, if the file has them. */
  readonly texts?: ReadonlyMap<string, string>;
}

export const LOG_PROBLEMS = [
  'empty',
  'truncated-last-line',
  'not-json',
  'no-header',
  'not-a-log',
  'version-unknown',
  'header-incomplete',
  'record-incomplete',
  'out-of-sequence',
  'end-incomplete',
  'words-incomplete',
] as const;

/** `line`: line number from 1; `about`: the field, version or numbers concerned. */
export interface LogProblem {
  readonly problem: (typeof LOG_PROBLEMS)[number];
  readonly line: number;
  readonly about?: string;
}

export interface WordsAt {
  readonly line: number;
  readonly own: OwnWords;
}

/** A district, as far as its lines are readable. */
export interface Section extends DistrictLog {
  /** Line number of the header, from 1. A record's line is its `seq` further down. */
  readonly line: number;
  /** Texts beside the district. */
  readonly words: readonly WordsAt[];
  /** Why reading stopped after `records`. */
  readonly problem?: LogProblem;
}

/** All contents of a file. */
export interface LogLines {
  readonly sections: readonly Section[];
  /** Last lines of the file; `after`: number of sections before each. */
  readonly ends: readonly { readonly line: number; readonly after: number; readonly end: LogEnd }[];
  /** Problems outside any district. */
  readonly problems: readonly LogProblem[];
  /** Number of lines. */
  readonly lines: number;
}

export type ParsedLogs = { readonly logs: readonly DistrictLog[] } | LogProblem;

/** Header and records as lines. */
export function linesOf({ header, records }: DistrictLog): readonly string[] {
  return [header, ...records].map((line) => JSON.stringify(line));
}

/** Each line ends with a newline, so that a text without one is known to be cut off. */
export function textOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

export function serialise(...logs: readonly DistrictLog[]): string {
  return `${textOf(logs.flatMap(linesOf))}${JSON.stringify(logEnd(logs))}\n`;
}

/** All logs of a text, or its first problem. */
export function parse(text: string): ParsedLogs {
  const { sections, problems } = readLines(text);
  const found = [...problems, ...sections.flatMap(({ problem }) => problem ?? [])];
  const [first] = found.toSorted((one, other) => one.line - other.line);
  return first ?? { logs: sections.map(({ header, records }) => ({ header, records })) };
}

/** Reads the whole text; after an unreadable line it goes on with the next district. */
export function readLines(text: string): LogLines {
  // Some editors write a byte order mark.
  const lines = text.replace(/^\ufeff/, '').split('\n');
  const whole = lines.at(-1)?.trim() === '';
  if (whole) lines.pop();
  const reader = new Reader();
  for (const [index, line] of lines.entries()) reader.take(line, index + 1, !whole && index + 1 === lines.length);
  return reader.finish(lines.length);
}

interface OpenSection {
  readonly header: LogHeader;
  readonly line: number;
  readonly records: LogRecord[];
  readonly words: WordsAt[];
  problem?: LogProblem;
}

class Reader {
  readonly #sections: OpenSection[] = [];
  readonly #ends: LogLines['ends'][number][] = [];
  readonly #problems: LogProblem[] = [];
  /** The section being read; undefined before a header and after an unreadable one. */
  #open: OpenSection | undefined;
  /** Skips the rest of a district whose problem is already reported. */
  #passing = false;

  take(text: string, line: number, cut: boolean): void {
    const value = fromJson(text);
    if (value === undefined) this.#trouble({ problem: cut ? 'truncated-last-line' : 'not-json', line });
    else if (isLogEnd(value)) this.#end(value, line);
    else if (value.format === LOG_END_FORMAT) this.#problems.push({ problem: 'end-incomplete', line });
    else if (value.format === LOG_WORDS_FORMAT) this.#words(value, line);
    else if ('format' in value) this.#header(value, line);
    else this.#record(value, line);
  }

  finish(lines: number): LogLines {
    if (this.#sections.length === 0 && this.#problems.length === 0) this.#problems.push({ problem: 'empty', line: 1 });
    return { sections: this.#sections, ends: this.#ends, problems: this.#problems, lines };
  }

  #end(end: LogEnd, line: number): void {
    this.#ends.push({ line, after: this.#sections.length, end });
    this.#open = undefined;
    this.#passing = false;
  }

  #words(value: Fields, line: number): void {
    if (isOwnWords(value) && this.#open !== undefined) this.#open.words.push({ line, own: value });
    else if (!isOwnWords(value)) this.#problems.push({ problem: 'words-incomplete', line });
  }

  #header(value: Fields, line: number): void {
    this.#open = undefined;
    const problem = headerProblem(value, line);
    this.#passing = problem !== undefined;
    if (problem !== undefined) this.#problems.push(problem);
    else {
      this.#open = { header: value as unknown as LogHeader, line, records: [], words: [] };
      this.#sections.push(this.#open);
    }
  }

  #record(value: Fields, line: number): void {
    if (this.#passing) return;
    const expected = (this.#open?.records.length ?? 0) + 1;
    const problem: LogProblem | undefined =
      this.#open === undefined ? { problem: 'no-header', line } : recordProblem(value, expected, line);
    if (problem === undefined) this.#open?.records.push(value as unknown as LogRecord);
    else this.#trouble(problem);
  }

  #trouble(problem: LogProblem): void {
    if (this.#passing) return;
    this.#passing = true;
    if (this.#open === undefined) this.#problems.push(problem);
    else this.#open.problem = problem;
  }
}

type Fields = Readonly<Record<string, unknown>>;

function fromJson(line: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
  } catch {
    return undefined;
  }
}

function headerProblem(value: Fields, line: number): LogProblem | undefined {
  if (value.format !== LOG_FORMAT) return { problem: 'not-a-log', line, about: String(value.format) };
  if (!LOG_VERSIONS.some((known) => known === value.version))
    return { problem: 'version-unknown', line, about: String(value.version) };
  const missing =
    missingField(value, ['seed', 'rulesVersion'], isNumber) ??
    missingField(value, ['scenario', 'districtId'], isString) ??
    missingField(value, ['parameters', 'settings'], isObject) ??
    missingField(value, ['actors', 'policies'], Array.isArray);
  return missing === undefined ? undefined : { problem: 'header-incomplete', line, about: missing };
}

function recordProblem(value: Fields, expected: number, line: number): LogProblem | undefined {
  const missing =
    missingField(value, ['seq', 'at', 'round'], isNumber) ??
    missingField(value, ['phase', 'by'], isString) ??
    missingField(value, ['events'], isEvents);
  if (missing !== undefined) return { problem: 'record-incomplete', line, about: missing };
  if (value.seq === expected) return undefined;
  return { problem: 'out-of-sequence', line, about: String(expected) };
}

function missingField(value: Fields, names: readonly string[], is: (field: unknown) => boolean): string | undefined {
  return names.find((name) => !is(value[name]));
}

const isNumber = (field: unknown) => typeof field === 'number';
const isString = (field: unknown) => typeof field === 'string';
const isObject = (field: unknown) => typeof field === 'object' && field !== null;
const isEvents = (field: unknown) =>
  Array.isArray(field) && field.every((event: unknown) => isObject(event) && isString((event as Fields).type));
