/**
 * A class's stream as the store keeps it: one record a line, each linked to the one before. Nothing of a damaged stream
 * is cut away: it is read up to the last whole record.
 */
import { given } from '../../shared/engine/given.ts';
import { linkAfter, linked } from '../../shared/log/links.ts';
import type { Taken } from '../aggregate/ledger.ts';
import { classStream, type EventLog, type StoredLine } from '../storage/port.ts';
import { type ClassState, evolveClass, openedClass } from './class-state.ts';
import type { ClassRecord } from './events.ts';

export type ClassLog = Taken<ClassState, ClassRecord>;

/** Before the first record there is nothing to link to. */
const NO_LINK = '';

/** What can be used of a class's stream, and the place of the first line that cannot. */
export interface StoredClass {
  readonly log?: ClassLog;
  readonly damagedAt?: number;
}

/** By whoever holds the class, or only looks. Rejects only when the store cannot be read. */
export async function readClass(store: Pick<EventLog, 'read'>, classId: string): Promise<StoredClass> {
  return fold(await store.read(classStream(classId)));
}

/** The first line of a class. */
export function firstLine(record: ClassRecord): string {
  return JSON.stringify(linked(record, NO_LINK));
}

function fold(lines: readonly StoredLine[]): StoredClass {
  const records: ClassRecord[] = [];
  let state: ClassState | undefined;
  let link: string | undefined;
  const upTo = (damagedAt?: number): StoredClass => ({
    ...(state === undefined ? {} : { log: { state, records, link } }),
    ...given({ damagedAt }),
  });
  for (const [place, { seq, line }] of lines.entries()) {
    const record = seq === place ? parseRecord(line, place) : undefined;
    const before = state ?? (record === undefined ? undefined : beginning(record));
    if (record === undefined || before === undefined) return upTo(place);
    const previous = place === 0 ? NO_LINK : link;
    // Streams that began before there were links go on without.
    const isLinked = place === 0 ? record.link !== undefined : link !== undefined;
    if ((record.link !== undefined) !== isLinked) return upTo(place);
    if (isLinked && previous !== undefined && record.link !== linkAfter(previous, record)) return upTo(place);
    const after = folded(before, record);
    if (after === undefined) return upTo(place);
    state = after;
    link = record.link;
    records.push(record);
  }
  return upTo();
}

/** Undefined where an event is not known here, or cannot have happened. */
function folded(before: ClassState, { events }: ClassRecord): ClassState | undefined {
  try {
    let state: ClassState | undefined = before;
    for (const event of events) state = state === undefined ? undefined : evolveClass(state, event);
    return state;
  } catch {
    return undefined;
  }
}

function beginning(record: ClassRecord): ClassState | undefined {
  const [first] = record.events;
  if (first?.type !== 'ClassOpened') return undefined;
  const { type: _, ...opened } = first;
  return openedClass(opened, record.at);
}

function parseRecord(line: string, seq: number): ClassRecord | undefined {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null) return undefined;
    const record = value as Partial<ClassRecord>;
    return record.seq === seq && Array.isArray(record.events) ? (value as ClassRecord) : undefined;
  } catch {
    return undefined;
  }
}
