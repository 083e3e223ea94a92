/** Writes a log: one record per accepted command, each linked to the one before. */
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

  /** Links are computed lazily, because many games are read only at their end. */
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

  /** Appends an existing record with a new link. */
  keep(record: LogRecord): void {
    this.#unlinked.push(record);
  }
}
