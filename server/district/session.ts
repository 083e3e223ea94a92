/**
 * The shell of one district: takes requests of people and the desk, answers, and informs others once the ledger is
 * durable. `seating.ts` seats people; `phase-clock.ts` and `bots.ts` what happens by itself. While the ledger is
 * broken nothing is acknowledged and no clock runs. It decides no rule.
 */
import type { Seat } from '../../shared/engine/actors.ts';
import type { Command, DeskAction } from '../../shared/engine/commands.ts';
import { RULES_VERSION } from '../../shared/engine/founding.ts';
import { isRefusal } from '../../shared/engine/refusals.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import { readTalk } from '../../shared/engine/talk.ts';
import type { Finding } from '../../shared/log/findings.ts';
import type { FutureRound } from '../../shared/log/future.ts';
import type { DistrictLog } from '../../shared/log/jsonl.ts';
import type { LogRecord } from '../../shared/log/record.ts';
import type { DeskAnswer } from '../../shared/protocol/class-room.ts';
import type { WireRefusal } from '../../shared/protocol/refusals.ts';
import type { ActAnswer, ActRequest } from '../../shared/protocol/wire.ts';
import { callAll } from '../aggregate/call-all.ts';
import { STORE_UNAVAILABLE } from '../aggregate/ledger.ts';
import type { EventLog, KeptWords } from '../storage/port.ts';
import { type BotCallbacks, Bots } from './bots.ts';
import type { Change } from './deliveries.ts';
import { DistrictLedger } from './district-ledger.ts';
import { DurationEstimator, type TimeEstimate, timesToEndBy } from './duration-estimator.ts';
import type { DistrictOrigin, SessionCallbacks, SessionTools } from './origin.ts';
import { deadlineOf, waitedFor } from './pace.ts';
import { type ClockCallbacks, PhaseClock } from './phase-clock.ts';
import { Presence } from './presence.ts';
import { Requests } from './requests.ts';
import { Seating } from './seating.ts';
import { beginDistrict, foundedLog, readDistrict, type StoredDistrict } from './stream.ts';
import { TalkTexts } from './talk-texts.ts';

export type ChangeListener = (change: Change) => void;

/**
 * `stopping`: this process unloads the district, and another may load it. `record-damaged`, `rules-older`: it can be
 * viewed but accepts no command.
 */
type Closed = 'ended' | 'stopping' | 'record-damaged' | 'rules-older';

export class DistrictSession {
  readonly id: string;
  readonly presence = new Presence();
  readonly talkTexts: TalkTexts;
  /** The damage in its record, if any. */
  readonly damage: Finding | undefined;
  readonly #origin: DistrictOrigin;
  readonly #tools: SessionTools;
  readonly #listeners = new Set<ChangeListener>();
  readonly #seating: Seating;
  readonly #clock: PhaseClock;
  readonly #bots: Bots;
  readonly #ledger: DistrictLedger;
  readonly #requests = new Requests();
  #tempo = new DurationEstimator();
  #closed: Closed | undefined;

  private constructor(
    origin: DistrictOrigin,
    tools: SessionTools,
    { log, damage }: StoredDistrict,
    talkTexts: TalkTexts,
    future: ReadonlyMap<number, FutureRound> | undefined,
  ) {
    this.talkTexts = talkTexts;
    this.damage = damage;
    this.id = origin.districtId;
    this.#origin = origin;
    this.#tools = { ...tools, log: tools.log.child({ districtId: origin.districtId }) };
    this.#ledger = new DistrictLedger(origin.classId, log, this.#tools, {
      stored: (step, record) => {
        this.#remember(record);
        this.#tell(step);
        this.#seating.welcome(step.events);
      },
      broke: () => this.#broke(),
      mended: (before, since) => this.#mended(before, since),
    });
    for (const record of log.records) this.#remember(record);
    const callbacks = { state: () => this.#ahead, own: (command: Omit<Command, 'at'>) => this.#own(command) };
    this.#seating = new Seating(callbacks, origin.firstRound);
    this.#clock = new PhaseClock(this.#clockCallbacks(callbacks), origin, this.#tools);
    this.#bots = new Bots(this.#botCallbacks(callbacks), this.#tools, future);
    if (origin.readOnly === true) this.#closed = 'ended';
    else if (damage !== undefined) this.#closed = 'record-damaged';
    else if (log.header.rulesVersion !== RULES_VERSION) this.#closed = 'rules-older';
  }

  /** Loads the district from its log, or founds it. Rejects if the store fails. */
  static async open(origin: DistrictOrigin, tools: SessionTools): Promise<DistrictSession> {
    const { store, log } = tools;
    const stored = await readDistrict(store, origin.districtId);
    const { districtId } = origin;
    if (stored?.damage !== undefined)
      log.error({ districtId, ...stored.damage }, 'the record of a district is damaged');
    const begun = stored ?? { log: await begin(store, origin) };
    const talkTexts = await TalkTexts.open(store, districtId);
    const session = new DistrictSession(origin, tools, begun, talkTexts, await origin.future?.());
    const { lastAlive, repairedAt = 0 } = origin;
    const stoodStill = (session.records.at(-1)?.at ?? 0) < repairedAt;
    if (stored !== undefined) session.#clock.giveBackSince(stoodStill ? undefined : lastAlive);
    session.#clock.begin();
    return session;
  }

  #clockCallbacks(callbacks: SessionCallbacks): ClockCallbacks {
    return {
      ...callbacks,
      resting: () => this.#closed !== undefined || this.broken,
      isOnline: this.presence.isOnline,
      recordedAt: () => this.records.at(-1)?.at,
      onAdvance: () => this.#bots.look(),
      onWaiting: () => this.#tellPresence(),
    };
  }

  #botCallbacks({ state, own }: SessionCallbacks): BotCallbacks {
    return {
      state,
      act: (seat, action, by = 'bot') => own({ by, seat, action }),
      falter: () => own({ by: 'system', action: { type: 'falter' } }),
    };
  }

  /** Number within its class, from 1. */
  get number(): number | undefined {
    return this.#origin.districtNumber;
  }

  get state(): DistrictState {
    return this.#ledger.shown;
  }

  /** The durable records, for exports. */
  get records(): readonly LogRecord[] {
    return this.#ledger.log.records;
  }

  get log(): DistrictLog {
    return this.#ledger.log;
  }

  get broken(): boolean {
    return this.#ledger.broken;
  }

  /** Whether there is a change of phase to undo. */
  get undoable(): boolean {
    return this.#ledger.undoTo() !== undefined;
  }

  /** The state as decided, perhaps not yet durable. */
  get #ahead(): DistrictState {
    return this.#ledger.ahead;
  }

  /** The phase has ended by itself: the clock ran out, or everybody is ready. */
  get done(): boolean {
    return this.#clock.done;
  }

  /** Done, but waiting for other districts of the class or for the desk. */
  get waitsForOthers(): boolean {
    return this.#closed === undefined && this.#clock.waitsForOthers;
  }

  /** Whether only the desk can end the phase on screen. */
  get endWaits(): boolean {
    return this.#closed === undefined && this.#clock.endWaitsIn(this.state);
  }

  /** Time of the phase's end by the clock; undefined if no clock runs. */
  get deadline(): number | undefined {
    return this.endWaits ? undefined : deadlineOf(this.state);
  }

  /** Estimate of when the rest of the game is over, if there is one. */
  get outlook(): TimeEstimate | undefined {
    return this.#tempo.outlook(this.state);
  }

  waitingFor(): readonly Seat[] {
    return waitedFor(this.state, this.presence.isOnline);
  }

  onChange(listener: ChangeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** A person's request from a seat. Idempotent by id. */
  act(seat: Seat, player: string, request: ActRequest): Promise<ActAnswer> {
    return this.#once(seat, request.id, () => this.#decideAct(seat, player, request));
  }

  /** The instructor's request. Idempotent by id. */
  async desk(action: DeskAction, commandId: string): Promise<DeskAnswer> {
    return deskAnswer(await this.#once('desk', commandId, () => this.#land({ by: 'desk', action }, commandId)));
  }

  /** Scales the rest of the game to end at `end`. Idempotent by id. */
  async endBy(end: number, commandId: string): Promise<DeskAnswer> {
    return deskAnswer(
      await this.#once('desk', commandId, async () => {
        const times = timesToEndBy(this.#ahead, this.#tools.now(), end);
        if (isRefusal(times)) return { ok: false, ...times };
        return this.#land({ by: 'desk', action: { type: 'setTimes', ...times } }, commandId);
      }),
    );
  }

  /** Undoes the last change of phase. Idempotent by id. */
  async undo(commandId: string): Promise<DeskAnswer> {
    return deskAnswer(await this.#once('desk', commandId, () => this.#undo(commandId)));
  }

  #once(sender: Seat | 'desk', id: string, ask: () => Promise<ActAnswer>): Promise<ActAnswer> {
    return this.#requests.once(sender, id, async () => {
      // Requests sent while the process stood still may be read before any timer runs.
      this.#tools.stalls?.check();
      return this.#refusal() ?? ask();
    });
  }

  #remember(record: LogRecord): void {
    this.#tempo.take(record.at, record.events);
    this.#requests.remember(record);
  }

  /** Call when the class changes stage, or somebody's extra time. */
  followClass(): void {
    this.#clock.follow();
  }

  /** A person has connected: they get their seat back from the bot at once. */
  arrive(seat: Seat, player: string): void {
    this.presence.arrive(seat, player);
    this.#seating.seat(seat, player);
    this.#tellPresence();
  }

  leave(seat: Seat, player: string): void {
    this.presence.leave(seat, player);
    this.#clock.follow();
    this.#tellPresence();
  }

  /** Seats people as the class has them, online or not, and frees all other seats. */
  reseat(holders: ReadonlyMap<Seat, string>): void {
    this.#seating.reseat(holders);
  }

  /** Stops clock and bots for good; appends in flight still finish. */
  close(why: Closed = 'stopping'): void {
    if (this.#closed === undefined || why === 'ended') this.#closed = why;
    this.#ledger.close();
    this.#clock.close();
    this.#bots.stop();
  }

  /** Why nothing can be decided now. A process that stops gives a passing reason, since another loads the district. */
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
    const { action } = request;
    const waits = this.#seating.waits(seat, player);
    if (waits && action.type !== 'say' && action.type !== 'sayReady') return { ok: false, refused: 'begins-later' };
    if (action.type === 'takeSeat') return this.#takeSeat(seat, player, request.id);
    this.#seating.seat(seat, player);
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
    const own = this.talkTexts.take(read, player);
    return this.#land({ by: 'human', seat, action: { ...action, words: own.words } }, commandId, [own]);
  }

  /** Hides everything the person has said. */
  forget(player: string): void {
    this.talkTexts.forget(player);
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
    const landed = this.#ledger.dispatch(command, commandId, words);
    if (isRefusal(landed)) return { ok: false, ...landed };
    this.#clock.follow();
    return (await landed.outcome) === 'stored' ? { ok: true, seq: landed.seq } : STORE_UNAVAILABLE;
  }

  /** A command of bots or the clock, which nobody awaits: trouble is logged and never ends the process. */
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
    this.#clock.follow();
    return true;
  }

  #tellPresence(): void {
    this.#tell({ before: this.state, after: this.state, events: [] });
  }

  #tell(change: Change): void {
    callAll(this.#listeners, this.#tools.log, change);
  }

  #broke(): void {
    this.#clock.rest();
    this.#bots.stop();
    this.#tellPresence();
  }

  #mended(before: DistrictState, since: number): void {
    this.#requests.forgetRecords();
    this.#tempo = new DurationEstimator();
    for (const record of this.records) this.#remember(record);
    this.#clock.giveBackSince(since);
    this.#seating.catchUp(this.#origin.holders?.(), this.presence.players);
    this.#clock.follow();
    this.#tell({ before, after: this.state, events: [], anew: true });
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
