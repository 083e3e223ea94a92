/**
 * A class's stream as stored: one record per line, each linked to the one before. A damaged stream is read up to its
 * last whole record; nothing is deleted.
 */
import { omitUndefined } from '../../../shared/engine/omit-undefined.ts';
import { linkAfter, linked } from '../../../shared/log/links.ts';
import type { LoadedStream } from '../../aggregate/ledger.ts';
import { classStream, type EventLog, type KeptWords, type StoredLine } from '../../storage/port.ts';
import { type ClassState, openedClass } from '../state/class-state.ts';
import type { ClassEvent } from '../state/events.ts';
import { evolveClass } from '../state/evolve-class.ts';
import { attachWords, type ClassRecord, detachWords, textsOf } from './own-words.ts';

export type ClassLog = LoadedStream<ClassState, ClassRecord>;

/** The first record has no link before it. */
export const NO_LINK = '';

/** The usable part of a class's stream, and the index of the first unusable line. */
export interface StoredClass {
  readonly log?: ClassLog;
  readonly damagedAt?: number;
}

/** Reads a class, whether held here or not. Rejects only if the store cannot be read. */
export async function readClass(store: Pick<EventLog, 'read' | 'wordsIn'>, classId: string): Promise<StoredClass> {
  const stream = classStream(classId);
  return fold(await store.read(stream), textsOf(await store.wordsIn(stream)));
}

/** The first line of a class, and its words. */
export function firstLine(
  at: number,
  events: readonly ClassEvent[],
): { readonly line: string; readonly words: readonly KeptWords[] } {
  const { kept, words } = detachWords(events);
  const record: ClassRecord = { seq: 0, at, events: kept };
  return { line: JSON.stringify(linked(record, NO_LINK)), words };
}

function fold(lines: readonly StoredLine[], texts: ReadonlyMap<string, string>): StoredClass {
  const records: ClassRecord[] = [];
  let state: ClassState | undefined;
  let link: string | undefined;
  const upTo = (damagedAt?: number): StoredClass => ({
    ...omitUndefined({ log: state && { state, records, link }, damagedAt }),
  });
  for (const [place, { seq, line }] of lines.entries()) {
    const record = seq === place ? parseRecord(line, place) : undefined;
    const events = record === undefined ? undefined : eventsIn(record, texts);
    const before = state ?? (record === undefined ? undefined : beginning(record.at, events));
    if (record === undefined || events === undefined || before === undefined) return upTo(place);
    const previous = place === 0 ? NO_LINK : link;
    // Streams without links go on without them.
    const isLinked = place === 0 ? record.link !== undefined : link !== undefined;
    if ((record.link !== undefined) !== isLinked) return upTo(place);
    if (isLinked && previous !== undefined && record.link !== linkAfter(previous, record)) return upTo(place);
    const after = folded(before, events);
    if (after === undefined) return upTo(place);
    state = after;
    link = record.link;
    records.push(record);
  }
  return upTo();
}

/** Undefined if an event is unknown or impossible. */
function folded(before: ClassState, events: readonly ClassEvent[]): ClassState | undefined {
  try {
    let state: ClassState | undefined = before;
    for (const event of events) state = state === undefined ? undefined : evolveClass(state, event);
    return state;
  } catch {
    return undefined;
  }
}

function beginning(at: number, [first]: readonly ClassEvent[] = []): ClassState | undefined {
  if (first?.type !== 'ClassOpened') return undefined;
  const { type: _, ...opened } = first;
  return openedClass(opened, at);
}

/** Undefined if the words cannot be read. */
function eventsIn({ events }: ClassRecord, texts: ReadonlyMap<string, string>): readonly ClassEvent[] | undefined {
  try {
    return attachWords(events, texts);
  } catch {
    return undefined;
  }
}

export function parseRecord(line: string, seq: number): ClassRecord | undefined {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null) return undefined;
    const record = value as Partial<ClassRecord>;
    return record.seq === seq && Array.isArray(record.events) ? (value as ClassRecord) : undefined;
  } catch {
    return undefined;
  }
}
