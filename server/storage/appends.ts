/** Decides which appends of a batch are stored: one rule for every database. */
import { EVERYBODY, type RecordTable, type StreamTable, type WordTable } from './database.ts';
import type { PendingAppend } from './group-commit.ts';
import type { AppendOutcome } from './port.ts';

/** `touchedAt` is accurate to the hour. */
export const TOUCHED_EVERY_MS = 3_600_000;

/** The writing process, with the fencing numbers of all leases it ever took. */
export interface Writer {
  readonly holder: string;
  readonly fences: ReadonlyMap<string, number>;
}

/** Writes a batch in one transaction without yielding. Throws if it cannot commit. */
export interface WriteAtOnce {
  (batch: readonly PendingAppend[], writer: Writer): readonly AppendOutcome[];
  /** Whether another transaction is in progress on the connection. */
  readonly mustWait: () => boolean;
}

/** Leases and erasures of the classes in a batch. */
export interface KnownClasses {
  readonly leases: readonly {
    readonly classId: string;
    readonly holder: string;
    readonly fence: number;
    /** 1 until it expires. */
    readonly live: number;
  }[];
  readonly erasures: readonly { readonly classId: string; readonly person: string }[];
}

export interface Known extends KnownClasses {
  readonly lengths: readonly { readonly stream: string; readonly length: number }[];
}

export interface Rights {
  /** The process holds the lease under its number, or nobody holds one, and the class is not deleted. */
  readonly mayWrite: (classId: string) => boolean;
  readonly isErased: (classId: string, person: string) => boolean;
}

export function rightsOf({ holder, fences }: Writer, { leases, erasures }: KnownClasses): Rights {
  const byClass = new Map(leases.map((lease) => [lease.classId, lease]));
  const erased = new Set(erasures.map(({ classId, person }) => `${classId} ${person}`));
  const isErased = (classId: string, person: string) => erased.has(`${classId} ${person}`);
  const mayWrite = (classId: string) => {
    if (isErased(classId, EVERYBODY)) return false;
    const lease = byClass.get(classId);
    const fence = fences.get(classId);
    if (fence !== undefined) return lease?.fence === fence && lease.holder === holder;
    return lease === undefined || lease.live === 0;
  };
  return { mayWrite, isErased };
}

export interface SortedBatch {
  /** One per append. */
  readonly outcomes: readonly AppendOutcome[];
  readonly records: readonly RecordTable[];
  readonly words: readonly WordTable[];
  readonly streams: readonly StreamTable[];
  readonly classIds: readonly string[];
}

/** Sorts a batch into rows to write and outcomes. */
export function sortBatch(batch: readonly PendingAppend[], writer: Writer, known: Known): SortedBatch {
  const { mayWrite, isErased } = rightsOf(writer, known);
  const lengths = new Map(known.lengths.map(({ stream, length }) => [stream, length]));
  const outcomes: AppendOutcome[] = [];
  const records: RecordTable[] = [];
  const beside: WordTable[] = [];
  const grown = new Map<string, StreamTable>();
  for (const { stream, classId, seq, lines, words } of batch) {
    const fits = seq === (lengths.get(stream) ?? 0) && mayWrite(classId);
    outcomes.push(fits ? 'stored' : 'conflict');
    if (!fits) continue;
    for (const [offset, line] of lines.entries()) records.push({ stream, seq: seq + offset, line });
    for (const each of words) if (!isErased(classId, each.person)) beside.push({ ...each, stream, classId });
    const length = seq + lines.length;
    lengths.set(stream, length);
    grown.set(stream, { stream, classId, length });
  }
  const streams = [...grown.values()];
  return { outcomes, records, words: beside, streams, classIds: [...new Set(streams.map(({ classId }) => classId))] };
}
