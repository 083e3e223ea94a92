/**
 * A class's stream as the store keeps it: one record a line, each linked to the one before. Nothing of a damaged stream
 * is cut away: it is read up to the last whole record.
 */
import { given } from '../../shared/engine/given.ts';
import { linkAfter, linked } from '../../shared/log/links.ts';
import type { Taken } from '../aggregate/ledger.ts';
import { classStream, type EventLog, type KeptWords, type StoredLine } from '../storage/port.ts';
import { type ClassState, openedClass } from './class-state.ts';
import type { ClassEvent } from './events.ts';
import { evolveClass } from './evolve-class.ts';
import { apart, type ClassRecord, textsOf, together } from './own-words.ts';

export type ClassLog = Taken<ClassState, ClassRecord>;

/** Before the first record there is nothing to link to. */
export const NO_LINK = '';

/** What can be used of a class's stream, and the place of the first line that cannot. */
export interface StoredClass {
  readonly log?: ClassLog;
  readonly damagedAt?: number;
}

/** By whoever holds the class, or only looks. Rejects only when the store cannot be read. */
export async function readClass(store: Pick<EventLog, 'read' | 'wordsIn'>, classId: string): Promise<StoredClass> {
  const stream = classStream(classId);
  return fold(await store.read(stream), textsOf(await store.wordsIn(stream)));
}

/** The first line of a class, and what lies beside it. */
export function firstLine(
  at: number,
  events: readonly ClassEvent[],
): { readonly line: string; readonly words: readonly KeptWords[] } {
  const { kept, words } = apart(events);
  const record: ClassRecord = { seq: 0, at, events: kept };
  return { line: JSON.stringify(linked(record, NO_LINK)), words };
}

function fold(lines: readonly StoredLine[], texts: ReadonlyMap<string, string>): StoredClass {
  const records: ClassRecord[] = [];
  let state: ClassState | undefined;
  let link: string | undefined;
  const upTo = (damagedAt?: number): StoredClass => ({
    ...given({ log: state && { state, records, link }, damagedAt }),
  });
  for (const [place, { seq, line }] of lines.entries()) {
    const record = seq === place ? parseRecord(line, place) : undefined;
    const events = record === undefined ? undefined : eventsIn(record, texts);
    const before = state ?? (record === undefined ? undefined : beginning(record.at, events));
    if (record === undefined || events === undefined || before === undefined) return upTo(place);
    const previous = place === 0 ? NO_LINK : link;
    // Streams that began before there were links go on without.
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

/** Undefined where an event is not known here, or cannot have happened. */
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

/** Undefined where what lies beside cannot be read. */
function eventsIn({ events }: ClassRecord, texts: ReadonlyMap<string, string>): readonly ClassEvent[] | undefined {
  try {
    return together(events, texts);
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
