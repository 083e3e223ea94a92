/**
 * All classes held by this process. Open classes are loaded from their logs at the start. Practices and ended classes
 * are loaded on demand, and unloaded when nobody is there.
 *
 * One process holds a class at a time, under a lease in the store that every heartbeat renews. Open classes of a dead
 * process are taken over; a class whose lease was lost is unloaded.
 */
import type { ClassLinks } from '../../shared/protocol/class-http.ts';
import type { WireRefusal } from '../../shared/protocol/refusals.ts';
import { newCode, newId, normalCode } from '../access/secrets.ts';
import { StallDetector } from '../district/stall-detector.ts';
import { DAY_MS } from '../durations.ts';
import {
  type Catalogue,
  type ClassEntry,
  type ClassKind,
  classStream,
  type ErasureStore,
  type EventLog,
  type Holder,
  LEASE_MS,
  type Leases,
} from '../storage/port.ts';
import { Classroom, type ClassroomTools } from './classroom.ts';
import { type ErasedPerson, Forgetting } from './forgetting.ts';
import { type Practice, practise, type SoloWish } from './practise.ts';
import { type RepairCallbacks, type Repaired, repairDistrict } from './repair.ts';
import { isUntouched, keptUntil } from './retention.ts';
import { openingEvents, pastStreams } from './setup/opening.ts';
import type { ClassChoices } from './setup/settings.ts';
import { type ClassOnRecord, DamagedClass, HeldElsewhere, recordOf } from './stored/on-record.ts';
import { firstLine, readClass } from './stored/stream.ts';

const HEARTBEAT_MS = 1_000;
/** Pause after trouble with the store before taking classes over: their holder may have been cut off too. */
const TAKEOVER_PAUSE_MS = LEASE_MS;
const SWEEP_MS = 5 * 60_000;
/** How long after its opening an ended class is listed. */
const LISTED_MS = DAY_MS;
const ATTEMPTS_AT_A_CODE = 20;

export interface RegistryTools extends ClassroomTools {
  readonly store: EventLog & Catalogue & ErasureStore & Leases;
}

export class ClassRegistry {
  readonly #tools: RegistryTools;
  readonly #keepMs: number;
  readonly #stalls = new StallDetector();
  readonly #classes = new Map<string, Promise<Classroom | undefined>>();
  /** Ids by code of known classes, so that each arriving student costs no query. */
  readonly #idOf = new Map<string, string>();
  /** Fencing number of each class's lease. */
  readonly #fences = new Map<string, number>();
  readonly #closing = new Set<(classroom: Classroom) => void>();
  readonly #takenOver = new Set<(classroom: Classroom) => void>();
  readonly #callbacks: Pick<RepairCallbacks, 'onRecord' | 'byId' | 'setDown'>;
  readonly #forgetting: Forgetting;
  #isBeating = false;
  #troubleUntil = 0;
  #timers: readonly NodeJS.Timeout[] = [];

  /** `keepMs`: retention time of an ended class. */
  constructor(tools: RegistryTools, keepMs: number) {
    this.#tools = { ...tools, stalls: this.#stalls };
    this.#keepMs = keepMs;
    this.#callbacks = {
      onRecord: (id) => this.onRecord(id),
      byId: (id) => this.byId(id),
      setDown: (id) => this.#setDown(id),
    };
    this.#forgetting = new Forgetting(tools, this.#callbacks);
  }

  /** Retention time of an ended class in days. */
  get keptDays(): number {
    return Math.ceil(this.#keepMs / DAY_MS);
  }

  /** Loads every open class, gives back the time the server was away, and starts the heartbeat. */
  async open(): Promise<readonly Classroom[]> {
    const { store, log } = this.#tools;
    const lastAlive = await store.lastHeartbeat();
    const classrooms = await this.#takeUp(await store.unheld(), lastAlive);
    if (classrooms.length > 0) log.info({ classes: classrooms.length }, 'open classes taken up from their logs');
    await store.heartbeat(this.#tools.now());
    await this.scrub();
    this.#timers = [
      setInterval(() => this.#heartbeat(), HEARTBEAT_MS),
      setInterval(() => this.sweep().catch((err: unknown) => log.error({ err }, 'sweep failed')), SWEEP_MS),
    ];
    return classrooms;
  }

  /** Called before a class is unloaded, so that its rooms can close first. */
  onClosing(listener: (classroom: Classroom) => void): void {
    this.#closing.add(listener);
  }

  /** Called after a class of a dead process was taken over. */
  onTakenOver(listener: (classroom: Classroom) => void): void {
    this.#takenOver.add(listener);
  }

  /** The other process that holds the class, if any. */
  async elsewhere(classId: string): Promise<Holder | undefined> {
    if (this.#classes.has(classId)) return undefined;
    const { store } = this.#tools;
    const holder = await store.holderOf(classId);
    return holder?.id === store.holder.id ? undefined : holder;
  }

  /** `links`: secrets for the class's links; absent: it has none. */
  async openClass(
    choices: ClassChoices,
    kind: ClassKind = 'class',
    links?: ClassLinks,
  ): Promise<Classroom | undefined> {
    const { store, now } = this.#tools;
    for (let attempt = 0; attempt < ATTEMPTS_AT_A_CODE; attempt += 1) {
      const entry = { id: newId('k'), code: newCode(), kind, open: true, openedAt: now() } as const;
      const { line, words } = firstLine(entry.openedAt, openingEvents(entry, choices, links));
      if ((await store.acquire(entry.id, now())) === undefined) continue;
      // The record goes first, because a class in the catalogue must have its beginning. Sent together, all of it
      // becomes durable or none.
      const outcomes = await Promise.all([
        ...pastStreams(entry.id, choices).map(([stream, lines]) => store.append(stream, entry.id, 0, lines)),
        store.append(classStream(entry.id), entry.id, 0, [line], words),
      ]);
      if (outcomes.includes('unavailable')) return undefined;
      if (!outcomes.includes('conflict') && (await store.addClass(entry))) return this.#hold(entry);
      await store.deleteClass(entry.id, now());
    }
    return undefined;
  }

  practise(wanted: SoloWish): Promise<Practice | WireRefusal> {
    return practise((choices) => this.openClass(choices, 'practice'), wanted);
  }

  async byCode(code: string): Promise<Classroom | undefined> {
    const wanted = normalCode(code);
    const held = this.#classes.get(this.#idOf.get(wanted) ?? '');
    if (held !== undefined) return held;
    const entry = await this.#tools.store.classByCode(wanted);
    return entry === undefined ? undefined : this.#hold(entry);
  }

  async byId(id: string): Promise<Classroom | undefined> {
    const held = this.#classes.get(id);
    if (held !== undefined) return held;
    const entry = await this.#tools.store.classById(id);
    return entry === undefined ? undefined : this.#hold(entry);
  }

  /** Deletes a class with everything about it, names included. */
  async deleteClass(id: string): Promise<boolean> {
    const classroom = await this.#classes.get(id)?.catch(() => undefined);
    if (classroom !== undefined) this.#letGo(classroom);
    return this.#tools.store.deleteClass(id, this.#tools.now());
  }

  /**
   * Deletes yesterday's practices and expired classes, ends untouched ones, and unloads ended or solitary classes
   * without visitors.
   */
  async sweep(): Promise<void> {
    const { store, now, log } = this.#tools;
    for (const entry of await store.classes({})) {
      if (entry.kind === 'class' && entry.open) await this.#endUntouched(entry);
      else if (keptUntil(entry, this.#keepMs) < now()) {
        await this.deleteClass(entry.id);
        log.info({ classId: entry.id, kind: entry.kind }, 'deleted, since its time is over');
      }
    }
    await this.scrub();
    for (const classroom of await this.loadedClasses()) {
      await this.#forgetErased(classroom);
      const { opened, phase } = classroom.state;
      const idle = opened.kind !== 'class' || phase === 'ended';
      if (idle && !classroom.anybodyHere) this.#letGo(classroom);
    }
  }

  /** Overwrites removed data. False while a reader still holds it; then it is retried automatically. */
  scrub(): Promise<boolean> {
    return this.#forgetting.scrub();
  }

  /** Erases one person from every class. Idempotent. */
  erasePerson(id: string, called: string): Promise<ErasedPerson | WireRefusal> {
    return this.#forgetting.erasePerson(id, called);
  }

  repairDistrict(id: string, number: number): Promise<Repaired | WireRefusal> {
    return repairDistrict({ ...this.#callbacks, ...this.#tools }, id, number);
  }

  /** Unloads a class as if the process had ended: the next visitor finds it as its streams have it. */
  async #setDown(classId: string): Promise<void> {
    const classroom = await this.#classes.get(classId)?.catch(() => undefined);
    if (classroom === undefined) return;
    this.#classes.delete(classId);
    for (const listener of this.#closing) listener(classroom);
    classroom.close();
  }

  /** Ends an open class that nobody has touched for its retention time, since only ended classes are deleted. */
  async #endUntouched(entry: ClassEntry): Promise<void> {
    const { store, now, log } = this.#tools;
    if (!isUntouched(entry, this.#keepMs, now())) return;
    const classroom = await this.byId(entry.id).catch((err: unknown) => {
      log.warn({ err, classId: entry.id }, 'a class that nobody touches cannot be taken up');
      return err instanceof DamagedClass ? ('damaged' as const) : undefined;
    });
    if (classroom === 'damaged') await store.endClass(entry.id, now());
    else if (classroom?.anybodyHere === false) await classroom.endUntouched();
  }

  async loadedClasses(): Promise<readonly Classroom[]> {
    return (await Promise.all(this.#classes.values())).flatMap((classroom) => classroom ?? []);
  }

  /** All open classes and those of the last day, from here or from the log of another process's class. */
  async listed(): Promise<readonly ClassOnRecord[]> {
    const { store, now } = this.#tools;
    const entries = (await store.classes({})).filter(
      ({ kind, open, openedAt }) => kind !== 'practice' && (open || openedAt > now() - LISTED_MS),
    );
    return Promise.all(entries.map((entry) => this.#onRecord(entry)));
  }

  /** A class as recorded, even if damaged. */
  async onRecord(id: string): Promise<ClassOnRecord | undefined> {
    const entry = await this.#tools.store.classById(id);
    return entry === undefined ? undefined : this.#onRecord(entry);
  }

  async #onRecord(entry: ClassEntry): Promise<ClassOnRecord> {
    const held = await this.#classes.get(entry.id)?.catch(() => undefined);
    return held === undefined ? recordOf(this.#tools.store, entry) : { entry, state: held.state, damaged: false };
  }

  /** Stops every clock and notes the time. */
  async close(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    this.#forgetting.close();
    this.#stalls.close();
    for (const classroom of await this.loadedClasses()) classroom.close();
    this.#classes.clear();
    await this.#noteAlive();
  }

  #hold(entry: ClassEntry, lastAlive?: number): Promise<Classroom | undefined> {
    const held = this.#classes.get(entry.id);
    if (held !== undefined) return held;
    const taken = this.#take(entry, lastAlive);
    this.#classes.set(entry.id, taken);
    this.#idOf.set(entry.code, entry.id);
    taken.catch(() => this.#classes.delete(entry.id));
    return taken;
  }

  async #take(entry: ClassEntry, lastAlive: number | undefined): Promise<Classroom | undefined> {
    const { store, log, now } = this.#tools;
    const lease = await store.acquire(entry.id, now());
    if (lease === undefined) throw new HeldElsewhere(entry.id);
    this.#fences.set(entry.id, lease.fence);
    const { log: stored, damagedAt } = await readClass(store, entry.id);
    if (stored === undefined || damagedAt !== undefined) {
      log.error({ classId: entry.id, line: (damagedAt ?? 0) + 1 }, 'the record of a class is damaged');
      throw new DamagedClass(entry.id);
    }
    if (stored.state.phase === 'ended' && entry.open) await store.endClass(entry.id, now());
    const classroom = new Classroom(stored, this.#tools, lease.lastAlive ?? lastAlive);
    await classroom.openDistricts();
    await this.#forgetErased(classroom);
    return classroom;
  }

  /**
   * Erases people whom the store knows as erased and the class does not, after a restored backup or by another process.
   */
  async #forgetErased(classroom: Classroom): Promise<void> {
    const { everyone, expected, erased } = classroom.state;
    const known = new Set([...expected.keys(), ...everyone.map(({ id }) => id)]);
    for (const person of await this.#tools.store.erasedIn(classroom.id))
      if (known.has(person) && !erased.has(person)) await classroom.erase(person);
  }

  #letGo(classroom: Classroom): void {
    this.#classes.delete(classroom.id);
    this.#idOf.delete(classroom.state.opened.code);
    for (const listener of this.#closing) listener(classroom);
    classroom.close();
    const { store, log } = this.#tools;
    const fence = this.#fences.get(classroom.id);
    this.#fences.delete(classroom.id);
    // Not awaited: the class may be loaded again at once, under a newer fencing number.
    if (fence !== undefined)
      store.release(classroom.id, fence).catch((err: unknown) => log.warn({ err }, 'a lease was not released'));
  }

  async #takeUp(entries: readonly ClassEntry[], lastAlive?: number): Promise<readonly Classroom[]> {
    const taken: Classroom[] = [];
    for (const entry of entries) {
      try {
        const classroom = await this.#hold(entry, lastAlive);
        if (classroom !== undefined) taken.push(classroom);
      } catch (error) {
        if (error instanceof HeldElsewhere || error instanceof DamagedClass) continue;
        this.#tools.log.error({ classId: entry.id, err: error }, 'a class could not be taken up');
      }
    }
    return taken;
  }

  /** Heartbeat: notes that the process lives, renews leases, unloads lost classes, takes over free ones. */
  async #heartbeat(): Promise<void> {
    if (this.#isBeating) return;
    this.#isBeating = true;
    try {
      if (await this.#noteAlive()) await this.#takeOver();
    } finally {
      this.#isBeating = false;
    }
  }

  async #noteAlive(): Promise<boolean> {
    const { store, now, log } = this.#tools;
    try {
      await store.heartbeat(now());
      for (const classId of await store.renew(now())) await this.#lose(classId);
      return true;
    } catch (error) {
      log.error({ err: error }, 'the heartbeat could not be written');
      this.#troubleUntil = now() + TAKEOVER_PAUSE_MS;
      return false;
    }
  }

  async #lose(classId: string): Promise<void> {
    const classroom = await this.#classes.get(classId)?.catch(() => undefined);
    if (classroom === undefined) return;
    this.#tools.log.error({ classId }, 'another process took the class over; it is let go of here');
    this.#letGo(classroom);
  }

  async #takeOver(): Promise<void> {
    const { store, now, log } = this.#tools;
    if (now() < this.#troubleUntil) return;
    try {
      const free = (await store.unheld()).filter(({ id }) => !this.#classes.has(id));
      for (const classroom of await this.#takeUp(free)) {
        log.warn({ classId: classroom.id }, 'a class was taken over from a process that is gone');
        for (const listener of this.#takenOver) listener(classroom);
      }
    } catch (error) {
      log.error({ err: error }, 'could not look for classes without a process');
    }
  }
}
