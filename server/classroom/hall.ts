/**
 * All classes this process holds. Open classes are taken up from their logs at the start; practices and ended classes
 * when somebody asks for them, and let go of again when nobody is there.
 */
import type { Seat } from '../../shared/engine/actors.ts';
import type { SeatedMessage, WireRefusal } from '../../shared/protocol/wire.ts';
import { scenarioById } from '../../shared/scenarios/index.ts';
import type { SessionTools } from '../district/session.ts';
import { type ClassEntry, type ClassKind, classStream } from '../storage/port.ts';
import { Classroom } from './classroom.ts';
import type { ClassEvent, ClassRecord } from './events.ts';
import { cleanName } from './names.ts';
import { newCode, newId, newSeed, normalCode } from './secrets.ts';
import { type ClassChoices, DEFAULT_SCENARIO, PRACTICE_SETTINGS } from './settings.ts';
import { readClass } from './stream.ts';

const HEARTBEAT_MS = 1_000;
const SWEEP_MS = 5 * 60_000;
const PRACTICE_KEPT_MS = 24 * 3_600_000;
const PRACTICE_SEATS = 12;
const ATTEMPTS_AT_A_CODE = 20;

export interface Practice extends SeatedMessage {
  readonly classroom: Classroom;
  readonly player: string;
}

export class Hall {
  readonly #tools: SessionTools;
  readonly #classes = new Map<string, Promise<Classroom | undefined>>();
  readonly #closing = new Set<(classroom: Classroom) => void>();
  #timers: readonly NodeJS.Timeout[] = [];

  constructor(tools: SessionTools) {
    this.#tools = tools;
  }

  /** Takes up every open class, credits the time the server was away, and starts the heartbeat. */
  async open(): Promise<readonly Classroom[]> {
    const { store, log } = this.#tools;
    const lastAlive = await store.lastBeat();
    const entries = await store.classes({ kind: 'class', open: true });
    const classrooms: Classroom[] = [];
    for (const entry of entries) {
      try {
        const classroom = await this.#hold(entry, lastAlive);
        if (classroom !== undefined) classrooms.push(classroom);
      } catch (error) {
        log.error({ classId: entry.id, err: error }, 'a class could not be taken up');
      }
    }
    if (classrooms.length > 0) log.info({ classes: classrooms.length }, 'open classes taken up from their logs');
    await store.beat(this.#tools.now());
    this.#timers = [
      setInterval(() => this.#beat(), HEARTBEAT_MS),
      setInterval(() => this.sweep().catch((err: unknown) => log.error({ err }, 'sweep failed')), SWEEP_MS),
    ];
    return classrooms;
  }

  /** Called before a class is let go of, so that its rooms can go first. */
  onClosing(listener: (classroom: Classroom) => void): void {
    this.#closing.add(listener);
  }

  async openClass(choices: ClassChoices, kind: ClassKind = 'class'): Promise<Classroom | undefined> {
    const { store, now } = this.#tools;
    for (let attempt = 0; attempt < ATTEMPTS_AT_A_CODE; attempt += 1) {
      const entry = { id: newId('k'), code: newCode(), kind, open: true, openedAt: now() } as const;
      const record: ClassRecord = { seq: 0, at: entry.openedAt, events: [openedEvent(entry, choices)] };
      // The record first: a class in the catalogue always has its beginning.
      const outcome = await store.append(classStream(entry.id), entry.id, 0, [JSON.stringify(record)]);
      if (outcome === 'unavailable') return undefined;
      if (outcome === 'stored' && (await store.addClass(entry))) return this.#hold(entry);
    }
    return undefined;
  }

  async practise(wanted: {
    readonly token: string;
    readonly name: string;
    readonly seat: Seat;
    readonly scenario: string | undefined;
  }): Promise<Practice | WireRefusal> {
    const scenario = wanted.scenario ?? DEFAULT_SCENARIO;
    if (scenarioById(scenario) === undefined) return { refused: 'no-such-scenario' };
    if (wanted.seat >= PRACTICE_SEATS) return { refused: 'no-such-role' };
    const name = cleanName(wanted.name);
    if (typeof name !== 'string') return name;
    const choices = { scenario, seatsPerDistrict: PRACTICE_SEATS, settings: PRACTICE_SETTINGS };
    const classroom = await this.openClass(choices, 'practice');
    const joined = await classroom?.join(name, wanted.token);
    if (classroom === undefined || joined?.ok !== true) return { refused: 'store-unavailable' };
    const player = joined.player.id;
    await classroom.start([{ player, district: 1, seat: wanted.seat }]);
    const seated = classroom.seatOf(player);
    return seated === undefined ? { refused: 'store-unavailable' } : { classroom, player, ...seated };
  }

  async byCode(code: string): Promise<Classroom | undefined> {
    const entry = await this.#tools.store.classByCode(normalCode(code));
    return entry === undefined ? undefined : this.#hold(entry);
  }

  async byId(id: string): Promise<Classroom | undefined> {
    const held = this.#classes.get(id);
    if (held !== undefined) return held;
    const entry = await this.#tools.store.classById(id);
    return entry === undefined ? undefined : this.#hold(entry);
  }

  /** Everything about a class, its people's names included, is gone after this. */
  async deleteClass(id: string): Promise<boolean> {
    const classroom = await this.#classes.get(id)?.catch(() => undefined);
    if (classroom !== undefined) this.#letGo(classroom);
    return this.#tools.store.deleteClass(id);
  }

  /** Deletes practices of yesterday, and lets go of finished or solitary classes that nobody is in. */
  async sweep(): Promise<void> {
    const { store, now, log } = this.#tools;
    for (const entry of await store.classes({ kind: 'practice' })) {
      if (entry.openedAt > now() - PRACTICE_KEPT_MS) continue;
      await this.deleteClass(entry.id);
      log.info({ classId: entry.id }, 'practice deleted after a day');
    }
    for (const classroom of await this.held()) {
      const { opened, phase } = classroom.state;
      const idle = opened.kind === 'practice' || phase === 'ended';
      if (idle && !classroom.anybodyHere) this.#letGo(classroom);
    }
  }

  async held(): Promise<readonly Classroom[]> {
    return (await Promise.all(this.#classes.values())).flatMap((classroom) => classroom ?? []);
  }

  /** Stops every clock, and notes when. */
  async close(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    for (const classroom of await this.held()) classroom.close();
    this.#classes.clear();
    await this.#beat();
  }

  #hold(entry: ClassEntry, lastAlive?: number): Promise<Classroom | undefined> {
    const held = this.#classes.get(entry.id);
    if (held !== undefined) return held;
    const taken = this.#take(entry, lastAlive);
    this.#classes.set(entry.id, taken);
    taken.catch(() => this.#classes.delete(entry.id));
    return taken;
  }

  async #take(entry: ClassEntry, lastAlive: number | undefined): Promise<Classroom | undefined> {
    const { store, log } = this.#tools;
    const stored = await readClass(store, entry.id, log);
    if (stored === undefined) {
      log.error({ classId: entry.id }, 'the class has no readable beginning');
      this.#classes.delete(entry.id);
      return undefined;
    }
    if (stored.state.phase === 'ended' && entry.open) await store.endClass(entry.id);
    const classroom = new Classroom(stored, this.#tools, lastAlive);
    await classroom.openDistricts();
    return classroom;
  }

  #letGo(classroom: Classroom): void {
    this.#classes.delete(classroom.id);
    for (const listener of this.#closing) listener(classroom);
    classroom.close();
  }

  async #beat(): Promise<void> {
    try {
      await this.#tools.store.beat(this.#tools.now());
    } catch (error) {
      this.#tools.log.error({ err: error }, 'the heartbeat could not be written');
    }
  }
}

function openedEvent(entry: ClassEntry, choices: ClassChoices): ClassEvent {
  const { scenario, seatsPerDistrict, settings, seed = newSeed(), title } = choices;
  return {
    type: 'ClassOpened',
    classId: entry.id,
    code: entry.code,
    kind: entry.kind,
    scenario,
    seatsPerDistrict,
    settings,
    seed,
    ...(title === undefined ? {} : { title }),
  };
}
