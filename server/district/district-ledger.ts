/** A district's ledger: takes commands, decides them, and records the events. */
import type { Command } from '../../shared/engine/commands.ts';
import { decide } from '../../shared/engine/decide.ts';
import type { DistrictEvent } from '../../shared/engine/events.ts';
import { evolve } from '../../shared/engine/evolve.ts';
import { isRefusal, type Refusal } from '../../shared/engine/refusals.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import type { DistrictLog } from '../../shared/log/jsonl.ts';
import { rootOf } from '../../shared/log/links.ts';
import { undoableTo } from '../../shared/log/played.ts';
import { type LogHeader, type LogRecord, makeRecord } from '../../shared/log/record.ts';
import { replay } from '../../shared/log/replay.ts';
import {
  type AppendResult,
  Ledger,
  type LedgerCallbacks,
  type LedgerTools,
  type LoadedStream,
} from '../aggregate/ledger.ts';
import { districtStream, type EventLog, type KeptWords } from '../storage/port.ts';
import { DamagedDistrict, readDistrict } from './stream.ts';

/** The header is at index 0. */
const FIRST = 1;

export type DistrictLedgerCallbacks = LedgerCallbacks<DistrictState, DistrictEvent, LogRecord>;

export class DistrictLedger extends Ledger<DistrictState, DistrictEvent, LogRecord> {
  readonly #header: LogHeader;
  readonly #now: () => number;
  /** Cache of `undoTo` for a log of this length. */
  #undoable = { length: -1, to: undefined as number | undefined };

  constructor(
    classId: string,
    stored: DistrictLog,
    tools: LedgerTools & { readonly store: EventLog },
    watch: DistrictLedgerCallbacks,
  ) {
    const { store, now } = tools;
    const { districtId } = stored.header;
    const read = async () => {
      const again = await readDistrict(store, districtId);
      if (again?.damage !== undefined) throw new DamagedDistrict(again.damage);
      return again === undefined ? undefined : folded(again.log);
    };
    const aggregate = { stream: districtStream(districtId), classId, first: FIRST, evolve, read };
    super(aggregate, folded(stored), tools, watch);
    this.#header = stored.header;
    this.#now = now;
  }

  /** The durable log. */
  get log(): DistrictLog {
    return { header: this.#header, records: this.records };
  }

  /** The record that an undo would go back to, if any. */
  undoTo(): number | undefined {
    const { length } = this.records;
    if (this.#undoable.length !== length) this.#undoable = { length, to: undoableTo(this.records) };
    return this.#undoable.to;
  }

  /** Decides at once; the outcome resolves when the record is durable. */
  dispatch(wanted: Omit<Command, 'at'>, commandId?: string, words: readonly KeptWords[] = []): Refusal | AppendResult {
    const command: Command = { ...wanted, at: this.#now() };
    const events = decide(this.ahead, command, (seq) => replay(this.log, seq).state);
    if (isRefusal(events)) return events;
    const record = (seq: number, before: DistrictState, after: DistrictState) =>
      makeRecord(seq, before, command, events, after, commandId);
    return this.append(events, record, words);
  }
}

function folded(stored: DistrictLog): LoadedStream<DistrictState, LogRecord> {
  const { state } = replay(stored);
  return { state, records: stored.records, link: stored.records.at(-1)?.link ?? rootOf(stored.header) };
}
