/**
 * A district's stream as stored: the header at index 0, then one record per index.
 *
 * A damaged stream is read up to its last whole record; nothing is deleted. The district's owner refuses to go on from
 * there.
 */

import type { DistrictFounded } from '../../shared/engine/events.ts';
import { omitUndefined } from '../../shared/engine/omit-undefined.ts';
import { checkStream } from '../../shared/log/check.ts';
import { describeFinding } from '../../shared/log/describe.ts';
import type { Finding } from '../../shared/log/findings.ts';
import { type DistrictLog, linesOf } from '../../shared/log/jsonl.ts';
import { type LogOrigin, makeHeader } from '../../shared/log/record.ts';
import { districtStream, type EventLog, readText } from '../storage/port.ts';

export interface StoredDistrict {
  readonly log: DistrictLog;
  /** The first damaged line, from 1. */
  readonly damage?: Finding;
}

/** Not even the header is readable. */
export class DamagedDistrict extends Error {
  readonly damage: Finding;

  constructor(damage: Finding) {
    super(describeFinding(damage));
    this.damage = damage;
  }
}

/** Undefined if the district was never founded. Rejects if the store fails or the header is unreadable. */
export async function readDistrict(
  store: Pick<EventLog, 'read'>,
  districtId: string,
): Promise<StoredDistrict | undefined> {
  return readLog(store, districtStream(districtId));
}

/** Reads any stream with a district's lines. */
export async function readLog(store: Pick<EventLog, 'read'>, stream: string): Promise<StoredDistrict | undefined> {
  const text = await readText(store, stream);
  if (text === '') return undefined;
  const { log, finding: damage } = checkStream(text);
  if (log === undefined) throw new DamagedDistrict(damage ?? { verdict: 'unreadable', line: 1, what: 'empty' });
  return damage === undefined ? { log } : { log, damage };
}

export function foundedLog(event: DistrictFounded, origin: LogOrigin & { readonly classId: string }): DistrictLog {
  const { districtId, districtNumber, classId, foundedAt, treatment } = origin;
  const described: LogOrigin = {
    districtId,
    classId,
    ...omitUndefined({ districtNumber, foundedAt, treatment }),
  };
  return { header: makeHeader(event, described), records: [] };
}

/** Writes the first lines of a district's stream. Rejects if that fails. */
export async function beginDistrict(store: Pick<EventLog, 'append'>, classId: string, log: DistrictLog): Promise<void> {
  const { districtId } = log.header;
  const outcome = await store.append(districtStream(districtId), classId, 0, linesOf(log));
  if (outcome !== 'stored') throw new Error(`district ${districtId} could not be founded: ${outcome}`);
}
