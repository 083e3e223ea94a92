/**
 * The shell of one district: decides, appends, and only then answers and tells others.
 *
 * The state in memory may run ahead of the disk, so that commands need not wait for one another; what is shown is
 * always the state of the last durable record. When the store fails, nothing more is acknowledged: the session says
 * so, reads its log again, and goes on from there. Nothing of the game is decided here.
 */
import type { Seat } from '../../shared/engine/actors.ts';
import type { Command, DeskAction } from '../../shared/engine/commands.ts';
import { decide } from '../../shared/engine/decide.ts';
import type { DistrictFounded } from '../../shared/engine/events.ts';
import { evolve } from '../../shared/engine/evolve.ts';
import { isRefusal, type Refusal } from '../../shared/engine/refusals.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import type { DistrictLog } from '../../shared/log/jsonl.ts';
import { undoableTo } from '../../shared/log/played.ts';
import { type LogHeader, type LogOrigin, type LogRecord, makeRecord } from '../../shared/log/record.ts';
import { firstDifference, replay } from '../../shared/log/replay.ts';
import { type ParsedActRequest, toSeatAction } from '../../shared/protocol/schemas.ts';
import type { ActAnswer, DeskAnswer } from '../../shared/protocol/wire.ts';
import type { Logger } from '../logging.ts';
import { type AppendOutcome, districtStream, type EventStore } from '../storage/port.ts';
import { Answers } from './answers.ts';
import { Bots } from './bots.ts';
import type { Change } from './deliveries.ts';
import { beginningOf, type DistrictStage, deadlineOf, endOf, everybodyIn, relaxedMissing, waitedFor } from './pace.ts';
import { Presence } from './presence.ts';
import { foundDistrict, readDistrict, recordLine } from './stream.ts';

export interface SessionTools {
  readonly store: EventStore;
  readonly log: Logger;
  readonly now: () => number;
  /** 1: bots take their time like people; 0: at once. */
  readonly botPace: number;
}

export interface DistrictOrigin extends LogOrigin {
  readonly classId: string;
  /** Without it the game begins at once. */
  readonly stage?: () => DistrictStage;
  /** Called when the district has no log yet. */
  readonly found: () => DistrictFounded;
  /** When the server was last known to be alive: time lost since then is given back. */
  readonly lastAlive?: number;
  /** Whom a plan phase gives more time; without it nobody. */
  readonly relaxed?: (player: string) => boolean;
  /** To be looked at only: nothing happens there any more. */
  readonly readOnly?: boolean;
}

export type ChangeListener = (change: Change) => void;

/** `stopping`: this process lets the district go, and another may have it. */
type Closed = 'ended' | 'stopping';

interface Landed {
  readonly seq: number;
  readonly outcome: Promise<AppendOutcome>;
}

const STORE_UNAVAILABLE = { ok: false, refused: 'store-unavailable' } as const;
const RELOAD_EVERY_MS = 500;

export class DistrictSession {
  readonly id: string;
  readonly presence = new Presence();
  readonly #origin: DistrictOrigin;
  readonly #tools: SessionTools;
  readonly #listeners = new Set<ChangeListener>();
  readonly #bots: Bots;
  #log: LogRecord[] = [];
  #header: LogHeader;
  /** The length of the log, and whether there was something to take back in it. */
  #undoable = { length: -1, to: undefined as number | undefined };
  /** Decided, perhaps not yet durable. */
  #ahead: DistrictState;
  /** Of the last durable record: what anyone may be shown. */
  #shown: DistrictState;
  #answers = new Answers();
  #inFlight = 0;
  #brokenSince: number | undefined;
  #alarm: NodeJS.Timeout | undefined;
  #closed: Closed | undefined;

  private constructor(origin: DistrictOrigin, tools: SessionTools, log: DistrictLog) {
    this.id = origin.districtId;
    this.#origin = origin;
    this.#tools = { ...tools, log: tools.log.child({ districtId: origin.districtId }) };
    this.#bots = new Bots(
      { state: () => this.#ahead, act: (seat, action) => this.#own({ by: 'bot', seat, action }) },
      this.#tools,
    );
    this.#header = log.header;
    const state = this.#adopt(log);
    this.#ahead = state;
    this.#shown = state;
    if (origin.readOnly === true) this.#closed = 'ended';
  }

  /** Takes the district up from its log, or founds it. Rejects when the store cannot be used. */
  static async open(origin: DistrictOrigin, tools: SessionTools): Promise<DistrictSession> {
    const { store, log } = tools;
    const stored = await readDistrict(store, origin.districtId, log);
    const session = new DistrictSession(origin, tools, stored ?? (await foundDistrict(store, origin.found(), origin)));
    if (stored !== undefined) session.#creditDowntime(origin.lastAlive);
    session.#follow();
    return session;
  }

  /** Within its class, from 1. */
  get number(): number | undefined {
    return this.#origin.districtNumber;
  }

  get state(): DistrictState {
    return this.#shown;
  }

  /** The durable log, for exports. */
  get records(): readonly LogRecord[] {
    return this.#log;
  }

  get log(): DistrictLog {
    return { header: this.#header, records: this.#log };
  }

  get broken(): boolean {
    return this.#brokenSince !== undefined;
  }

  /** Whether there is a change of phase to take back. */
  get undoable(): boolean {
    return this.#undoTo() !== undefined;
  }

  waitingFor(): readonly Seat[] {
    return waitedFor(this.#shown, this.presence.isOnline);
  }

  onChange(listener: ChangeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Something a person in a seat wants. Safe to receive twice. */
  async act(seat: Seat, player: string, request: ParsedActRequest): Promise<ActAnswer> {
    const known = this.#answers.to(seat, request.id);
    if (known !== undefined) return known;
    const refusal = this.#refusal();
    if (refusal !== undefined) return refusal;
    return this.#answers.remember(seat, request.id, this.#decideAct(seat, player, request));
  }

  /** Something the instructor wants. Safe to receive twice. */
  async desk(action: DeskAction, commandId: string): Promise<DeskAnswer> {
    const known = this.#answers.to('desk', commandId);
    if (known !== undefined) return deskAnswer(await known);
    const refusal = this.#refusal();
    if (refusal !== undefined) return refusal;
    const landed = this.#land({ by: 'desk', action }, commandId);
    return deskAnswer(await this.#answers.remember('desk', commandId, landed));
  }

  /** Back to before the last change of phase. Safe to receive twice. */
  async undo(commandId: string): Promise<DeskAnswer> {
    const known = this.#answers.to('desk', commandId);
    if (known !== undefined) return deskAnswer(await known);
    const refusal = this.#refusal();
    if (refusal !== undefined) return refusal;
    return deskAnswer(await this.#answers.remember('desk', commandId, this.#undo(commandId)));
  }

  /** The class has come to another stage, or somebody in it is given more time or no longer. */
  followClass(): void {
    this.#follow();
  }

  /** A person is here: they get their seat back from the bot at once. */
  arrive(seat: Seat, player: string): void {
    this.presence.arrive(seat, player);
    this.seat(seat, player);
    this.#tellPresence();
  }

  leave(seat: Seat, player: string): void {
    this.presence.leave(seat, player);
    this.#follow();
    this.#tellPresence();
  }

  /** Seats as the class has them: nobody in a seat that is another's. Those who are not here come by themselves. */
  reseat(holders: ReadonlyMap<Seat, string>): void {
    const moved = this.#ahead.actors.filter(({ seat }) => this.#ahead.seats[seat]?.player !== holders.get(seat));
    for (const { seat } of moved) {
      if (this.#ahead.seats[seat]?.player !== undefined)
        this.#own({ by: 'system', action: { type: 'freeSeat', seat } });
    }
    for (const { seat } of moved) {
      const player = holders.get(seat);
      if (player !== undefined) {
        this.#own({ by: 'system', action: { type: 'assignSeat', seat, control: 'human', player } });
      }
    }
  }

  /** Gives the seat to the person unless they hold it already. */
  seat(seat: Seat, player: string): void {
    const held = this.#ahead.seats[seat];
    if (this.#ahead.phase === 'ended' || (held?.control === 'human' && held.player === player)) return;
    this.#own({ by: 'system', action: { type: 'assignSeat', seat, control: 'human', player } });
  }

  /** Stops the clock and the bots for good; what is under way still lands. */
  close(why: Closed = 'stopping'): void {
    this.#closed = this.#closed === 'ended' ? 'ended' : why;
    this.#rest();
  }

  /** Why nothing can be decided now. A process that stops says what passes: another takes the district up. */
  #refusal(): { readonly ok: false; readonly refused: 'class-ended' | 'store-unavailable' } | undefined {
    if (this.#closed === 'ended') return { ok: false, refused: 'class-ended' };
    return this.#closed === 'stopping' || this.broken ? STORE_UNAVAILABLE : undefined;
  }

  async #decideAct(seat: Seat, player: string, request: ParsedActRequest): Promise<ActAnswer> {
    if (request.round !== this.#ahead.round) {
      return { ok: false, refused: request.round < this.#ahead.round ? 'too-late' : 'not-understood' };
    }
    this.seat(seat, player);
    return this.#land({ by: 'human', seat, action: toSeatAction(request.action) }, request.id);
  }

  async #undo(commandId: string): Promise<ActAnswer> {
    while (this.#inFlight > 0) await new Promise((landed) => setImmediate(landed));
    if (this.broken) return STORE_UNAVAILABLE;
    const to = this.#undoTo();
    return to === undefined
      ? { ok: false, refused: 'nothing-to-undo' }
      : this.#land({ by: 'desk', action: { type: 'undo', to } }, commandId);
  }

  #undoTo(): number | undefined {
    if (this.#undoable.length !== this.#log.length) {
      this.#undoable = { length: this.#log.length, to: undoableTo(this.#log) };
    }
    return this.#undoable.to;
  }

  async #land(command: Omit<Command, 'at'>, commandId: string): Promise<ActAnswer> {
    const landed = this.#dispatch(command, commandId);
    if (isRefusal(landed)) return { ok: false, ...landed };
    this.#follow();
    return (await landed.outcome) === 'stored' ? { ok: true, seq: landed.seq } : STORE_UNAVAILABLE;
  }

  /** For bots and the clock, who have nobody to answer to: trouble is noted, and never takes the server down. */
  #own(command: Omit<Command, 'at'>): boolean {
    if (this.broken || this.#closed !== undefined) return false;
    const about = { by: command.by, seat: command.seat, action: command.action.type };
    try {
      const landed = this.#dispatch(command);
      if (isRefusal(landed)) {
        this.#tools.log.debug({ ...about, refused: landed.refused }, 'own command refused');
        return false;
      }
    } catch (error) {
      this.#tools.log.error({ ...about, err: error }, 'own command failed');
      return false;
    }
    this.#follow();
    return true;
  }

  #dispatch(wanted: Omit<Command, 'at'>, commandId?: string): Refusal | Landed {
    const command: Command = { ...wanted, at: this.#tools.now() };
    const before = this.#ahead;
    const events = decide(before, command, (seq) => replay({ header: this.#header, records: this.#log }, seq).state);
    if (isRefusal(events)) return events;
    const after = events.reduce(evolve, before);
    const seq = this.#nextSeq();
    const record = makeRecord(seq, before, command, events, after, commandId);
    this.#ahead = after;
    return { seq, outcome: this.#append(record, { before, after, events, decidedAt: performance.now() }) };
  }

  async #append(record: LogRecord, change: Change): Promise<AppendOutcome> {
    this.#inFlight += 1;
    const { classId } = this.#origin;
    const outcome = await this.#tools.store.append(districtStream(this.id), classId, record.seq, [recordLine(record)]);
    this.#inFlight -= 1;
    if (outcome !== 'stored') this.#fail(outcome);
    else if (!this.broken) {
      this.#log.push(record);
      this.#shown = change.after;
      this.#tell(change);
    }
    return outcome;
  }

  #nextSeq(): number {
    return this.#log.length + this.#inFlight + 1;
  }

  /** What follows by itself from the state as it is: the next phase, an alarm for the clock, bots that set to work. */
  #follow(): void {
    if (this.#closed !== undefined || this.broken) return;
    const begins = beginningOf(this.#ahead, this.#origin.stage?.() ?? 'game');
    if (begins !== undefined) this.#own({ by: 'system', action: { type: begins } });
    else if (everybodyIn(this.#ahead, this.presence.isOnline)) this.#advance();
    else {
      this.#setAlarm();
      this.#bots.look();
    }
  }

  #advance(): void {
    this.#own({ by: 'system', action: { type: 'advancePhase' } });
  }

  #setAlarm(): void {
    clearTimeout(this.#alarm);
    this.#alarm = undefined;
    const end = endOf(this.#ahead, this.#isRelaxed);
    if (end === undefined) return;
    this.#alarm = setTimeout(
      () => {
        if (this.#tools.now() < end) this.#setAlarm();
        else if (!this.#relaxes()) this.#advance();
      },
      Math.max(0, end - this.#tools.now()),
    );
  }

  readonly #isRelaxed = (player: string): boolean => this.#origin.relaxed?.(player) === true;

  /** Once in a plan phase it waits for people who are here and are given more time (rule R10). */
  #relaxes(): boolean {
    const { clock, settings } = this.#ahead;
    if (clock.relaxedMs !== undefined) return false;
    if (!relaxedMissing(this.#ahead, this.#isRelaxed).some(this.presence.isOnline)) return false;
    return this.#own({ by: 'system', action: { type: 'extendClock', ms: settings.planMs, reason: 'relaxed' } });
  }

  #rest(): void {
    clearTimeout(this.#alarm);
    this.#alarm = undefined;
    this.#bots.stop();
  }

  #tellPresence(): void {
    this.#tell({ before: this.#shown, after: this.#shown, events: [] });
  }

  #tell(change: Change): void {
    for (const listener of this.#listeners) {
      try {
        listener(change);
      } catch (error) {
        this.#tools.log.error({ err: error }, 'a listener failed');
      }
    }
  }

  #fail(outcome: AppendOutcome): void {
    if (this.broken) return;
    this.#brokenSince = this.#tools.now();
    this.#tools.log.error({ outcome }, 'the log could not be written: nothing is acknowledged until it can');
    this.#rest();
    this.#tellPresence();
    this.#reloadSoon();
  }

  #reloadSoon(): void {
    setTimeout(async () => {
      if (this.#closed !== undefined) return;
      if (this.#inFlight > 0 || !(await this.#reload())) this.#reloadSoon();
    }, RELOAD_EVERY_MS);
  }

  async #reload(): Promise<boolean> {
    const { store, log } = this.#tools;
    if (!(await store.healthy())) return false;
    const stored = await readDistrict(store, this.id, log).catch((error: unknown) => {
      log.error({ err: error }, 'the log cannot be read');
      return undefined;
    });
    if (stored === undefined) return false;
    const before = this.#shown;
    this.#ahead = this.#adopt(stored);
    this.#shown = this.#ahead;
    const since = this.#brokenSince;
    this.#brokenSince = undefined;
    log.info('the log can be written again');
    this.#creditDowntime(since);
    for (const [seat, player] of this.presence.players) this.seat(seat, player);
    this.#follow();
    this.#tell({ before, after: this.#shown, events: [], anew: true });
    return true;
  }

  #adopt(log: DistrictLog): DistrictState {
    const { state, checks } = replay(log);
    const differs = firstDifference(checks);
    if (differs !== undefined) this.#tools.log.error({ ...differs }, 'a recorded hash differs');
    this.#header = log.header;
    this.#log = [...log.records];
    this.#answers = new Answers(log.records);
    return state;
  }

  /** A phase keeps what was left of it when the server went away. */
  #creditDowntime(lastAlive: number | undefined): void {
    const last = Math.max(lastAlive ?? 0, this.#log.at(-1)?.at ?? 0);
    const ms = this.#tools.now() - last;
    if (last === 0 || ms <= 0 || deadlineOf(this.#ahead) === undefined) return;
    this.#own({ by: 'system', action: { type: 'extendClock', ms, reason: 'downtime' } });
  }
}

function deskAnswer(answer: ActAnswer): DeskAnswer {
  return answer.ok ? { ok: true } : answer;
}
