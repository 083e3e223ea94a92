/** A file's last line: each district with its length and last link. It reveals a file cut off between two lines. */
import { linkAt } from './links.ts';
import { LOG_VERSION, type LogHeader, type LogRecord } from './record.ts';

export const LOG_END_FORMAT = 'electronics-street-end';

/** `stopped`: the class was ended before the game was over. */
const END_STATES = ['running', 'ended', 'stopped'] as const;
export type EndState = (typeof END_STATES)[number];

export interface DistrictEnd {
  readonly districtId: string;
  readonly records: number;
  readonly link: string;
  readonly state: EndState;
}

interface WholeLog {
  readonly header: LogHeader;
  readonly records: readonly LogRecord[];
}

export interface LogEnd {
  readonly format: typeof LOG_END_FORMAT;
  readonly version: number;
  readonly districts: readonly DistrictEnd[];
}

/** `closed`: the class has ended. */
export function districtEnd(log: WholeLog, closed = false): DistrictEnd {
  const { header, records } = log;
  const state = isOver(records) ? 'ended' : closed ? 'stopped' : 'running';
  return { districtId: header.districtId, records: records.length, link: linkAt(log, records.length), state };
}

export function endOf(districts: readonly DistrictEnd[]): LogEnd {
  return { format: LOG_END_FORMAT, version: LOG_VERSION, districts };
}

export function logEnd(logs: readonly WholeLog[], closed = false): LogEnd {
  return endOf(logs.map((log) => districtEnd(log, closed)));
}

/** Whether the game ended and no undo reopened it. */
export function isOver(records: readonly LogRecord[]): boolean {
  const last = records.findLast(({ events }) =>
    events.some(({ type }) => type === 'GameEnded' || type === 'AdvanceUndone'),
  );
  return last?.events.some(({ type }) => type === 'GameEnded') === true;
}

export function isLogEnd(value: object): value is LogEnd {
  if (!('format' in value && value.format === LOG_END_FORMAT)) return false;
  return 'version' in value && value.version === LOG_VERSION && 'districts' in value && areEnds(value.districts);
}

function areEnds(value: unknown): value is readonly DistrictEnd[] {
  return Array.isArray(value) && value.every(isDistrictEnd);
}

function isDistrictEnd(value: unknown): value is DistrictEnd {
  if (typeof value !== 'object' || value === null) return false;
  if (!('districtId' in value && 'records' in value && 'link' in value && 'state' in value)) return false;
  const { districtId, records, link, state } = value;
  const texts = typeof districtId === 'string' && typeof link === 'string';
  return texts && typeof records === 'number' && END_STATES.some((known) => known === state);
}
