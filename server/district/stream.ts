/**
 * A district's stream as the store keeps it: the header in place 0, then one record in each place after it.
 *
 * Nothing of a damaged stream is cut away: it is read up to the last whole record, and whoever keeps the district
 * refuses to go on from there.
 */

import type { DistrictFounded } from '../../shared/engine/events.ts';
import { given } from '../../shared/engine/given.ts';
import { checkText } from '../../shared/log/check.ts';
import { describeFinding } from '../../shared/log/describe.ts';
import type { Finding } from '../../shared/log/findings.ts';
import type { DistrictLog } from '../../shared/log/jsonl.ts';
import { type LogOrigin, makeHeader } from '../../shared/log/record.ts';
import { districtStream, type EventLog } from '../storage/port.ts';

export interface StoredDistrict {
  readonly log: DistrictLog;
  /** The first line that is not as it was written, from 1. */
  readonly damage?: Finding;
}

/** Not even the header can be used. */
export class DamagedDistrict extends Error {
  readonly damage: Finding;

  constructor(damage: Finding) {
    super(describeFinding(damage));
    this.damage = damage;
  }
}

/** Undefined when nothing was founded yet. Rejects when the store cannot be read, or not even the header can be used. */
export async function readDistrict(
  store: Pick<EventLog, 'read'>,
  districtId: string,
): Promise<StoredDistrict | undefined> {
  return readLog(store, districtStream(districtId));
}

/** Reads any stream that holds a district's lines. */
export async function readLog(store: Pick<EventLog, 'read'>, stream: string): Promise<StoredDistrict | undefined> {
  const lines = await store.read(stream);
  if (lines.length === 0) return undefined;
  const text = lines.map(({ line }) => `${line}\n`).join('');
  const { logs, findings } = checkText(text, { decide: false, file: false });
  const [log] = logs;
  const [damage] = findings;
  if (log === undefined) throw new DamagedDistrict(damage ?? { verdict: 'unreadable', line: 1, what: 'empty' });
  return damage === undefined ? { log } : { log, damage };
}

export function foundedLog(event: DistrictFounded, origin: LogOrigin & { readonly classId: string }): DistrictLog {
  const { districtId, districtNumber, classId, foundedAt, treatment } = origin;
  const described: LogOrigin = {
    districtId,
    classId,
    ...given({ districtNumber, foundedAt, treatment }),
  };
  return { header: makeHeader(event, described), records: [] };
}

/** The beginning of a district's stream. Rejects when it cannot be written. */
export async function beginDistrict(store: Pick<EventLog, 'append'>, classId: string, log: DistrictLog): Promise<void> {
  const { header, records } = log;
  const lines = [header, ...records].map((line) => JSON.stringify(line));
  const outcome = await store.append(districtStream(header.districtId), classId, 0, lines);
  if (outcome !== 'stored') throw new Error(`district ${header.districtId} could not be founded: ${outcome}`);
}
