/**
 * The shell of one class: who joined, where they sit, and its districts. Like a district's session it answers only
 * once the record is durable; decisions are taken one at a time, so that no two people can get one seat.
 */
import type { ActorKind } from '../../shared/engine/actors.ts';
import { checkPlan } from '../../shared/engine/check-plan.ts';
import { isRefusal } from '../../shared/engine/refusals.ts';
import type {
  DeskAnswer,
  DeskRequestAction,
  LinkRole,
  ObservingMessage,
  QuestionsMessage,
  StudentAction,
  StudentAnswer,
} from '../../shared/protocol/class-room.ts';
import type { WireRefusal } from '../../shared/protocol/refusals.ts';
import type { ParsedActRequest } from '../../shared/protocol/schemas.ts';
import type { ActAnswer, SeatedMessage } from '../../shared/protocol/wire.ts';
import { fingerprint } from '../access/secrets.ts';
import type { Visitor } from '../access/visitor.ts';
import type { DistrictStage } from '../district/pace.ts';
import { Patience, STALLED_S } from '../district/patience.ts';
import { DistrictSession, type SessionTools } from '../district/session.ts';
import { type AppendOutcome, classStream } from '../storage/port.ts';
import { type ClassState, evolveClass, holdersIn, type Player } from './class-state.ts';
import { type DeskHands, DeskWork } from './desk-work.ts';
import { type Entry, entryByCode, entryByInvite, entryByName } from './entry.ts';
import type { ClassEvent, ClassRecord, DeskRole, DistrictPlan, Placement } from './events.ts';
import { foundDistrict, rosterOf } from './founding.ts';
import { placeLate, seatClass } from './places.ts';
import { type ClassLog, readClass } from './stream.ts';
import { askedByStudent, questionsMessage } from './students.ts';

const STORE_UNAVAILABLE = { ok: false, refused: 'store-unavailable' } as const;
const RETRY_MS = 500;
const REOPEN_MS = 2_000;

/** What is recorded when a class comes to a stage. */
const BEGAN = {
  briefing: 'ClassSeated',
  practice: 'PracticeStarted',
  game: 'ClassStarted',
} as const satisfies Readonly<Record<DistrictStage, ClassEvent['type']>>;

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
  readonly #patience = new Patience(STALLED_S, () => this.#fail());
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

  /** The seat a person holds, or mirrors. */
  seatOf(player: string): SeatedMessage | undefined {
    const held = this.#state.placements.get(player);
    const placement = held ?? this.#state.mirrors.get(player);
    const session = placement === undefined ? undefined : this.#sessions.get(placement.district);
    if (placement === undefined || session === undefined) return undefined;
    const seat = { districtId: session.id, districtNumber: placement.district, seat: placement.seat };
    if (held === undefined) return { ...seat, mirror: true };
    return this.#state.relaxed.has(player) ? { ...seat, moreTime: true } : seat;
  }

  /** The district a person watches. */
  watchedBy(player: string): ObservingMessage | undefined {
    const number = this.#state.observers.get(player);
    const session = number === undefined ? undefined : this.#sessions.get(number);
    return number === undefined || session === undefined
      ? undefined
      : { districtId: session.id, districtNumber: number };
  }

  /** Whether what a visitor showed at the door still opens it. */
  stillAdmits(visitor: Visitor): boolean {
    if (visitor.role === 'player') return this.#state.byToken.get(visitor.tokenHash)?.id === visitor.player;
    return visitor.link === undefined || [...this.#state.links.values()].includes(visitor.link);
  }

  /** What a secret link opens, if it is one of this class. */
  linkRole(link: string): { readonly role: LinkRole; readonly hash: string } | undefined {
    const hash = fingerprint(link);
    const found = [...this.#state.links].find(([, known]) => known === hash);
    return found === undefined ? undefined : { role: found[0], hash };
  }

  hasRemoved(token: string): boolean {
    return this.#state.removedTokens.has(fingerprint(token));
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
  join(rawName: string, token: string, invite?: string): Promise<JoinOutcome> | JoinOutcome {
    const tokenHash = fingerprint(token);
    const joining = this.#joining.get(tokenHash);
    if (joining !== undefined) return joining;
    const known = this.#ahead.byToken.get(tokenHash);
    if (known !== undefined && invite === undefined) return { ok: true, player: known };
    return this.#admit(
      tokenHash,
      invite === undefined
        ? entryByName(this.#ahead, rawName, tokenHash)
        : entryByInvite(this.#ahead, invite, tokenHash),
    );
  }

  /** A device takes over the seat of the person the code was issued for. */
  reenter(code: string, token: string): Promise<JoinOutcome> | JoinOutcome {
    const tokenHash = fingerprint(token);
    return (
      this.#joining.get(tokenHash) ??
      this.#admit(tokenHash, entryByCode(this.#ahead, code, tokenHash, this.#tools.now()))
    );
  }

  #admit(tokenHash: string, entry: Entry | WireRefusal): Promise<JoinOutcome> | JoinOutcome {
    if ('refused' in entry) return { ok: false, ...entry };
    if (this.#broken) return STORE_UNAVAILABLE;
    const outcome = this.#enter(entry);
    this.#joining.set(tokenHash, outcome);
    return outcome.finally(() => this.#joining.delete(tokenHash));
  }

  async #enter({ player, events, isNew }: Entry): Promise<JoinOutcome> {
    const late = isNew && this.#ahead.phase === 'playing' ? placeLate(this.#ahead, player, this.#isOver) : [];
    if (events.length + late.length > 0 && (await this.#record([...events, ...late])) !== 'stored') {
      return STORE_UNAVAILABLE;
    }
    if (this.#ahead.districts.length > 0 && events.length > 0) await this.openDistricts();
    const entered = this.#state.players.find(({ id }) => id === player);
    return entered === undefined ? STORE_UNAVAILABLE : { ok: true, player: entered };
  }

  readonly #isOver = (district: number): boolean => this.#sessions.get(district)?.state.phase === 'ended';

  /** Safe to repeat with the same id, also after a restart. */
  desk(action: DeskRequestAction, id: string, by: DeskRole = 'instructor'): Promise<DeskAnswer> {
    if (this.#broken) return Promise.resolve(STORE_UNAVAILABLE);
    const classroom = this;
    const hands: DeskHands = {
      get ahead() {
        return classroom.#ahead;
      },
      now: () => this.#tools.now(),
      session: (district) => this.#sessions.get(district),
      record: (events) => this.#record(events),
      begin: (stage, note) => this.begin(stage, undefined, note),
      end: (note) => this.#end(note),
      settle: () => this.openDistricts(),
    };
    return new DeskWork(hands, id, by, action).answer();
  }

  /** Something a student wants of the class. */
  async student(player: string, action: StudentAction): Promise<StudentAnswer> {
    if (this.#broken) return STORE_UNAVAILABLE;
    const kind = this.#kindOf(player);
    const asked = askedByStudent(this.#ahead, player, kind, action);
    if ('refused' in asked) return { ok: false, ...asked };
    if (asked.events.length > 0 && (await this.#record(asked.events)) !== 'stored') return STORE_UNAVAILABLE;
    return asked.answered === undefined ? { ok: true } : { ok: true, answered: asked.answered };
  }

  /** What a mirror would do in the seat it looks at: recorded, not carried out. */
  async mirrorPlan(player: string, { round, practice, action }: ParsedActRequest): Promise<ActAnswer> {
    const mirrored = this.#ahead.mirrors.get(player);
    const session = mirrored === undefined ? undefined : this.#sessions.get(mirrored.district);
    if (mirrored === undefined || session === undefined) return { ok: false, refused: 'not-your-seat' };
    if (action.type !== 'filePlan') return { ok: false, refused: 'mirror-plans-only' };
    if (this.#broken) return STORE_UNAVAILABLE;
    const { state } = session;
    const practised = practice === true && state.practice === undefined;
    if (round !== state.round || state.phase !== 'plan' || practised) return { ok: false, refused: 'too-late' };
    // The class plays already, and this district is about to: its practice no longer counts.
    if (state.practice !== undefined && this.#ahead.stage === 'game') return { ok: false, refused: 'too-late' };
    const plan = checkPlan(state, mirrored.seat, action.plan);
    if (isRefusal(plan)) return { ok: false, ...plan };
    const seq = this.#length;
    const outcome = await this.#record([{ type: 'MirrorPlanned', ...mirrored, round, plan }]);
    return outcome === 'stored' ? { ok: true, seq } : STORE_UNAVAILABLE;
  }

  questionsFor(player: string): QuestionsMessage | undefined {
    const kind = this.#kindOf(player);
    return kind === undefined ? undefined : questionsMessage(this.#state, player, kind);
  }

  #kindOf(player: string): ActorKind | undefined {
    const { placements, mirrors, opened } = this.#state;
    const placement = placements.get(player) ?? mirrors.get(player);
    return placement === undefined ? undefined : rosterOf(opened)[placement.seat]?.kind;
  }

  /**
   * Brings the class to a stage; seats everyone first where nobody sits. Safe to repeat. `at` places people; without it
   * they are dealt seats.
   */
  async begin(stage: DistrictStage, at?: readonly Placement[], note?: ClassEvent): Promise<DeskAnswer> {
    const { stage: before } = this.#ahead;
    if (before === stage) return { ok: true };
    const began = { type: BEGAN[stage] } as const;
    const seated = before === 'gathering' ? seatClass(this.#ahead, at) : [];
    const outcome = await this.#record([...seated, began, ...(note === undefined ? [] : [note])]);
    if (outcome !== 'stored') return STORE_UNAVAILABLE;
    if (!(await this.openDistricts())) return STORE_UNAVAILABLE;
    for (const session of this.sessions) session.followClass();
    return { ok: true };
  }

  /**
   * Opens every district that is on record and not open yet. One that cannot be opened does not hold up the others; it
   * is tried again by and by.
   */
  async openDistricts(): Promise<boolean> {
    const outcomes = await Promise.all(this.#state.districts.map((district) => this.#openDistrict(district)));
    for (const { number } of this.#state.districts) {
      this.#sessions.get(number)?.reseat(holdersIn(this.#state, number));
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
        stage: () =>
          this.#state.stage === 'briefing' || this.#state.stage === 'practice' ? this.#state.stage : 'game',
        relaxed: (player) => this.#state.relaxed.has(player),
        holders: () => holdersIn(this.#state, district.number),
        ...(district.treatment === undefined ? {} : { treatment: district.treatment }),
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

  async #end(note: ClassEvent): Promise<DeskAnswer> {
    if ((await this.#record([{ type: 'ClassEnded' }, note])) !== 'stored') return STORE_UNAVAILABLE;
    for (const session of this.#sessions.values()) session.close('ended');
    // The record has ended the class. Should the catalogue not hear of it now, it will when the class is taken up next.
    await this.#tools.store.endClass(this.id).catch((err: unknown) => {
      this.#tools.log.warn({ err }, 'the class has ended and is still listed as open');
    });
    return { ok: true };
  }

  /** Applied at once, so that the next decision sees it; shown to others only once it is durable. */
  async #record(events: readonly ClassEvent[]): Promise<AppendOutcome> {
    const record: ClassRecord = { seq: this.#length, at: this.#tools.now(), events };
    const after = events.reduce(evolveClass, this.#ahead);
    this.#ahead = after;
    this.#length += 1;
    if (this.#inFlight === 0) this.#patience.wait();
    this.#inFlight += 1;
    const { store } = this.#tools;
    const outcome = await store.append(classStream(this.id), this.id, record.seq, [JSON.stringify(record)]);
    this.#inFlight -= 1;
    if (this.#inFlight === 0) this.#patience.rest();
    else if (!this.#broken) this.#patience.wait();
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
