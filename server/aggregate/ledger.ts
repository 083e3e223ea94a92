/**
 * The durable state of one class or district: appends, and shows only what is on the disk.
 *
 *     const { seq, outcome } = ledger.append(events, (seq) => ({ seq, at: now(), events }));
 *     if ((await outcome) === 'stored') acknowledge(seq);
 *
 * The state in memory may run ahead of the disk, so decisions need not wait. What is shown is the state of the last
 * durable record. If the store fails or stalls, the ledger is broken: it accepts and shows nothing more. Once all
 * appends are settled it reads its stream again and goes on from there.
 */
import { linkedLine } from '../../shared/log/links.ts';
import type { Logger } from '../logging.ts';
import type { AppendOutcome, EventLog, KeptWords } from '../storage/port.ts';
import { STALLED_S, Watchdog } from './watchdog.ts';

export interface LedgerTools {
  readonly store: Pick<EventLog, 'append' | 'healthy'>;
  readonly log: Logger;
  readonly now: () => number;
}

/** A record as the ledger sees it; further fields belong to its owner. */
export interface Recorded {
  /** Place in the stream. */
  readonly seq: number;
  /** Present in streams with links. */
  readonly link?: string;
}

/** A stream as read: its records, and the state they fold to. */
export interface LoadedStream<State, Entry> {
  readonly state: State;
  readonly records: readonly Entry[];
  /** Link of the last line; absent in streams that began without links. */
  readonly link: string | undefined;
}

/** What a ledger needs of its class or district. */
export interface Aggregate<State, Event, Entry extends Recorded> {
  readonly stream: string;
  readonly classId: string;
  /** Place of the first record in the stream. */
  readonly first: number;
  readonly evolve: (state: State, event: Event) => State;
  /** Undefined if nothing is usable. Rejects if the store cannot be read. */
  readonly read: () => Promise<LoadedStream<State, Entry> | undefined>;
}

/** The states before and after, and the events between. */
export interface Step<State, Event> {
  readonly before: State;
  readonly after: State;
  readonly events: readonly Event[];
  /** Time of the decision by `performance.now`, for measuring the delay until people see it. */
  readonly decidedAt?: number;
}

/** Callbacks of a ledger to its owner. */
export interface LedgerCallbacks<State, Event, Entry extends Recorded> {
  /** A record is durable. */
  readonly stored: (step: Step<State, Event>, record: Entry) => void;
  /** The ledger is broken: nothing can be stored for now. */
  readonly broke: () => void;
  /** The stream was read again; `before`: the state shown until then; `since`: when the ledger broke. */
  readonly mended: (before: State, since: number) => void;
}

export interface AppendResult {
  readonly seq: number;
  readonly outcome: Promise<AppendOutcome>;
}

const RELOAD_EVERY_MS = 500;

/** The answer while a record cannot be stored. */
export const STORE_UNAVAILABLE = { ok: false, refused: 'store-unavailable' } as const;

export class Ledger<State, Event, Entry extends Recorded> {
  readonly #aggregate: Aggregate<State, Event, Entry>;
  readonly #tools: LedgerTools;
  readonly #watch: LedgerCallbacks<State, Event, Entry>;
  readonly #watchdog = new Watchdog(STALLED_S, () => this.#fail('stalled'));
  #records: Entry[];
  #ahead: State;
  #shown: State;
  /** Link of the last line, durable or in flight. */
  #link: string | undefined;
  #inFlight = 0;
  /** Callers waiting until no append is in flight or the ledger breaks. */
  readonly #waiting = new Set<() => void>();
  #broken = false;
  #closed = false;

  constructor(
    aggregate: Aggregate<State, Event, Entry>,
    taken: LoadedStream<State, Entry>,
    tools: LedgerTools,
    watch: LedgerCallbacks<State, Event, Entry>,
  ) {
    this.#aggregate = aggregate;
    this.#tools = tools;
    this.#watch = watch;
    this.#records = [...taken.records];
    this.#ahead = taken.state;
    this.#shown = taken.state;
    this.#link = taken.link;
  }

  /** The state as decided, perhaps not yet durable. */
  get ahead(): State {
    return this.#ahead;
  }

  /** The state after the last durable record: all that anyone may be shown. */
  get shown(): State {
    return this.#shown;
  }

  /** The durable records. */
  get records(): readonly Entry[] {
    return this.#records;
  }

  get broken(): boolean {
    return this.#broken;
  }

  /** Whether an append is in flight. */
  get underWay(): boolean {
    return this.#inFlight > 0;
  }

  /** Resolves when no append is in flight, or the ledger breaks. */
  rested(): Promise<void> {
    return this.underWay && !this.broken ? new Promise((rested) => this.#waiting.add(rested)) : Promise.resolve();
  }

  /**
   * Appends events. The next decision sees the state after them; `outcome` resolves once events and words are durable.
   */
  append(
    events: readonly Event[],
    recordOf: (seq: number, before: State, after: State) => Entry,
    words: readonly KeptWords[] = [],
  ): AppendResult {
    const before = this.#ahead;
    const seq = this.#aggregate.first + this.#records.length + this.#inFlight;
    // Rejects decisions based on a state that may never become durable.
    if (this.broken) return { seq, outcome: Promise.resolve('unavailable') };
    const after = events.reduce(this.#aggregate.evolve, before);
    const { record, line } = linkedLine(recordOf(seq, before, after), this.#link);
    this.#ahead = after;
    this.#link = record.link;
    const step = { before, after, events, decidedAt: performance.now() };
    return { seq, outcome: this.#write(record, line, step, words) };
  }

  /** Appends in flight still finish; a broken ledger no longer reads its stream. */
  close(): void {
    this.#closed = true;
  }

  async #write(
    record: Entry,
    line: string,
    step: Step<State, Event>,
    words: readonly KeptWords[],
  ): Promise<AppendOutcome> {
    const { stream, classId } = this.#aggregate;
    if (!this.underWay) this.#watchdog.start();
    this.#inFlight += 1;
    const outcome = await this.#tools.store.append(stream, classId, record.seq, [line], words);
    this.#inFlight -= 1;
    if (!this.underWay) this.#watchdog.stop();
    else if (!this.broken) this.#watchdog.start();
    if (outcome !== 'stored') this.#fail(outcome);
    else if (!this.broken) {
      this.#records.push(record);
      this.#shown = step.after;
      this.#watch.stored(step, record);
    }
    if (!this.underWay) this.#wake();
    return outcome;
  }

  #fail(outcome: AppendOutcome | 'stalled'): void {
    if (this.broken) return;
    this.#broken = true;
    const since = this.#tools.now();
    this.#tools.log.error({ outcome }, 'the log could not be written: nothing is acknowledged until it can');
    this.#watch.broke();
    this.#wake();
    this.#reloadSoon(since);
  }

  #wake(): void {
    for (const rested of this.#waiting) rested();
    this.#waiting.clear();
  }

  #reloadSoon(since: number): void {
    setTimeout(async () => {
      if (this.#closed) return;
      if (this.underWay || !(await this.#reload(since))) this.#reloadSoon(since);
    }, RELOAD_EVERY_MS);
  }

  async #reload(since: number): Promise<boolean> {
    const { store, log } = this.#tools;
    if (!(await store.healthy())) return false;
    const taken = await this.#aggregate.read().catch((error: unknown) => {
      log.error({ err: error }, 'the log cannot be read');
      return undefined;
    });
    if (taken === undefined) return false;
    const before = this.#shown;
    this.#records = [...taken.records];
    this.#ahead = taken.state;
    this.#shown = taken.state;
    this.#link = taken.link;
    this.#broken = false;
    log.info('the log can be written again');
    this.#watch.mended(before, since);
    return true;
  }
}
