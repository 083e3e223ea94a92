/** A class's stream as the store keeps it: one record a line. A damaged end is set aside, and the rest is used. */
import type { Taken } from '../aggregate/ledger.ts';
import type { Logger } from '../logging.ts';
import { classStream, type EventLog, type StoredLine } from '../storage/port.ts';
import { type ClassState, evolveClass, openedClass } from './class-state.ts';
import type { ClassRecord } from './events.ts';

export type ClassLog = Taken<ClassState, ClassRecord>;

/** Undefined when the class has no readable beginning. Rejects only when the store cannot be read. */
export async function readClass(store: EventLog, classId: string, log: Logger): Promise<ClassLog | undefined> {
  const stream = classStream(classId);
  const { read, unreadable } = fold(await store.read(stream));
  if (unreadable !== undefined) {
    const count = await store.setAside(stream, unreadable, 'unreadable');
    log.error({ classId, seq: unreadable, count }, 'unreadable class records set aside');
  }
  return read;
}

/** As far as it can be read, by a process that need not hold it: nothing is changed. */
export async function peekClass(store: EventLog, classId: string): Promise<ClassState | undefined> {
  return fold(await store.read(classStream(classId))).read?.state;
}

/** `unreadable`: where the first record is that cannot be used. */
function fold(lines: readonly StoredLine[]): { readonly read?: ClassLog; readonly unreadable?: number } {
  const records: ClassRecord[] = [];
  let state: ClassState | undefined;
  for (const [place, { seq, line }] of lines.entries()) {
    const record = seq === place ? parseRecord(line, place) : undefined;
    if (record === undefined)
      return state === undefined
        ? { unreadable: place }
        : { read: { state, records, link: undefined }, unreadable: place };
    const before: ClassState | undefined = state ?? beginning(record);
    if (before === undefined) return {};
    state = record.events.reduce(evolveClass, before);
    records.push(record);
  }
  return state === undefined ? {} : { read: { state, records, link: undefined } };
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
