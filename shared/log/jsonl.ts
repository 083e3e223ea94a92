/**
 * A log as text: JSON Lines. One district is a header line and its records; several districts follow one another,
 * each section beginning with its header.
 *
 *     const parsed = parse(text);
 *     if ('problem' in parsed) print(describeProblem(parsed));
 *     else for (const log of parsed.logs) replay(log);
 */
import { LOG_FORMAT, LOG_VERSION, type LogHeader, type LogRecord } from './record.ts';

export interface DistrictLog {
  readonly header: LogHeader;
  readonly records: readonly LogRecord[];
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
] as const;

/** `line` is 1-based; `about` names the field, the version or the numbers in question. */
export interface LogProblem {
  readonly problem: (typeof LOG_PROBLEMS)[number];
  readonly line: number;
  readonly about?: string;
}

export type ParsedLogs = { readonly logs: readonly DistrictLog[] } | LogProblem;

/** Ends with a newline: a file without one was cut off. */
export function serialise(log: DistrictLog): string {
  let text = `${JSON.stringify(log.header)}\n`;
  for (const record of log.records) text += `${JSON.stringify(record)}\n`;
  return text;
}

export function parse(text: string): ParsedLogs {
  // An editor may have put a mark of byte order before it.
  const lines = text.replace(/^\ufeff/, '').split('\n');
  const whole = lines.at(-1)?.trim() === '';
  if (whole) lines.pop();
  const logs: { header: LogHeader; records: LogRecord[] }[] = [];
  for (const [index, line] of lines.entries()) {
    const at = index + 1;
    const last = at === lines.length;
    const value = fromJson(line);
    if (value === undefined) return { problem: last && !whole ? 'truncated-last-line' : 'not-json', line: at };
    if ('format' in value) {
      const problem = headerProblem(value, at);
      if (problem !== undefined) return problem;
      logs.push({ header: value as unknown as LogHeader, records: [] });
      continue;
    }
    const log = logs.at(-1);
    if (log === undefined) return { problem: 'no-header', line: at };
    const problem = recordProblem(value, log.records.length + 1, at);
    if (problem !== undefined) return problem;
    log.records.push(value as unknown as LogRecord);
  }
  return logs.length === 0 ? { problem: 'empty', line: 1 } : { logs };
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
  if (value.version !== LOG_VERSION) return { problem: 'version-unknown', line, about: String(value.version) };
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
  return { problem: 'out-of-sequence', line, about: `${expected}, found ${String(value.seq)}` };
}

function missingField(value: Fields, names: readonly string[], is: (field: unknown) => boolean): string | undefined {
  return names.find((name) => !is(value[name]));
}

const isNumber = (field: unknown) => typeof field === 'number';
const isString = (field: unknown) => typeof field === 'string';
const isObject = (field: unknown) => typeof field === 'object' && field !== null;
const isEvents = (field: unknown) =>
  Array.isArray(field) && field.every((event: unknown) => isObject(event) && isString((event as Fields).type));

const SENTENCES: Readonly<Record<LogProblem['problem'], (about: string) => string>> = {
  empty: () => 'the file holds no log',
  'truncated-last-line': () => 'the last line is cut off; the lines before it are whole',
  'not-json': () => 'not a JSON object',
  'no-header': () => 'a record before any header',
  'not-a-log': (about) => `not a log of this game, but "${about}"`,
  'version-unknown': (about) => `log version ${about}; this reader knows version ${LOG_VERSION} only`,
  'header-incomplete': (about) => `the header lacks a proper "${about}"`,
  'record-incomplete': (about) => `the record lacks a proper "${about}"`,
  'out-of-sequence': (about) => `a record is missing or doubled: expected seq ${about}`,
};

/** For the command line and for researchers, who read English. */
export function describeProblem({ problem, line, about = '' }: LogProblem): string {
  return `line ${line}: ${SENTENCES[problem](about)}`;
}
