/** The tables as Kysely types. Times are milliseconds since the epoch; booleans are 0 and 1. */
import type { WordKind } from './port.ts';

export interface RecordTable {
  stream: string;
  seq: number;
  line: string;
}

export interface StreamTable {
  stream: string;
  classId: string;
  /** Number of lines, which is the next line's index. */
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
  /** Fingerprint in the line that refers to the text. */
  words: string;
  person: string;
  kind: WordKind;
  salt: string;
  text: string;
}

/** Stands for the whole class in place of a person. */
export const EVERYBODY = '';

export interface ErasureTable {
  classId: string;
  /** A person's id, or `EVERYBODY`. */
  person: string;
  at: number;
  /** When the removed data was overwritten in the files. */
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
  /** Time on the store's clock. */
  until: number;
  /** Time on the holder's clock. */
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
