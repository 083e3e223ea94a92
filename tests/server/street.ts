/** A class with its people, their connections to its rooms, and the messages of each as lines. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Classroom } from '../../server/classroom/classroom.ts';
import { ClassRegistry } from '../../server/classroom/registry.ts';
import { newLinks } from '../../server/classroom/setup/opening.ts';
import { readChoices } from '../../server/classroom/setup/settings.ts';
import { makeMetrics } from '../../server/metrics.ts';
import type { classRoom } from '../../server/rooms/ClassRoom.ts';
import type { districtRoom } from '../../server/rooms/DistrictRoom.ts';
import type { EventStore } from '../../server/storage/port.ts';
import { openSqliteStore } from '../../server/storage/sqlite.ts';
import type { DeskRequestAction } from '../../shared/protocol/class-room.ts';
import type { OpenClassRequest } from '../../shared/protocol/setup.ts';
import { WIRE_VERSION } from '../../shared/protocol/wire.ts';
import { Line } from '../support/line.ts';
import { KEY, log, newFolder } from '../support/server.ts';

const START = Date.UTC(2026, 8, 1, 8);
export const clock = { now: START };
/** What the rooms wrote to the server's log. */
export const noted: unknown[] = [];
const note = (level: string) => (fields: object, text: string) => void noted.push([level, text, Object.keys(fields)]);
export const tools = {
  log: { ...log, info: note('info'), warn: note('warn'), error: note('error') } as unknown as typeof log,
  now: () => clock.now,
  instructorKey: KEY,
  metrics: makeMetrics(),
};

let folder: string;
let store: EventStore;
let registry: ClassRegistry;

/** Call in `beforeAll`. */
export async function openRegistry(): Promise<void> {
  folder = await newFolder();
  store = await openSqliteStore(join(folder, 'street.db'), log);
  registry = new ClassRegistry({ store, log, now: () => clock.now, botPace: 0 }, 86_400_000);
}

/** Call in `afterAll`. */
export async function closeRegistry(): Promise<void> {
  await registry.close();
  await store.close();
  await rm(folder, { recursive: true, force: true });
}

/** Call in `beforeEach`. */
export function anew(): void {
  noted.splice(0);
  clock.now = START;
}

const tokenOf = (name: string) => name.toLowerCase().padEnd(43, '-');
const turns = async (count = 40) => {
  for (let turn = 0; turn < count; turn += 1) await new Promise(setImmediate);
};

type AnyRoom = InstanceType<ReturnType<typeof classRoom> | ReturnType<typeof districtRoom>>;

export class Street {
  readonly classroom: Classroom;
  readonly told: unknown[] = [];
  readonly lines = new Map<string, Line>();
  readonly #names = new Map<string, string>();
  #asked = 0;

  constructor(classroom: Classroom) {
    this.classroom = classroom;
    this.names(classroom.id, '<class>');
    this.names(classroom.state.opened.code, '<code>');
  }

  names(secret: string, name: string): void {
    this.#names.set(secret, name);
  }

  async join(name: string): Promise<void> {
    const outcome = await this.classroom.join(name, tokenOf(name));
    if (!outcome.ok) throw new Error(outcome.refused);
    this.names(outcome.player.id, `<${name}>`);
    this.classroom.arrive(outcome.player.id);
  }

  idOf(name: string): string {
    return this.classroom.state.everyone.find((each) => each.name === name)?.id ?? 'p-nobody';
  }

  async desk(action: DeskRequestAction): Promise<unknown> {
    this.#asked += 1;
    const answer = await this.classroom.desk(action, `request-${this.#asked}`);
    await this.tell(`desk ${JSON.stringify(action)}`, answer.ok ? 'done' : answer);
    return answer;
  }

  async enter(room: AnyRoom, name: string, options: object = { token: tokenOf(name.split(' ')[0] ?? '') }) {
    const line = new Line(name);
    try {
      await line.enter(room as never, { wire: WIRE_VERSION, ...options });
      this.lines.set(name, line);
      await this.tell(`${name} enters`);
    } catch (error) {
      await this.tell(`${name} stays outside`, String(error));
    }
    return line;
  }

  line(name: string): Line {
    const line = this.lines.get(name);
    if (line === undefined) throw new Error(`no line: ${name}`);
    return line;
  }

  async ask(name: string, type: string, payload: unknown): Promise<void> {
    const answer = await this.line(name).asks(type, payload);
    await this.tell(`${name}: ${JSON.stringify(payload)}`.slice(0, 200), answer ?? 'no answer');
  }

  async act(name: string, action: object, more: object = {}): Promise<void> {
    this.#asked += 1;
    await this.ask(name, 'act', { id: `request-${this.#asked}`, round: 1, action, ...more });
  }

  async student(name: string, action: object): Promise<void> {
    this.#asked += 1;
    await this.ask(name, 'student', { id: `request-${this.#asked}`, action });
  }

  async tell(what: string, answer?: unknown): Promise<void> {
    await turns();
    this.told.push(this.plain(answer === undefined ? what : [what, answer]));
    for (const [name, line] of this.lines) {
      for (const message of line.heard.splice(0)) this.told.push(`    ${name} hears ${this.plain(brief(message))}`);
    }
  }

  plain(value: unknown): string {
    let text = typeof value === 'string' ? value : JSON.stringify(value);
    for (const [secret, name] of this.#names) text = text.replaceAll(secret, name);
    return text.replaceAll(/"id":\d{6,}/g, '"id":…').replaceAll(/\b[kmpqr][a-z2-9]{14}\b/g, '<id>');
  }
}

/** Shortens a whole view to its owner and time; other tests show its content. */
function brief(message: unknown): string {
  const text = JSON.stringify(message, (key, value) => {
    // Numbers of lines are random.
    if (key === 'talk' && value?.e !== undefined) return Object.keys(value.e).length;
    if (key !== 'view' || typeof value !== 'object') return value;
    const { seat, public: shown, talk, plan, ...rest } = value;
    const { phase, round } = shown ?? rest;
    return { whose: seat ?? 'everybody’s', phase, round, talk: talk?.length, plan: plan?.kind };
  });
  return text.length > 260 ? `${text.slice(0, 260)}…` : text;
}

export async function street(request: OpenClassRequest, people: readonly string[]) {
  const choices = readChoices({ clockMode: 'desk', seed: 7, seatsPerDistrict: 4, ...request });
  if ('refused' in choices) throw new Error(choices.refused);
  const links = newLinks(choices);
  const classroom = await registry.openClass(choices, 'class', links);
  if (classroom === undefined) throw new Error('no class');
  const opened = new Street(classroom);
  opened.names(links.assistantLink, '<helper’s link>');
  opened.names(links.projectorLink, '<wall’s link>');
  for (const name of people) await opened.join(name);
  return Object.assign(opened, { links });
}
