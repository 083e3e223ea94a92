/**
 * The shell of one district: who wants something, what follows by itself, and when; it answers and tells others once
 * the ledger has it on the disk. While the ledger is broken nothing is acknowledged, and no clock runs. Nothing of the
 * game is decided here.
 */
import type { Seat } from '../../shared/engine/actors.ts';
import type { Command, DeskAction } from '../../shared/engine/commands.ts';
import type { DistrictEvent, DistrictFounded } from '../../shared/engine/events.ts';
import { RULES_VERSION } from '../../shared/engine/founding.ts';
import { isRefusal } from '../../shared/engine/refusals.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import { readTalk } from '../../shared/engine/talk.ts';
import type { Finding } from '../../shared/log/findings.ts';
import type { FutureRound } from '../../shared/log/future.ts';
import type { DistrictLog } from '../../shared/log/jsonl.ts';
import type { LogOrigin, LogRecord } from '../../shared/log/record.ts';
import type { DeskAnswer } from '../../shared/protocol/class-room.ts';
import type { WireRefusal } from '../../shared/protocol/refusals.ts';
import type { ActAnswer, ActRequest } from '../../shared/protocol/wire.ts';
import { Answers } from '../aggregate/answers.ts';
import type { LedgerTools } from '../aggregate/ledger.ts';
import type { EventLog, KeptWords } from '../storage/port.ts';
import { Bots } from './bots.ts';
import type { Change } from './deliveries.ts';
import { DistrictLedger } from './district-ledger.ts';
import { beginningOf, type DistrictStage, deadlineOf, endOf, everybodyIn, relaxedMissing, waitedFor } from './pace.ts';
import { Presence } from './presence.ts';
import { Spoken } from './spoken.ts';
import type { Stalls } from './stalls.ts';
import { beginDistrict, foundedLog, readDistrict, type StoredDistrict } from './stream.ts';
import { type Outlook, Tempo, timesToEndBy } from './tempo.ts';

export interface SessionTools extends LedgerTools {
  readonly store: EventLog;
  /** 1: bots take their time like people; 0: at once. */
  readonly botPace: number;
  /** Without it no time is given back for a process that stood still. */
  readonly stalls?: Stalls;
}

export interface DistrictOrigin extends LogOrigin {
  readonly classId: string;
  /** Without it the game begins at once. */
  readonly stage?: () => DistrictStage;
  /** Called when the district has no log yet. */
  readonly found: () => DistrictFounded;
  /** What recorded seats go on with, by round; without it there are none. */
  readonly future?: () => Promise<ReadonlyMap<number, FutureRound>>;
  /** Whether it is too late for people to decide anything. */
  readonly over?: () => boolean;
  /** Instead of `found`, where it goes on from a past. */
  readonly goOn?: () => Promise<DistrictLog>;
  /** When the server was last known to be alive: time lost since then is given back. */
  readonly lastAlive?: number;
  /** When it was repaired: nothing ran there from its last record until then. */
  readonly repairedAt?: number;
  /** Whom a plan phase gives more time; without it nobody. */
  readonly relaxed?: (player: string) => boolean;
  /** From which round on a latecomer plays; without it everybody does at once. */
  readonly firstRound?: (player: string) => number | undefined;
  /** Who sits where, as the class has it; without it whoever is here keeps their seat. */
  readonly holders?: () => ReadonlyMap<Seat, string>;
  /** Whether a phase that is over by itself still waits for other districts of the class. */
  readonly held?: (state: DistrictState) => boolean;
  /** To be looked at only: nothing happens there any more. */
  readonly readOnly?: boolean;
}

export type ChangeListener = (change: Change) => void;

/**
 * `stopping`: this process lets the district go, and another may have it. `record-damaged`, `rules-older`: it can be
 * looked at, and nothing can be decided in it any more.
 */
type Closed = 'ended' | 'stopping' | 'record-damaged' | 'rules-older';

/** Who sends requests with an id. */
type Sender = Seat | 'desk';

const ANSWERS_KEPT = 500;
const STORE_UNAVAILABLE = { ok: false, refused: 'store-unavailable' } as const;

export class DistrictSession {
  readonly id: string;
  readonly presence = new Presence();
  readonly spoken: Spoken;
  /** Where its record is damaged, if it is. */
  readonly damage: Finding | undefined;
  readonly #origin: DistrictOrigin;
  readonly #tools: SessionTools;
  readonly #listeners = new Set<ChangeListener>();
  readonly #bots: Bots;
  readonly #ledger: DistrictLedger;
  /** By the name of a request: the place of the record it led to. */
  #onRecord = new Map<string, number>();
  readonly #answers = new Answers<ActAnswer>(ANSWERS_KEPT, (request) => {
    const seq = this.#onRecord.get(request);
    return seq === undefined ? undefined : { ok: true, seq };
  });
  #tempo = new Tempo();
  #alarm: NodeJS.Timeout | undefined;
  #closed: Closed | undefined;
  #stopWatching: (() => void) | undefined;

  private constructor(
    origin: DistrictOrigin,
    tools: SessionTools,
    { log, damage }: StoredDistrict,
    spoken: Spoken,
    future: ReadonlyMap<number, FutureRound> | undefined,
  ) {
    this.spoken = spoken;
    this.damage = damage;
    this.id = origin.districtId;
    this.#origin = origin;
    this.#tools = { ...tools, log: tools.log.child({ districtId: origin.districtId }) };
    this.#ledger = new DistrictLedger(origin.classId, log, this.#tools, {
      landed: (step, record) => {
        this.#remember(record);
        this.#tell(step);
        this.#welcome(step.events);
      },
      broke: () => this.#broke(),
      mended: (before, since) => this.#mended(before, since),
    });
    for (const record of log.records) this.#remember(record);
    this.#bots = new Bots(
      {
        state: () => this.#ahead,
        act: (seat, action, by = 'bot') => this.#own({ by, seat, action }),
        falter: () => this.#own({ by: 'system', action: { type: 'falter' } }),
      },
      this.#tools,
      future,
    );
    if (origin.readOnly === true) this.#closed = 'ended';
    else if (damage !== undefined) this.#closed = 'record-damaged';
    else if (log.header.rulesVersion !== RULES_VERSION) this.#closed = 'rules-older';
  }

  /** Takes the district up from its log, or founds it. Rejects when the store cannot be used. */
  static async open(origin: DistrictOrigin, tools: SessionTools): Promise<DistrictSession> {
    const { store, log } = tools;
    const stored = await readDistrict(store, origin.districtId);
    const { districtId } = origin;
    if (stored?.damage !== undefined)
      log.error({ districtId, ...stored.damage }, 'the record of a district is damaged');
    const begun = stored ?? { log: await begin(store, origin) };
    const spoken = await Spoken.open(store, districtId);
    const session = new DistrictSession(origin, tools, begun, spoken, await origin.future?.());
    const { lastAlive, repairedAt = 0 } = origin;
    const stoodStill = (session.records.at(-1)?.at ?? 0) < repairedAt;
    if (stored !== undefined) session.#creditDowntime(stoodStill ? undefined : lastAlive);
    session.#follow();
    session.#stopWatching = tools.stalls?.onStall((ms) => session.#stoodStill(ms));
    return session;
  }

  /** Within its class, from 1. */
  get number(): number | undefined {
    return this.#origin.districtNumber;
  }

  get state(): DistrictState {
    return this.#ledger.shown;
  }

  /** The durable log, for exports. */
  get records(): readonly LogRecord[] {
    return this.#ledger.log.records;
  }

  get log(): DistrictLog {
    return this.#ledger.log;
  }

  get broken(): boolean {
    return this.#ledger.broken;
  }

  /** Whether there is a change of phase to take back. */
  get undoable(): boolean {
    return this.#ledger.undoTo() !== undefined;
  }

  /** Decided, perhaps not yet durable. */
  get #ahead(): DistrictState {
    return this.#ledger.ahead;
  }

  /** The phase is over by itself: the clock ran out, or everybody is in. */
  get done(): boolean {
    const end = endOf(this.#ahead, this.#isRelaxed);
    return everybodyIn(this.#ahead, this.presence.isOnline) || (end !== undefined && this.#tools.now() >= end);
  }

  /** Done, and waiting for other districts of the class. */
  get held(): boolean {
    return this.#closed === undefined && this.done && this.#isHeld();
  }

  /** When the rest of the game will be over, as far as anything tells. */
  get outlook(): Outlook | undefined {
    return this.#tempo.outlook(this.state);
  }

  waitingFor(): readonly Seat[] {
    return waitedFor(this.state, this.presence.isOnline);
  }

  onChange(listener: ChangeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Something a person in a seat wants. Safe to receive twice. */
  act(seat: Seat, player: string, request: ActRequest): Promise<ActAnswer> {
    return this.#once(seat, request.id, () => this.#decideAct(seat, player, request));
  }

  /** Something the instructor wants. Safe to receive twice. */
  async desk(action: DeskAction, commandId: string): Promise<DeskAnswer> {
    return deskAnswer(await this.#once('desk', commandId, () => this.#land({ by: 'desk', action }, commandId)));
  }

  /** Makes what is left shorter or longer, so that it is over by then. Safe to receive twice. */
  async endBy(end: number, commandId: string): Promise<DeskAnswer> {
    return deskAnswer(
      await this.#once('desk', commandId, async () => {
        const times = timesToEndBy(this.#ahead, this.#tools.now(), end);
        if (isRefusal(times)) return { ok: false, ...times };
        return this.#land({ by: 'desk', action: { type: 'setTimes', ...times } }, commandId);
      }),
    );
  }

  /** Back to before the last change of phase. Safe to receive twice. */
  async undo(commandId: string): Promise<DeskAnswer> {
    return deskAnswer(await this.#once('desk', commandId, () => this.#undo(commandId)));
  }

  #once(sender: Sender, id: string, ask: () => Promise<ActAnswer>): Promise<ActAnswer> {
    return this.#answers.once(nameOf(sender, id), async () => this.#refusal() ?? ask());
  }

  /** So that a request that is sent again is known by its record. */
  #remember({ seat, commandId, seq, at, events }: LogRecord): void {
    this.#tempo.take(at, events);
    if (commandId !== undefined) this.#onRecord.set(nameOf(seat ?? 'desk', commandId), seq);
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

  /** Seats as the class has them: nobody in a seat that is another's, and everybody in their own, here or not. */
  reseat(holders: ReadonlyMap<Seat, string>): void {
    const moved = this.#ahead.actors.filter(({ seat }) => this.#ahead.seats[seat]?.player !== holders.get(seat));
    for (const { seat } of moved) {
      if (this.#ahead.seats[seat]?.player !== undefined)
        this.#own({ by: 'system', action: { type: 'freeSeat', seat } });
    }
    for (const { seat } of moved) {
      const player = holders.get(seat);
      if (player !== undefined) this.#assign(seat, player);
    }
  }

  /** Gives the seat to the person unless they hold it already; to a latecomer while its bot goes on. */
  seat(seat: Seat, player: string): void {
    const held = this.#ahead.seats[seat];
    if (this.#ahead.phase === 'ended') return;
    if (held?.player === player && (held.control === 'human' || this.#beginsLater(player))) return;
    this.#assign(seat, player);
  }

  #assign(seat: Seat, player: string): void {
    const control = this.#beginsLater(player) ? 'bot' : 'human';
    this.#own({ by: 'system', action: { type: 'assignSeat', seat, control, player } });
  }

  #beginsLater(player: string): boolean {
    const { practice, round } = this.#ahead;
    return practice === undefined && round < (this.#origin.firstRound?.(player) ?? 0);
  }

  /** Latecomers begin with the news of their first round. */
  #welcome(events: readonly DistrictEvent[]): void {
    for (const event of events) {
      if (event.type !== 'PhaseBegan' || event.phase !== 'news') continue;
      for (const [seat, { control, player }] of this.#ahead.seats.entries()) {
        if (control !== 'bot' || player === undefined) continue;
        if (this.#origin.firstRound?.(player) === event.round) this.#assign(seat, player);
      }
    }
  }

  /** Stops the clock and the bots for good; what is under way still lands. */
  close(why: Closed = 'stopping'): void {
    if (this.#closed === undefined || why === 'ended') this.#closed = why;
    this.#ledger.close();
    this.#stopWatching?.();
    this.#rest();
  }

  /** Why nothing can be decided now. A process that stops says what passes: another takes the district up. */
  #refusal(): ({ readonly ok: false } & WireRefusal) | undefined {
    if (this.#closed === 'ended') return { ok: false, refused: 'class-ended' };
    if (this.#closed === 'record-damaged' || this.#closed === 'rules-older')
      return { ok: false, refused: this.#closed };
    return this.#closed === 'stopping' || this.broken ? STORE_UNAVAILABLE : undefined;
  }

  async #decideAct(seat: Seat, player: string, request: ActRequest): Promise<ActAnswer> {
    if (this.#origin.over?.() === true) return { ok: false, refused: 'homework-over' };
    const { round, practice } = this.#ahead;
    if (request.round !== round) return { ok: false, refused: request.round < round ? 'too-late' : 'not-understood' };
    if (request.practice === true && practice === undefined) return { ok: false, refused: 'too-late' };
    const waits = this.#beginsLater(player) && this.#ahead.seats[seat]?.control === 'bot';
    const { action } = request;
    if (waits && action.type !== 'say' && action.type !== 'sayReady') return { ok: false, refused: 'begins-later' };
    if (action.type === 'takeSeat') return this.#takeSeat(seat, player, request.id);
    this.seat(seat, player);
    if (action.type === 'say') return this.#say(seat, player, action, request.id);
    return this.#land({ by: 'human', seat, action }, request.id);
  }

  #say(
    seat: Seat,
    player: string,
    { text, ...action }: Extract<ActRequest['action'], { type: 'say' }>,
    commandId: string,
  ): ActAnswer | Promise<ActAnswer> {
    const read = readTalk(text);
    if (isRefusal(read)) return { ok: false, ...read };
    const own = this.spoken.take(read, player);
    return this.#land({ by: 'human', seat, action: { ...action, words: own.words } }, commandId, [own]);
  }

  /** Nothing the person said is shown any more. */
  forget(player: string): void {
    this.spoken.forget(player);
    this.#tell({ before: this.state, after: this.state, events: [], anew: true });
  }

  #takeSeat(seat: Seat, player: string, commandId: string): ActAnswer | Promise<ActAnswer> {
    const held = this.state.seats[seat];
    if (held?.control === 'human' && held.player === player) return { ok: true, seq: this.records.length };
    return this.#land({ by: 'system', action: { type: 'assignSeat', seat, control: 'human', player } }, commandId);
  }

  async #undo(commandId: string): Promise<ActAnswer> {
    while (this.#ledger.underWay && !this.broken) await this.#ledger.rested();
    const refusal = this.#refusal();
    if (refusal !== undefined) return refusal;
    const to = this.#ledger.undoTo();
    return to === undefined
      ? { ok: false, refused: 'nothing-to-undo' }
      : this.#land({ by: 'desk', action: { type: 'undo', to } }, commandId);
  }

  async #land(command: Omit<Command, 'at'>, commandId: string, words: readonly KeptWords[] = []): Promise<ActAnswer> {
    // What was sent while the process stood still may be read before any timer runs.
    this.#tools.stalls?.look();
    const landed = this.#ledger.dispatch(command, commandId, words);
    if (isRefusal(landed)) return { ok: false, ...landed };
    this.#follow();
    return (await landed.outcome) === 'stored' ? { ok: true, seq: landed.seq } : STORE_UNAVAILABLE;
  }

  /** For bots and the clock, who have nobody to answer to: trouble is noted, and never takes the server down. */
  #own(command: Omit<Command, 'at'>): boolean {
    if (this.broken || this.#closed !== undefined) return false;
    const about = { by: command.by, seat: command.seat, action: command.action.type };
    try {
      const landed = this.#ledger.dispatch(command);
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

  /** What follows by itself from the state as it is: the next phase, an alarm for the clock, bots that set to work. */
  #follow(): void {
    if (this.#closed !== undefined || this.broken) return;
    // Time for which the process stood still is given back before a clock that ran out is heard.
    if (this.done) this.#tools.stalls?.look();
    const begins = beginningOf(this.#ahead, this.#origin.stage?.() ?? 'game');
    if (begins !== undefined) this.#own({ by: 'system', action: { type: begins } });
    else if (this.done && !this.#isHeld() && !this.#relaxes()) this.#advance();
    else {
      if (!this.done) this.#setAlarm();
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
        this.#tools.stalls?.look();
        const due = endOf(this.#ahead, this.#isRelaxed);
        if (due === undefined) return;
        if (this.#tools.now() < due) this.#setAlarm();
        else if (this.#isHeld()) this.#tellPresence();
        else this.#follow();
      },
      Math.max(0, end - this.#tools.now()),
    );
  }

  #isHeld(): boolean {
    return this.#origin.held?.(this.#ahead) === true;
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
    this.#tell({ before: this.state, after: this.state, events: [] });
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

  #broke(): void {
    this.#rest();
    this.#tellPresence();
  }

  #mended(before: DistrictState, since: number): void {
    this.#onRecord = new Map();
    this.#tempo = new Tempo();
    for (const record of this.records) this.#remember(record);
    this.#creditDowntime(since);
    const holders = this.#origin.holders?.();
    if (holders !== undefined) this.reseat(holders);
    for (const [seat, player] of this.presence.players) {
      if (holders === undefined || holders.get(seat) === player) this.seat(seat, player);
    }
    this.#follow();
    this.#tell({ before, after: this.state, events: [], anew: true });
  }

  #stoodStill(ms: number): void {
    this.#tools.log.warn({ ms: Math.round(ms) }, 'the process stood still; the clock gives it back');
    this.#creditDowntime(this.#tools.now() - Math.round(ms));
  }

  /** A phase keeps what was left of it when the server went away. */
  #creditDowntime(lastAlive: number | undefined): void {
    const last = Math.max(lastAlive ?? 0, this.records.at(-1)?.at ?? 0);
    const ms = this.#tools.now() - last;
    if (last === 0 || ms <= 0 || deadlineOf(this.#ahead) === undefined) return;
    this.#own({ by: 'system', action: { type: 'extendClock', ms, reason: 'downtime' } });
  }
}

async function begin(store: EventLog, origin: DistrictOrigin): Promise<DistrictLog> {
  const log = (await origin.goOn?.()) ?? foundedLog(origin.found(), origin);
  await beginDistrict(store, origin.classId, log);
  return log;
}

function deskAnswer(answer: ActAnswer): DeskAnswer {
  return answer.ok ? { ok: true } : answer;
}

function nameOf(sender: Sender, commandId: string): string {
  return `${sender} ${commandId}`;
}
