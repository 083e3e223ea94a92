/**
 * A district's stream as the store keeps it: the header in place 0, then one record in each place after it.
 *
 * Reading forgives a damaged end: whatever cannot be read is set aside with a word in the log, and the district goes
 * on from the last whole record.
 */
import type { DistrictFounded } from '../../shared/engine/events.ts';
import { type DistrictLog, parse } from '../../shared/log/jsonl.ts';
import { type LogHeader, type LogOrigin, type LogRecord, makeHeader } from '../../shared/log/record.ts';
import type { Logger } from '../logging.ts';
import { districtStream, type EventLog } from '../storage/port.ts';

/** Undefined when nothing was founded yet. Rejects only when the store cannot be read. */
export async function readDistrict(store: EventLog, districtId: string, log: Logger): Promise<DistrictLog | undefined> {
  const stream = districtStream(districtId);
  const lines = await store.read(stream);
  let header: LogHeader | undefined;
  const records: LogRecord[] = [];
  for (const [place, { seq, line }] of lines.entries()) {
    const found = seq === place ? parseLine(line, place) : { problem: 'out-of-sequence' };
    if ('problem' in found) {
      const count = await store.setAside(stream, place, found.problem);
      log.error({ districtId, seq: place, count, problem: found.problem }, 'unreadable records set aside');
      break;
    }
    if ('header' in found) header = found.header;
    else records.push(found.record);
  }
  return header === undefined ? undefined : { header, records };
}

type Found = { readonly header: LogHeader } | { readonly record: LogRecord } | { readonly problem: string };

function parseLine(line: string, place: number): Found {
  return place === 0 ? parseHeader(line) : parseRecord(line, place);
}

function parseHeader(line: string): Found {
  const parsed = parse(`${line}\n`);
  if ('problem' in parsed) return { problem: parsed.problem };
  const header = parsed.logs[0]?.header;
  return header === undefined ? { problem: 'no-header' } : { header };
}

function parseRecord(line: string, seq: number): Found {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null) return { problem: 'not-json' };
    const record = value as Partial<LogRecord>;
    if (record.seq !== seq) return { problem: 'out-of-sequence' };
    if (typeof record.at !== 'number' || !Array.isArray(record.events)) return { problem: 'record-incomplete' };
    return { record: value as LogRecord };
  } catch {
    return { problem: 'not-json' };
  }
}

/** The beginning of a district's stream. Rejects when it cannot be written. */
export async function foundDistrict(
  store: EventLog,
  event: DistrictFounded,
  origin: LogOrigin & { readonly classId: string },
): Promise<DistrictLog> {
  const { districtId, districtNumber, classId, foundedAt, treatment } = origin;
  const described: LogOrigin = {
    districtId,
    classId,
    ...(districtNumber === undefined ? {} : { districtNumber }),
    ...(foundedAt === undefined ? {} : { foundedAt }),
    ...(treatment === undefined ? {} : { treatment }),
  };
  const header = makeHeader(event, described);
  const outcome = await store.append(districtStream(districtId), classId, 0, [JSON.stringify(header)]);
  if (outcome !== 'stored') throw new Error(`district ${districtId} could not be founded: ${outcome}`);
  return { header, records: [] };
}
