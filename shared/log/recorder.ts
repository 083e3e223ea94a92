/** A log being written: each record follows from a command that was taken, and is linked to the one before. */
import type { Command } from '../engine/commands.ts';
import type { DistrictState } from '../engine/state.ts';
import type { Taken } from '../engine/take.ts';
import type { DistrictLog } from './jsonl.ts';
import { linked, rootOf } from './links.ts';
import { type LogHeader, type LogRecord, makeRecord } from './record.ts';

export class Recorder {
  readonly header: LogHeader;
  readonly #linked: LogRecord[] = [];
  #unlinked: LogRecord[] = [];

  constructor(header: LogHeader) {
    this.header = header;
  }

  /** Links are made when the log is asked for: of many a game only the end is. */
  get log(): DistrictLog {
    for (const record of this.#unlinked) {
      this.#linked.push(linked(record, this.#linked.at(-1)?.link ?? rootOf(this.header)));
    }
    this.#unlinked = [];
    return { header: this.header, records: this.#linked };
  }

  record(before: DistrictState, command: Command, { events, after }: Taken, as: Partial<LogRecord> = {}): void {
    const { seq = this.#linked.length + this.#unlinked.length + 1, commandId } = as;
    this.keep(makeRecord(seq, before, command, events, after, commandId));
  }

  /** A record made elsewhere, linked anew. */
  keep(record: LogRecord): void {
    this.#unlinked.push(record);
  }
}
