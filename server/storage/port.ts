/**
 * What the server needs of a store: append-only streams of records, a catalogue of classes, and leases that say which
 * process holds a class. Users depend on the interface they need.
 *
 *     const outcome = await store.append('district:k3-1', 'k3', 7, ['{"seq":7,…}']);
 *     if (outcome === 'stored') acknowledge();   // durable: it survives kill -9 from here on
 *
 * A store knows nothing of the game: records are lines of text. Expected failures of an append are values, not
 * exceptions.
 */

/** `conflict`: the stream is longer or shorter than the given index. `unavailable`: the store fails for now. */
export const APPEND_OUTCOMES = ['stored', 'conflict', 'unavailable'] as const;
export type AppendOutcome = (typeof APPEND_OUTCOMES)[number];

export interface StoredLine {
  /** Index in the stream, from 0 without gaps. */
  readonly seq: number;
  readonly line: string;
}

/** A line set aside from a stream, unchanged. */
export interface AsideLine extends StoredLine {
  /** Name of the finding. */
  readonly reason: string;
  readonly at: number;
}

/** Kinds of texts stored beside streams. */
export const WORD_KINDS = ['name', 'label', 'talk', 'hand', 'reflection', 'answer', 'notice'] as const;
export type WordKind = (typeof WORD_KINDS)[number];

export interface KeptWords {
  /** Fingerprint of salt and text, as in the line that refers to it. */
  readonly words: string;
  readonly salt: string;
  readonly text: string;
  /** Opaque id of the person. For a label nobody has joined by: its roster index. */
  readonly person: string;
  readonly kind: WordKind;
}

/** `dry-run`: robots play it to test the server. */
export const CLASS_KINDS = ['class', 'practice', 'dry-run'] as const;
export type ClassKind = (typeof CLASS_KINDS)[number];

/** The catalogue entry of a class, which finds its streams. Everything else is in them. */
export interface ClassEntry {
  readonly id: string;
  /** The code students type, unique among all stored classes. */
  readonly code: string;
  readonly kind: ClassKind;
  readonly open: boolean;
  /** Milliseconds since the epoch. */
  readonly openedAt: number;
  readonly endedAt?: number;
  /** When something was last stored for it, accurate to the hour. */
  readonly touchedAt?: number;
}

/** A person erased from a class; without a person, the whole class. */
export interface Erasure {
  readonly classId: string;
  readonly person?: string;
  readonly at: number;
}

/** A process that may hold classes. */
export interface Holder {
  /** Id of one run of a process, new after a restart. */
  readonly id: string;
  /** Address for the other processes; empty for a single process. */
  readonly address: string;
}

/** Duration of a lease unless renewed: a dead process's classes are free afterwards. */
export const LEASE_MS = 6_000;

export interface Lease {
  /** Fencing number: grows each time the class changes hands. */
  readonly fence: number;
  /** When the last holder was last known to be alive. */
  readonly lastAlive?: number;
}

/** Append-only streams of records. */
export interface EventLog {
  /**
   * Appends lines at `seq`, `seq + 1`, … of a stream, all or none. Resolves once they are durable. Appends to one
   * stream keep their order, even if not awaited.
   *
   * `words` are stored with the lines that refer to them, or not at all; an erased person's words are left out. A
   * deleted class stores nothing more.
   */
  append(
    stream: string,
    classId: string,
    seq: number,
    lines: readonly string[],
    words?: readonly KeptWords[],
  ): Promise<AppendOutcome>;
  /** All lines of a stream in order; empty for an unknown one. Rejects if the store cannot be read. */
  read(stream: string): Promise<readonly StoredLine[]>;
  /** Texts beside a stream, except erased ones. */
  wordsIn(stream: string): Promise<readonly KeptWords[]>;
  /** Sets the lines from `seq` on aside; the next append takes their index. */
  setAside(stream: string, classId: string, seq: number, reason: string, at: number): Promise<AppendOutcome>;
  /** All lines ever set aside from a stream, in order. */
  asideOf(stream: string): Promise<readonly AsideLine[]>;
  /** Whether a write would succeed now. */
  healthy(): Promise<boolean>;
}

/** The catalogue of classes. */
export interface Catalogue {
  /** False if the id or the code is taken. */
  addClass(entry: ClassEntry): Promise<boolean>;
  endClass(id: string, at: number): Promise<void>;
  classById(id: string): Promise<ClassEntry | undefined>;
  classByCode(code: string): Promise<ClassEntry | undefined>;
  classes(filter: { readonly kind?: ClassKind; readonly open?: boolean }): Promise<readonly ClassEntry[]>;
  /** Deletes a class with all its streams and texts, for good. False if there was none. */
  deleteClass(id: string, at: number): Promise<boolean>;
}

/** Erasure of data, and its state. */
export interface ErasureStore {
  /** Classes that hold data of a person. */
  classesOf(person: string): Promise<readonly string[]>;
  /** Erases all texts beside a class's streams for these ids of one person. Idempotent. */
  erase(classId: string, persons: readonly string[], at: number): Promise<void>;
  /** Replaces a stream's lines by as many others, and stores the texts taken out of them. */
  restate(
    stream: string,
    classId: string,
    lines: readonly string[],
    words: readonly KeptWords[],
  ): Promise<AppendOutcome>;
  /** Ids of people erased from a class. */
  erasedIn(classId: string): Promise<readonly string[]>;
  /** Overwrites removed data. False while a reader still holds it: ask again later. */
  scrub(at: number): Promise<boolean>;
}

/** Which process holds which class, and when it was last alive. */
export interface Leases {
  readonly holder: Holder;
  /**
   * Acquires the lease of a class: only this process may write its streams. Undefined if another process holds it. From
   * then on every append for the class checks the lease in its own transaction; a process that lost its lease gets
   * `conflict`.
   */
  acquire(classId: string, at: number): Promise<Lease | undefined>;
  /** Renews all leases of this process. Returns the classes it has lost. */
  renew(at: number): Promise<readonly string[]>;
  /** Releases the lease of this fencing number once appends in flight have settled; never a newer lease. */
  release(classId: string, fence: number): Promise<void>;
  /** The present holder of a class. */
  holderOf(classId: string): Promise<Holder | undefined>;
  /** Open classes without a holder. */
  unheld(): Promise<readonly ClassEntry[]>;

  /** Notes that the server is alive at `at`, so that a restart knows how long it was away. */
  heartbeat(at: number): Promise<void>;
  lastHeartbeat(): Promise<number | undefined>;
}

export interface EventStore extends EventLog, Catalogue, ErasureStore, Leases {
  /** Flushes appends in flight and closes the store. */
  close(): Promise<void>;
}

/** A stream as the text of a log; empty for an unknown one. */
export async function readText(store: Pick<EventLog, 'read'>, stream: string): Promise<string> {
  return (await store.read(stream)).map(({ line }) => `${line}\n`).join('');
}

export function classStream(classId: string): string {
  return `class:${classId}`;
}

/** Stream of a past that a class plays on from; one per district. */
export function pastStream(classId: string, place: number): string {
  return `past:${classId}-${place}`;
}

export function districtStream(districtId: string): string {
  return `district:${districtId}`;
}
