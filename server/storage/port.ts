/**
 * What the server needs of a store: streams of records that only grow, the catalogue of classes they belong to, and leases
 * that say which process holds a class. Whoever uses the store takes the part they need.
 *
 *     const outcome = await store.append('district:k3-1', 'k3', 7, ['{"seq":7,…}']);
 *     if (outcome === 'stored') acknowledge();   // durable: it survives kill -9 from here on
 *
 * A store knows nothing of the game: records are lines of text. Any class of trouble is a value; the store throws for
 * nothing that can happen in a classroom.
 */

/** `conflict`: the stream has grown past, or does not reach, the place asked for. */
export const APPEND_OUTCOMES = ['stored', 'conflict', 'unavailable'] as const;
export type AppendOutcome = (typeof APPEND_OUTCOMES)[number];

export interface StoredLine {
  /** Place in the stream, from 0, without gaps. */
  readonly seq: number;
  readonly line: string;
}

/** A line that was taken out of a stream, as it stood there. */
export interface AsideLine extends StoredLine {
  /** The name of what was found. */
  readonly reason: string;
  readonly at: number;
}

/** Kinds of words that lie beside the streams. */
export const WORD_KINDS = ['name', 'label', 'talk', 'hand', 'reflection', 'answer', 'notice'] as const;
export type WordKind = (typeof WORD_KINDS)[number];

export interface KeptWords {
  /** The fingerprint of salt and text, as the line has it that means them. */
  readonly words: string;
  readonly salt: string;
  readonly text: string;
  /** Opaque id of the person. A label's place in the roster until somebody came by it. */
  readonly person: string;
  readonly kind: WordKind;
}

/** `dry-run`: robots play it to try the server out. */
export const CLASS_KINDS = ['class', 'practice', 'dry-run'] as const;
export type ClassKind = (typeof CLASS_KINDS)[number];

/** The catalogue entry of a class: what finds its streams. Everything else is in them. */
export interface ClassEntry {
  readonly id: string;
  /** What students type. Unique over all classes kept. */
  readonly code: string;
  readonly kind: ClassKind;
  readonly open: boolean;
  /** Milliseconds since the epoch. */
  readonly openedAt: number;
  readonly endedAt?: number;
  /** When something was last stored for it, to the hour. */
  readonly touchedAt?: number;
}

/** A person who was erased from a class, or with no person the whole class. */
export interface Erasure {
  readonly classId: string;
  readonly person?: string;
  readonly at: number;
}

/** A process that may hold classes. */
export interface Holder {
  /** Names one run of a process: another after a restart. */
  readonly id: string;
  /** Where the other processes reach it; empty when it is alone. */
  readonly address: string;
}

/** How long a lease lasts unless it is renewed: a dead process's classes are free after this. */
export const LEASE_MS = 6_000;

export interface Lease {
  /** Grows each time the class changes hands. */
  readonly fence: number;
  /** When the last holder was last known to be alive. */
  readonly lastAlive?: number;
}

/** Streams of records. */
export interface EventLog {
  /**
   * Adds lines at `seq`, `seq + 1`, … of a stream, all of them or none. Resolves once they are durable. Appends to one
   * stream are stored in the order they were asked for, whether or not the earlier were waited for.
   *
   * `words` are stored with the lines that mean them, or not at all; those of a person who was erased are left out. A
   * class that was deleted gets nothing any more.
   */
  append(
    stream: string,
    classId: string,
    seq: number,
    lines: readonly string[],
    words?: readonly KeptWords[],
  ): Promise<AppendOutcome>;
  /** All lines of a stream, in order; empty when there is none. Rejects when the store cannot be read. */
  read(stream: string): Promise<readonly StoredLine[]>;
  /** What lies beside a stream, but for what was erased. */
  wordsIn(stream: string): Promise<readonly KeptWords[]>;
  /** Takes the lines from `seq` on out of a stream and keeps them apart; the next line goes in their place. */
  setAside(stream: string, classId: string, seq: number, reason: string, at: number): Promise<AppendOutcome>;
  /** All lines that were ever set aside from a stream, in order. */
  asideOf(stream: string): Promise<readonly AsideLine[]>;
  /** Whether a write would succeed now. */
  healthy(): Promise<boolean>;
}

/** Which classes there are. */
export interface Catalogue {
  /** False when the id or the code is taken. */
  addClass(entry: ClassEntry): Promise<boolean>;
  endClass(id: string, at: number): Promise<void>;
  classById(id: string): Promise<ClassEntry | undefined>;
  classByCode(code: string): Promise<ClassEntry | undefined>;
  classes(filter: { readonly kind?: ClassKind; readonly open?: boolean }): Promise<readonly ClassEntry[]>;
  /** Removes a class, all its streams and what lies beside them. Nothing brings it back. False when there was none. */
  deleteClass(id: string, at: number): Promise<boolean>;
}

/** What is to be forgotten, and whether it is. */
export interface Oblivion {
  /** In which classes something of a person lies. */
  classesOf(person: string): Promise<readonly string[]>;
  /** Removes everything that lies beside the streams of a class for these names of one person. Safe to repeat. */
  erase(classId: string, persons: readonly string[], at: number): Promise<void>;
  /** Puts as many other lines in the place of a stream's, with the texts beside them that stood in the older ones. */
  restate(
    stream: string,
    classId: string,
    lines: readonly string[],
    words: readonly KeptWords[],
  ): Promise<AppendOutcome>;
  /** Whose parts of a class were erased. */
  erasedIn(classId: string): Promise<readonly string[]>;
  /** Overwrites what was removed. False while a reader still needs it: then it is to be asked again. */
  scrub(at: number): Promise<boolean>;
}

/** Which process holds which class, and when it was last alive. */
export interface Leases {
  readonly holder: Holder;
  /**
   * Makes this process the only one that may write the streams of a class, and answers with what it needs to take the
   * class up; undefined while another process holds it. From then on every append of this store for the class is
   * checked against the lease in the transaction that writes it: a process that lost its lease gets `conflict`.
   */
  acquire(classId: string, at: number): Promise<Lease | undefined>;
  /** Keeps all leases of this process for another while. Answers with the classes it no longer holds. */
  renew(at: number): Promise<readonly string[]>;
  /** Lets go of the lease taken under this number, once what is under way has landed; of a newer one it does not. */
  release(classId: string, fence: number): Promise<void>;
  /** Who holds a class now. */
  holderOf(classId: string): Promise<Holder | undefined>;
  /** Open classes that no process holds. */
  unheld(): Promise<readonly ClassEntry[]>;

  /** Notes that the server was alive at `at`, so that a restart knows how long it was away. */
  beat(at: number): Promise<void>;
  lastBeat(): Promise<number | undefined>;
}

export interface EventStore extends EventLog, Catalogue, Oblivion, Leases {
  /** Flushes what is under way and lets go of everything. */
  close(): Promise<void>;
}

export function classStream(classId: string): string {
  return `class:${classId}`;
}

/** What a class plays on from: one stream a district. */
export function pastStream(classId: string, place: number): string {
  return `past:${classId}-${place}`;
}

export function districtStream(districtId: string): string {
  return `district:${districtId}`;
}
