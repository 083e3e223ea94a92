/** The tables as Kysely sees them. Times are milliseconds since the epoch; booleans are 0 and 1. */
import type { WordKind } from './port.ts';

export interface RecordTable {
  stream: string;
  seq: number;
  line: string;
}

export interface StreamTable {
  stream: string;
  classId: string;
  /** Lines in the stream: the place the next one takes. */
  length: number;
}

export interface AsideTable {
  stream: string;
  seq: number;
  line: string;
  reason: string;
  at: number;
}

export interface ClassTable {
  id: string;
  code: string;
  kind: 'class' | 'practice' | 'dry-run';
  open: number;
  openedAt: number;
  endedAt: number | null;
  touchedAt: number | null;
}

export interface WordTable {
  stream: string;
  classId: string;
  /** The fingerprint in the line that means it. */
  words: string;
  person: string;
  kind: WordKind;
  salt: string;
  text: string;
}

/** In the place of a person: the whole class. */
export const EVERYBODY = '';

export interface ErasureTable {
  classId: string;
  /** Or `EVERYBODY`. */
  person: string;
  at: number;
  /** When nothing of it was left in the files. */
  scrubbedAt: number | null;
}

export interface HeartbeatTable {
  one: number;
  at: number;
}

export interface LeaseTable {
  classId: string;
  holder: string;
  address: string;
  fence: number;
  /** On the store's clock. */
  until: number;
  /** On the holder's clock. */
  renewedAt: number;
}

export interface Tables {
  records: RecordTable;
  streams: StreamTable;
  aside: AsideTable;
  classes: ClassTable;
  heartbeat: HeartbeatTable;
  leases: LeaseTable;
  words: WordTable;
  erasures: ErasureTable;
}
