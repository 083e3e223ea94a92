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
  const { format, version, districts }: Partial<Record<keyof LogEnd, unknown>> = value;
  return format === LOG_END_FORMAT && version === LOG_VERSION && Array.isArray(districts) && districts.every(isEnd);
}

function isEnd(value: unknown): value is DistrictEnd {
  if (typeof value !== 'object' || value === null) return false;
  const { districtId, records, link, state }: Partial<Record<keyof DistrictEnd, unknown>> = value;
  const texts = [districtId, link].every((each) => typeof each === 'string');
  return texts && typeof records === 'number' && END_STATES.some((known) => known === state);
}
