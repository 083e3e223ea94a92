/**
 * What has happened in one district, and what of it is on the disk: decides, appends, and shows only what is durable.
 *
 * The state in memory may run ahead of the disk, so that commands need not wait for one another; what is shown is
 * always the state of the last durable record. When the store fails, or keeps an append waiting, the ledger is broken:
 * it says so, reads its log again as soon as nothing is under way, and goes on from there.
 */
import type { Command } from '../../shared/engine/commands.ts';
import { decide } from '../../shared/engine/decide.ts';
import { evolve } from '../../shared/engine/evolve.ts';
import { isRefusal, type Refusal } from '../../shared/engine/refusals.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import type { DistrictLog } from '../../shared/log/jsonl.ts';
import { undoableTo } from '../../shared/log/played.ts';
import { type LogHeader, type LogRecord, makeRecord } from '../../shared/log/record.ts';
import { firstDifference, replay } from '../../shared/log/replay.ts';
import type { Logger } from '../logging.ts';
import { type AppendOutcome, districtStream, type EventStore } from '../storage/port.ts';
import type { Change } from './deliveries.ts';
import { Patience, STALLED_S } from './patience.ts';
import { readDistrict, recordLine } from './stream.ts';

export interface LedgerTools {
  readonly store: EventStore;
  readonly log: Logger;
  readonly now: () => number;
}

/** What the ledger tells whoever keeps it. */
export interface LedgerWatch {
  /** A record is durable. */
  readonly landed: (change: Change) => void;
  /** Nothing can be kept for now. */
  readonly broke: () => void;
  /** The log was read anew; `before` is what was shown until then, `since` when it broke. */
  readonly mended: (before: DistrictState, since: number) => void;
}

export interface Landed {
  readonly seq: number;
  readonly outcome: Promise<AppendOutcome>;
}

const RELOAD_EVERY_MS = 500;

export class Ledger {
  readonly #districtId: string;
  readonly #classId: string;
  readonly #tools: LedgerTools;
  readonly #watch: LedgerWatch;
  readonly #patience = new Patience(STALLED_S, () => this.#fail('stalled'));
  #records: LogRecord[] = [];
  #header: LogHeader;
  /** The length of the log, and whether there was something to take back in it. */
  #undoable = { length: -1, to: undefined as number | undefined };
  #ahead: DistrictState;
  #shown: DistrictState;
  #inFlight = 0;
  /** Who waits until nothing is under way, or the ledger breaks. */
  readonly #waiting = new Set<() => void>();
  #brokenSince: number | undefined;
  #closed = false;

  constructor(classId: string, log: DistrictLog, tools: LedgerTools, watch: LedgerWatch) {
    this.#districtId = log.header.districtId;
    this.#classId = classId;
    this.#tools = tools;
    this.#watch = watch;
    this.#header = log.header;
    const state = this.#adopt(log);
    this.#ahead = state;
    this.#shown = state;
  }

  /** Decided, perhaps not yet durable. */
  get ahead(): DistrictState {
    return this.#ahead;
  }

  /** Of the last durable record: what anyone may be shown. */
  get shown(): DistrictState {
    return this.#shown;
  }

  /** The durable log. */
  get log(): DistrictLog {
    return { header: this.#header, records: this.#records };
  }

  get broken(): boolean {
    return this.#brokenSince !== undefined;
  }

  /** Whether something decided is not yet on the disk. */
  get underWay(): boolean {
    return this.#inFlight > 0;
  }

  /** Resolves when nothing is under way any more, or the ledger breaks. */
  rested(): Promise<void> {
    return new Promise((rested) => this.#waiting.add(rested));
  }

  /** Where the log would be cut to take back the last change of phase, if there is one. */
  undoTo(): number | undefined {
    if (this.#undoable.length !== this.#records.length) {
      this.#undoable = { length: this.#records.length, to: undoableTo(this.#records) };
    }
    return this.#undoable.to;
  }

  /** Decides now; the outcome comes once the disk has it. */
  dispatch(wanted: Omit<Command, 'at'>, commandId?: string): Refusal | Landed {
    const command: Command = { ...wanted, at: this.#tools.now() };
    const before = this.#ahead;
    const events = decide(before, command, (seq) => replay(this.log, seq).state);
    if (isRefusal(events)) return events;
    const after = events.reduce(evolve, before);
    const seq = this.#records.length + this.#inFlight + 1;
    const record = makeRecord(seq, before, command, events, after, commandId);
    this.#ahead = after;
    return { seq, outcome: this.#append(record, { before, after, events, decidedAt: performance.now() }) };
  }

  /** What is under way still lands; a broken log is not read again. */
  close(): void {
    this.#closed = true;
  }

  async #append(record: LogRecord, change: Change): Promise<AppendOutcome> {
    const { store } = this.#tools;
    if (this.#inFlight === 0) this.#patience.wait();
    this.#inFlight += 1;
    const stream = districtStream(this.#districtId);
    const outcome = await store.append(stream, this.#classId, record.seq, [recordLine(record)]);
    this.#inFlight -= 1;
    if (this.#inFlight === 0) this.#patience.rest();
    else if (!this.broken) this.#patience.wait();
    if (outcome !== 'stored') this.#fail(outcome);
    else if (!this.broken) {
      this.#records.push(record);
      this.#shown = change.after;
      this.#watch.landed(change);
    }
    if (!this.underWay) this.#wake();
    return outcome;
  }

  #fail(outcome: AppendOutcome | 'stalled'): void {
    if (this.broken) return;
    this.#brokenSince = this.#tools.now();
    this.#tools.log.error({ outcome }, 'the log could not be written: nothing is acknowledged until it can');
    this.#watch.broke();
    this.#wake();
    this.#reloadSoon();
  }

  #wake(): void {
    for (const rested of this.#waiting) rested();
    this.#waiting.clear();
  }

  #reloadSoon(): void {
    setTimeout(async () => {
      if (this.#closed) return;
      if (this.underWay || !(await this.#reload())) this.#reloadSoon();
    }, RELOAD_EVERY_MS);
  }

  async #reload(): Promise<boolean> {
    const { store, log, now } = this.#tools;
    if (!(await store.healthy())) return false;
    const stored = await readDistrict(store, this.#districtId, log).catch((error: unknown) => {
      log.error({ err: error }, 'the log cannot be read');
      return undefined;
    });
    if (stored === undefined) return false;
    const before = this.#shown;
    this.#ahead = this.#adopt(stored);
    this.#shown = this.#ahead;
    const since = this.#brokenSince ?? now();
    this.#brokenSince = undefined;
    log.info('the log can be written again');
    this.#watch.mended(before, since);
    return true;
  }

  #adopt(log: DistrictLog): DistrictState {
    const { state, checks } = replay(log);
    const differs = firstDifference(checks);
    if (differs !== undefined) this.#tools.log.error({ ...differs }, 'a recorded hash differs');
    this.#header = log.header;
    this.#records = [...log.records];
    return state;
  }
}
