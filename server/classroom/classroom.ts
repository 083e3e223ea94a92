/**
 * The shell of one class: who joined, where they sit, and its districts. Like a district's session it answers only
 * once the record is durable; decisions are taken one at a time, so that no two people can get one seat.
 */
import type { Seat } from '../../shared/engine/actors.ts';
import type { DeskAction } from '../../shared/engine/commands.ts';
import type { DeskAnswer, DeskRequestAction, SeatedMessage, WireRefusal } from '../../shared/protocol/wire.ts';
import { DistrictSession, type SessionTools } from '../district/session.ts';
import { type AppendOutcome, classStream } from '../storage/port.ts';
import type { ClassEvent, ClassRecord, DistrictPlan, Placement } from './events.ts';
import { foundDistrict, rosterOf } from './founding.ts';
import { cleanName } from './names.ts';
import { districtsFor, lateSeat, seatEveryone, seatOrder } from './seating.ts';
import { fingerprint, newId } from './secrets.ts';
import { type ClassState, evolveClass, type Player } from './state.ts';
import { type ClassLog, readClass } from './stream.ts';

const STORE_UNAVAILABLE = { ok: false, refused: 'store-unavailable' } as const;
const MOST_PLAYERS = 1_000;
const RETRY_MS = 500;
const REOPEN_MS = 2_000;

type DistrictRequest = Extract<DeskRequestAction, { type: 'advance' | 'pause' | 'resume' | 'extend' }>;

export type JoinOutcome = { readonly ok: true; readonly player: Player } | ({ readonly ok: false } & WireRefusal);

export class Classroom {
  readonly #tools: SessionTools;
  readonly #listeners = new Set<() => void>();
  readonly #sessions = new Map<number, DistrictSession>();
  readonly #opening = new Map<number, Promise<void>>();
  readonly #joining = new Map<string, Promise<JoinOutcome>>();
  readonly #online = new Map<string, number>();
  readonly #lastAlive: number | undefined;
  /** Decided, perhaps not yet durable. */
  #ahead: ClassState;
  /** Of the last durable record: what anyone may be shown. */
  #state: ClassState;
  #length: number;
  #inFlight = 0;
  #broken = false;
  #closed = false;

  constructor(log: ClassLog, tools: SessionTools, lastAlive?: number) {
    this.#tools = { ...tools, log: tools.log.child({ classId: log.state.opened.classId }) };
    this.#lastAlive = lastAlive;
    this.#ahead = log.state;
    this.#state = log.state;
    this.#length = log.length;
  }

  get id(): string {
    return this.#state.opened.classId;
  }

  get state(): ClassState {
    return this.#state;
  }

  get sessions(): readonly DistrictSession[] {
    return this.#state.districts.flatMap(({ number }) => this.#sessions.get(number) ?? []);
  }

  session(district: number): DistrictSession | undefined {
    return this.#sessions.get(district);
  }

  playerWith(token: string): Player | undefined {
    return this.#state.byToken.get(fingerprint(token));
  }

  seatOf(player: string): SeatedMessage | undefined {
    const placement = this.#state.placements.get(player);
    const session = placement === undefined ? undefined : this.#sessions.get(placement.district);
    if (placement === undefined || session === undefined) return undefined;
    return { districtId: session.id, districtNumber: placement.district, seat: placement.seat };
  }

  /** Who holds a seat, so that the desk can name those it waits for. */
  nameAt(district: number, seat: Seat): string | undefined {
    const placed = [...this.#state.placements.values()].find((at) => at.district === district && at.seat === seat);
    return this.#state.players.find(({ id }) => id === placed?.player)?.name;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  arrive(player: string): void {
    this.#online.set(player, (this.#online.get(player) ?? 0) + 1);
    this.#tell();
  }

  leave(player: string): void {
    const tabs = (this.#online.get(player) ?? 0) - 1;
    if (tabs > 0) this.#online.set(player, tabs);
    else this.#online.delete(player);
    this.#tell();
  }

  isOnline(player: string): boolean {
    const placement = this.#state.placements.get(player);
    const session = placement === undefined ? undefined : this.#sessions.get(placement.district);
    return this.#online.has(player) || (placement !== undefined && session?.presence.isOnline(placement.seat) === true);
  }

  get anybodyHere(): boolean {
    return this.#online.size > 0 || this.sessions.some(({ presence }) => presence.players.length > 0);
  }

  /** The same token is the same player, however often and however fast it comes. */
  join(rawName: string, token: string): Promise<JoinOutcome> | JoinOutcome {
    const tokenHash = fingerprint(token);
    const known = this.#ahead.byToken.get(tokenHash);
    const joining = this.#joining.get(tokenHash);
    if (joining !== undefined) return joining;
    if (known !== undefined) return { ok: true, player: known };
    const name = cleanName(rawName);
    if (typeof name !== 'string') return { ok: false, ...name };
    if (this.#ahead.phase === 'ended') return { ok: false, refused: 'class-ended' };
    if (this.#ahead.players.length >= MOST_PLAYERS) return { ok: false, refused: 'class-full' };
    if (this.#broken) return STORE_UNAVAILABLE;
    const outcome = this.#admit({ id: newId('p'), name, tokenHash });
    this.#joining.set(tokenHash, outcome);
    return outcome.finally(() => this.#joining.delete(tokenHash));
  }

  async desk(action: DeskRequestAction, commandId: string): Promise<DeskAnswer> {
    const { phase } = this.#ahead;
    if (phase === 'ended') return action.type === 'endClass' ? { ok: true } : { ok: false, refused: 'class-ended' };
    if (this.#broken) return STORE_UNAVAILABLE;
    if (action.type === 'startClass') return this.start();
    if (action.type === 'endClass') return this.#end();
    if (!isForDistricts(action)) return { ok: false, refused: 'not-understood' };
    if (phase === 'gathering') return { ok: false, refused: 'class-not-started' };
    return this.#command(action, commandId);
  }

  /** Safe to repeat. `at` places people; without it they are dealt seats. */
  async start(at?: readonly Placement[]): Promise<DeskAnswer> {
    if (this.#ahead.phase !== 'gathering') return { ok: true };
    const { opened, players } = this.#ahead;
    const count = districtsFor(players.length, opened.seatsPerDistrict);
    const ids = players.map(({ id }) => id);
    const placements = at ?? seatEveryone(ids, count, rosterOf(opened), opened.seed);
    const outcome = await this.#record([
      { type: 'ClassStarted' },
      ...Array.from({ length: count }, (_, index) => this.#newDistrict(index + 1)),
      ...placements.map((placement) => ({ type: 'PlayerSeated', ...placement }) as const),
    ]);
    if (outcome !== 'stored') return STORE_UNAVAILABLE;
    return (await this.openDistricts()) ? { ok: true } : STORE_UNAVAILABLE;
  }

  /**
   * Opens every district that is on record and not open yet. One that cannot be opened does not hold up the others; it
   * is tried again by and by.
   */
  async openDistricts(): Promise<boolean> {
    const outcomes = await Promise.all(this.#state.districts.map((district) => this.#openDistrict(district)));
    for (const { player, district, seat } of this.#state.placements.values()) {
      this.#sessions.get(district)?.reserve(seat, player);
    }
    this.#tell();
    const open = outcomes.every((each) => each);
    if (!open && !this.#closed) setTimeout(() => this.openDistricts(), REOPEN_MS);
    return open;
  }

  async #openDistrict(district: DistrictPlan): Promise<boolean> {
    const opening = this.#opening.get(district.number) ?? this.#newSession(district);
    this.#opening.set(district.number, opening);
    try {
      await opening;
      return true;
    } catch (error) {
      this.#opening.delete(district.number);
      this.#tools.log.error({ err: error, districtId: district.id }, 'a district could not be opened');
      return false;
    }
  }

  async #newSession(district: DistrictPlan): Promise<void> {
    const { opened, phase } = this.#state;
    const session = await DistrictSession.open(
      {
        districtId: district.id,
        districtNumber: district.number,
        classId: opened.classId,
        foundedAt: this.#tools.now(),
        found: () => foundDistrict(opened, district),
        readOnly: phase === 'ended',
        ...(this.#lastAlive === undefined ? {} : { lastAlive: this.#lastAlive }),
      },
      this.#tools,
    );
    if (this.#closed) session.close();
    session.onChange(() => this.#tell());
    this.#sessions.set(district.number, session);
  }

  /** Stops all clocks. What is under way still lands; nothing new begins. */
  close(): void {
    this.#closed = true;
    for (const session of this.#sessions.values()) session.close();
    this.#listeners.clear();
  }

  async #admit(player: Player): Promise<JoinOutcome> {
    const joined = { type: 'PlayerJoined', player: player.id, name: player.name, tokenHash: player.tokenHash } as const;
    const late = this.#ahead.phase === 'playing' ? this.#placeLate(player.id) : [];
    if ((await this.#record([joined, ...late])) !== 'stored') return STORE_UNAVAILABLE;
    if (late.length > 0) await this.openDistricts();
    return { ok: true, player };
  }

  /** A bot's seat in the district with most bots; when every seat is a person's, a new district is founded. */
  #placeLate(player: string): readonly ClassEvent[] {
    const roster = rosterOf(this.#ahead.opened);
    const place = lateSeat(this.#ahead, roster);
    if (place !== undefined) return [{ type: 'PlayerSeated', player, ...place }];
    const number = this.#ahead.districts.length + 1;
    const seat = seatOrder(roster)[0] ?? 0;
    return [this.#newDistrict(number), { type: 'PlayerSeated', player, district: number, seat }];
  }

  async #end(): Promise<DeskAnswer> {
    if ((await this.#record([{ type: 'ClassEnded' }])) !== 'stored') return STORE_UNAVAILABLE;
    for (const session of this.#sessions.values()) session.close();
    await this.#tools.store.endClass(this.id);
    return { ok: true };
  }

  async #command(action: DistrictRequest, commandId: string): Promise<DeskAnswer> {
    const wanted = action.district;
    const sessions =
      wanted === undefined ? this.sessions : [...this.sessions].filter((each) => each === this.session(wanted));
    if (sessions.length === 0) return { ok: false, refused: 'not-understood' };
    const answers = await Promise.all(sessions.map((session) => session.desk(toDeskAction(action), commandId)));
    // For all districts at once, one that is already where it should be is no reason to refuse.
    return answers.find(({ ok }) => ok) ?? answers[0] ?? { ok: true };
  }

  #newDistrict(number: number): Extract<ClassEvent, { type: 'DistrictPlanned' }> {
    const district: DistrictPlan = { number, id: `${this.id}-${number}`, seed: districtSeed(this.#ahead, number) };
    return { type: 'DistrictPlanned', district };
  }

  /** Applied at once, so that the next decision sees it; shown to others only once it is durable. */
  async #record(events: readonly ClassEvent[]): Promise<AppendOutcome> {
    const record: ClassRecord = { seq: this.#length, at: this.#tools.now(), events };
    const after = events.reduce(evolveClass, this.#ahead);
    this.#ahead = after;
    this.#length += 1;
    this.#inFlight += 1;
    const { store } = this.#tools;
    const outcome = await store.append(classStream(this.id), this.id, record.seq, [JSON.stringify(record)]);
    this.#inFlight -= 1;
    if (outcome === 'stored') this.#state = after;
    else this.#fail();
    this.#tell();
    return outcome;
  }

  #fail(): void {
    if (this.#broken) return;
    this.#broken = true;
    this.#tools.log.error('the class log could not be written: nobody is admitted until it can');
    this.#reloadSoon();
  }

  #reloadSoon(): void {
    setTimeout(async () => {
      if (this.#closed) return;
      if (this.#inFlight > 0 || !(await this.#reload())) this.#reloadSoon();
    }, RETRY_MS);
  }

  async #reload(): Promise<boolean> {
    const { store, log } = this.#tools;
    if (!(await store.healthy())) return false;
    const stored = await readClass(store, this.id, log).catch(() => undefined);
    if (stored === undefined) return false;
    this.#ahead = stored.state;
    this.#state = stored.state;
    this.#length = stored.length;
    this.#broken = false;
    log.info('the class log can be written again');
    return this.openDistricts();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** Districts of one class differ in luck; the same seed and number give the same district again. */
function districtSeed(state: ClassState, number: number): number {
  return (state.opened.seed + (number - 1) * 7_919) % 2 ** 31;
}

function isForDistricts(action: DeskRequestAction): action is DistrictRequest {
  const { type } = action;
  return type === 'advance' || type === 'pause' || type === 'resume' || type === 'extend';
}

function toDeskAction(action: DistrictRequest): DeskAction {
  if (action.type === 'advance') return { type: 'advancePhase' };
  if (action.type === 'pause') return { type: 'pauseClock' };
  if (action.type === 'resume') return { type: 'resumeClock' };
  return { type: 'extendClock', ms: action.ms, reason: 'desk' };
}
