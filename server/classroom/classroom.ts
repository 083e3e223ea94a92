/**
 * The shell of one class: who joined, where they sit, and its districts. It answers only once the ledger is durable;
 * `decide.ts` makes all decisions.
 */

import { omitUndefined } from '../../shared/engine/omit-undefined.ts';
import type { Finding } from '../../shared/log/findings.ts';
import type { DeskAnswer, DeskRequestAction, DeskRole } from '../../shared/protocol/class-room.ts';
import type { QuestionsMessage, StudentAction, StudentAnswer } from '../../shared/protocol/class-student.ts';
import type { WireRefusal } from '../../shared/protocol/refusals.ts';
import type { ActAnswer, ActRequest } from '../../shared/protocol/wire.ts';
import { fingerprint, newReentryCode } from '../access/secrets.ts';
import { callAll } from '../aggregate/call-all.ts';
import { IdempotencyCache } from '../aggregate/idempotency-cache.ts';
import { type AppendResult, Ledger, STORE_UNAVAILABLE } from '../aggregate/ledger.ts';
import { withId } from '../aggregate/with-id.ts';
import type { SessionTools } from '../district/origin.ts';
import type { DistrictStage } from '../district/pace.ts';
import type { DistrictSession } from '../district/session.ts';
import { type Catalogue, classStream, type EventLog } from '../storage/port.ts';
import { decideStudentRequest, kindOf, questionsMessage } from './asked/students.ts';
import { decideMirrorPlan, stageEvents } from './decide.ts';
import { type DeskCallbacks, DeskRequestHandler } from './desk-work.ts';
import { Districts } from './districts/districts.ts';
import { Attendance } from './people/attendance.ts';
import { ClassAdmission } from './people/doors.ts';
import { type Entry, entryByCode, entryByInvite, entryByName } from './people/entry.ts';
import { placeAll } from './seats/places.ts';
import { type ClassState, isOverdue, type Player, unplaced } from './state/class-state.ts';
import type { ClassEvent, Placement } from './state/events.ts';
import { evolveClass } from './state/evolve-class.ts';
import { type ClassRecord, detachWords } from './stored/own-words.ts';
import { type ClassLog, readClass } from './stored/stream.ts';

const ANSWERS_KEPT = 200;

export type JoinOutcome = { readonly ok: true; readonly player: Player } | ({ readonly ok: false } & WireRefusal);

/** Of the catalogue a class needs only to report its end. */
export interface ClassroomTools extends SessionTools {
  readonly store: EventLog & Pick<Catalogue, 'endClass'>;
}

export class Classroom {
  readonly id: string;
  readonly doors = new ClassAdmission(
    () => this.state,
    (district) => this.session(district),
  );
  readonly #tools: ClassroomTools;
  readonly #listeners = new Set<() => void>();
  readonly #ownListeners = new Set<() => void>();
  /** The class state that listeners were last told about. */
  #told: ClassState | undefined;
  readonly #ledger: Ledger<ClassState, ClassEvent, ClassRecord>;
  readonly #districts: Districts;
  readonly #joining = new Map<string, Promise<JoinOutcome>>();
  readonly #attendance: Attendance;
  /** Secrets shown to a desk are in no log, so only a repeat of the request gets them again. */
  readonly #answers = new IdempotencyCache<DeskAnswer>(ANSWERS_KEPT, (request) => this.#onRecord(request));

  #closed = false;

  constructor(stored: ClassLog, tools: ClassroomTools, lastAlive?: number) {
    const id = stored.state.opened.classId;
    this.id = id;
    this.#attendance = new Attendance(tools.now);
    this.#tools = { ...tools, log: tools.log.child({ classId: id }) };
    const { store } = this.#tools;
    const read = async () => {
      const again = await readClass(store, id);
      if (again.damagedAt !== undefined)
        throw new Error(`the record of the class is damaged in line ${again.damagedAt + 1}`);
      return again.log;
    };
    const aggregate = { stream: classStream(id), classId: id, first: 0, evolve: evolveClass, read };
    const changed = () => this.#tell();
    this.#ledger = new Ledger(aggregate, stored, this.#tools, {
      stored: changed,
      broke: changed,
      mended: () => this.openDistricts().then(() => this.#placeThoseHere()),
    });
    this.#districts = new Districts({ state: () => this.state, changed, lastAlive }, this.#tools);
  }

  get state(): ClassState {
    return this.#ledger.shown;
  }

  /** The state as decided, perhaps not yet durable. */
  get #ahead(): ClassState {
    return this.#ledger.ahead;
  }

  get sessions(): readonly DistrictSession[] {
    return this.#districts.open;
  }

  /** Number of open districts. */
  get openCount(): number {
    return this.#districts.count;
  }

  session(district: number): DistrictSession | undefined {
    return this.#districts.get(district);
  }

  /** The damage in a district's record, if any. */
  damageOf(district: number): Finding | undefined {
    return this.#districts.damageOf(district);
  }

  /** Subscribes to changes of the class and its districts; returns a disposer. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Subscribes to changes of the class alone, a hundred times rarer; returns a disposer. */
  onOwnChange(listener: () => void): () => void {
    this.#ownListeners.add(listener);
    return () => this.#ownListeners.delete(listener);
  }

  arrive(player: string): void {
    this.#attendance.arrive(player);
    this.#tell();
    this.#placeThoseHere();
  }

  leave(player: string): void {
    this.#attendance.leave(player);
    this.#tell();
  }

  readonly isOnline = (player: string): boolean => {
    const placement = this.state.placements.get(player);
    const session = placement === undefined ? undefined : this.session(placement.district);
    if (this.#attendance.has(player)) return true;
    return placement !== undefined && session?.presence.isOnline(placement.seat) === true;
  };

  get anybodyHere(): boolean {
    return this.#attendance.anybody || this.sessions.some(({ presence }) => presence.players.length > 0);
  }

  /** Idempotent: the same token is the same player. */
  join(rawName: string, token: string, invite?: string, research?: boolean): Promise<JoinOutcome> | JoinOutcome {
    const tokenHash = fingerprint(token);
    const joining = this.#joining.get(tokenHash);
    if (joining !== undefined) return joining;
    const known = this.state.byToken.get(tokenHash);
    if (known !== undefined && invite === undefined) return { ok: true, player: known };
    if (isOverdue(this.state.opened, this.#tools.now())) return { ok: false, refused: 'homework-over' };
    return this.#admit(
      tokenHash,
      saying(
        research,
        invite === undefined
          ? entryByName(this.#ahead, rawName, tokenHash, this.#attendance.neverCame(this.#ahead.players))
          : entryByInvite(this.#ahead, invite, tokenHash),
      ),
    );
  }

  /** Lets a device take over the seat of the code's person. */
  reenter(code: string, token: string): Promise<JoinOutcome> | JoinOutcome {
    const tokenHash = fingerprint(token);
    return (
      this.#joining.get(tokenHash) ??
      this.#admit(tokenHash, entryByCode(this.#ahead, code, tokenHash, this.#tools.now()))
    );
  }

  #admit(tokenHash: string, entry: Entry | WireRefusal): Promise<JoinOutcome> | JoinOutcome {
    if ('refused' in entry) return { ok: false, ...entry };
    const outcome = this.#enter(entry);
    this.#joining.set(tokenHash, outcome);
    return outcome.finally(() => this.#joining.delete(tokenHash));
  }

  async #enter(entry: Entry): Promise<JoinOutcome> {
    const { events, player, isNew } = entry;
    if (isNew) this.#attendance.joined(player);
    if (events.length > 0 && !(await this.#keep(events))) return STORE_UNAVAILABLE;
    if (events.length > 0 && this.#ahead.districts.length > 0) await this.openDistricts();
    const entered = withId(this.state.players, player);
    return entered === undefined ? STORE_UNAVAILABLE : { ok: true, player: entered };
  }

  /** Gives a place to latecomers and to people who were disconnected when seats were dealt. */
  async #placeThoseHere(): Promise<void> {
    if (this.#closed) return;
    const waiting = unplaced(this.#ahead).filter(this.isOnline);
    if (waiting.length === 0) return;
    if (await this.#keep(placeAll(this.#ahead, waiting, (district) => this.session(district)?.state)))
      this.openDistricts();
  }

  /** Idempotent by id, also across a restart. */
  desk(action: DeskRequestAction, id: string, by: DeskRole = 'instructor'): Promise<DeskAnswer> {
    return this.#answers.once(`${by} ${id}`, async () => {
      if (this.#ledger.broken) return STORE_UNAVAILABLE;
      const answer = await new DeskRequestHandler(this.#callbacks(), id, by, action).answer();
      if (answer.ok && action.type === 'endClass') await this.#end();
      return answer;
    });
  }

  #onRecord(request: string): DeskAnswer | undefined {
    const act = this.state.acts.get(request.slice(request.indexOf(' ') + 1));
    if (act === undefined) return undefined;
    return act.done === undefined ? { ok: true } : { ok: true, done: act.done };
  }

  #callbacks(): DeskCallbacks {
    const ledger = this.#ledger;
    return {
      get ahead() {
        return ledger.ahead;
      },
      now: this.#tools.now,
      isOnline: this.isOnline,
      session: (district) => this.session(district),
      record: (events) => this.#record(events).outcome,
      settle: () => this.openDistricts(),
    };
  }

  /** Answers a student's request to the class. */
  async student(player: string, action: StudentAction): Promise<StudentAnswer> {
    if (this.#ledger.broken) return STORE_UNAVAILABLE;
    const asked = decideStudentRequest(
      this.#ahead,
      player,
      kindOf(this.state, player),
      action,
      this.#tools.now(),
      newReentryCode,
    );
    if ('refused' in asked) return { ok: false, ...asked };
    if (asked.events.length > 0 && !(await this.#keep(asked.events))) return STORE_UNAVAILABLE;
    const { answered, code } = asked;
    return { ok: true, ...omitUndefined({ answered, code }) };
  }

  /** Records a mirror's plan for the seat it looks at, without carrying it out. */
  async mirrorPlan(player: string, request: ActRequest): Promise<ActAnswer> {
    if (this.#ledger.broken) return STORE_UNAVAILABLE;
    const planned = decideMirrorPlan(this.#ahead, player, request, (number) => this.session(number)?.state);
    if ('refused' in planned) return { ok: false, ...planned };
    const { seq, outcome } = this.#record([planned]);
    return (await outcome) === 'stored' ? { ok: true, seq } : STORE_UNAVAILABLE;
  }

  questionsFor(player: string): QuestionsMessage | undefined {
    const kind = kindOf(this.state, player);
    return kind === undefined ? undefined : questionsMessage(this.state, player, kind);
  }

  /** Notes that a district goes on from its last whole record. */
  replaced(district: number, line: number): Promise<boolean> {
    return this.#keep([{ type: 'DistrictReplaced', district, line, at: this.#tools.now() }]);
  }

  /** Ends a class that nobody has touched for its retention time. */
  async endUntouched(): Promise<void> {
    if (this.#ahead.phase !== 'ended' && !(await this.#keep([{ type: 'ClassEnded' }]))) return;
    await this.#end();
  }

  /** Erases a person from the class's record; the store is erased separately. Idempotent. */
  async erase(player: string): Promise<boolean> {
    const { players, erased } = this.#ahead;
    const here = players.some(({ id }) => id === player);
    const removed: readonly ClassEvent[] = here ? [{ type: 'PlayerRemoved', player }] : [];
    const events: readonly ClassEvent[] = erased.has(player) ? [] : [...removed, { type: 'PersonErased', player }];
    if (events.length > 0 && !(await this.#keep(events))) return false;
    if (here) await this.openDistricts();
    for (const session of this.sessions) session.forget(player);
    return true;
  }

  /** Brings the class to a stage without a request. Idempotent. `at` places people. */
  async begin(stage: DistrictStage, at?: readonly Placement[]): Promise<DeskAnswer> {
    const events = stageEvents(this.#ahead, stage, this.isOnline, at);
    if (events.length === 0) return { ok: true };
    return (await this.#keep(events)) && (await this.openDistricts()) ? { ok: true } : STORE_UNAVAILABLE;
  }

  /** Opens districts to match the class's seats and stage. False if one failed; it is retried. */
  openDistricts(): Promise<boolean> {
    return this.#districts.settle();
  }

  /** Stops all clocks. Appends in flight still finish. */
  close(): void {
    this.#closed = true;
    this.#ledger.close();
    this.#districts.close();
    this.#listeners.clear();
    this.#ownListeners.clear();
  }

  async #end(): Promise<void> {
    this.#districts.close('ended');
    // The class's record says that it has ended. If the catalogue misses that, it is told when the class is loaded
    // next.
    await this.#tools.store.endClass(this.id, this.#tools.now()).catch((err: unknown) => {
      this.#tools.log.warn({ err }, 'the class has ended and is still listed as open');
    });
  }

  async #keep(events: readonly ClassEvent[]): Promise<boolean> {
    return (await this.#record(events).outcome) === 'stored';
  }

  #record(events: readonly ClassEvent[]): AppendResult {
    const at = this.#tools.now();
    const { kept, words } = detachWords(events);
    return this.#ledger.append(events, (seq) => ({ seq, at, events: kept }), words);
  }

  #tell(): void {
    if (this.#told !== this.state) {
      this.#told = this.state;
      callAll(this.#ownListeners, this.#tools.log);
    }
    callAll(this.#listeners, this.#tools.log);
  }
}

/** Adds a newcomer's answer on research use. */
function saying(research: boolean | undefined, entry: Entry | WireRefusal): Entry | WireRefusal {
  if (research === undefined || 'refused' in entry) return entry;
  const { player, events } = entry;
  return { ...entry, events: [...events, { type: 'ConsentSaid', player, research }] };
}
