/**
 * A whole lesson over a real store: the answer to each act of desk and students, and the changes on desk, wall and
 * everybody's page. Other tests say why; this one notices any change.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, test } from 'vitest';
import type { Classroom } from '../../server/classroom/classroom.ts';
import { ClassRegistry } from '../../server/classroom/registry.ts';
import { readChoices } from '../../server/classroom/setup/settings.ts';
import { deskView } from '../../server/classroom/shown/desk-view.ts';
import { projectorView } from '../../server/classroom/shown/projector-view.ts';
import { StudentFeed } from '../../server/rooms/student-feed.ts';
import type { EventStore } from '../../server/storage/port.ts';
import { openSqliteStore } from '../../server/storage/sqlite.ts';
import type { DeskRequestAction } from '../../shared/protocol/class-room.ts';
import type { StudentAction } from '../../shared/protocol/class-student.ts';
import { difference } from '../../shared/protocol/patch.ts';
import type { OpenClassRequest } from '../../shared/protocol/setup.ts';
import { log, newFolder } from '../support/server.ts';
import { expectTold } from '../support/told.ts';
import { until } from '../support/waiting.ts';

const START = Date.UTC(2026, 8, 1, 8);
const KEPT_MS = 86_400_000;

let folder: string;
let store: EventStore;
let registry: ClassRegistry;
let now = START;
beforeAll(async () => {
  folder = await newFolder();
  store = await openSqliteStore(join(folder, 'street.db'), log);
  registry = new ClassRegistry({ store, log, now: () => now, botPace: 0 }, KEPT_MS);
});
afterAll(async () => {
  await registry.close();
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

/** Replaces random values by names. */
class Names {
  readonly #known = new Map<string, string>();

  learn(what: string, secrets: readonly (string | undefined)[]): void {
    for (const secret of secrets) {
      if (secret === undefined || secret === '' || this.#known.has(secret)) continue;
      const count = [...this.#known.values()].filter((name) => name.startsWith(`<${what}`)).length;
      this.#known.set(secret, `<${what} ${count + 1}>`);
    }
  }

  plain<T>(value: T): T | undefined {
    if (value === undefined) return undefined;
    let text = JSON.stringify(value, (_, part) => (part instanceof Map ? [...part] : part));
    for (const [secret, name] of this.#known) text = text.replaceAll(secret, name);
    return JSON.parse(text);
  }
}

class Lesson {
  readonly told: unknown[] = [];
  readonly #classroom: Classroom;
  readonly #names = new Names();
  readonly #feeds = new Map<string, StudentFeed>();
  #heard: unknown[] = [];
  #shown: { desk?: unknown; wall?: unknown } = {};
  #requests = 0;

  constructor(classroom: Classroom) {
    this.#classroom = classroom;
    this.#names.learn('class', [classroom.id]);
    this.#names.learn('code', [classroom.state.opened.code]);
  }

  player(place: number): string {
    return this.#classroom.state.everyone[place]?.id ?? 'p-nobody';
  }

  async join(name: string, mark: string): Promise<void> {
    const outcome = await this.#classroom.join(name, mark.repeat(43));
    if (outcome.ok) {
      const { id } = outcome.player;
      this.#classroom.arrive(id);
      this.#names.learn('player', [id]);
      const client = { send: (type: string, message: unknown) => void this.#heard.push([id, type, message]) };
      this.#feeds.set(id, new StudentFeed(client as never, id, async (roomId) => ({ roomId }) as never));
    }
    await this.#tell(`joins as ${name}`, outcome.ok ? 'yes' : outcome);
  }

  async desk(action: DeskRequestAction, by: 'instructor' | 'assistant' = 'instructor'): Promise<void> {
    this.#requests += 1;
    const answer = await this.#classroom.desk(action, `request-${this.#requests}`, by);
    if (answer.ok) this.#names.learn('secret', [answer.done?.link, answer.done?.reentry?.code]);
    await this.#tell(`${by}: ${JSON.stringify(action)}`, answer);
  }

  async student(place: number, action: StudentAction): Promise<void> {
    const answer = await this.#classroom.student(this.player(place), action);
    if ('code' in answer && typeof answer.code === 'string') this.#names.learn('code', [answer.code]);
    await this.#tell(`student ${place}: ${JSON.stringify(action)}`, answer);
  }

  /** Waits for bots, and for districts that follow the class. */
  async #settled(): Promise<void> {
    await until('the bots', () =>
      this.#classroom.sessions.every(({ state }) => {
        const waits = state.phase === 'plan' && state.clock.pausedWithMs === undefined;
        return (
          !waits || state.seats.every(({ control }, seat) => control === 'human' || state.plans[seat] !== undefined)
        );
      }),
    );
    // Store and bots run in this process, so their work is done within some turns of the event loop on any machine.
    for (let turn = 0; turn < 100; turn += 1) {
      await new Promise((resolve) => (turn % 10 === 0 ? setTimeout(resolve, 1) : setImmediate(resolve)));
    }
  }

  async #tell(what: string, answer: unknown): Promise<void> {
    now += 1_000;
    await this.#settled();
    const { state } = this.#classroom;
    this.#names.learn(
      'notice',
      state.notices.map(({ id }) => id),
    );
    this.#names.learn(
      'question',
      state.reflections.map(({ id }) => id),
    );
    this.#names.learn(
      'poll',
      state.polls.map(({ id }) => id),
    );
    for (const feed of this.#feeds.values()) feed.update(this.#classroom);
    await new Promise((resolve) => setImmediate(resolve));
    const shown = this.#names.plain({ desk: deskView(this.#classroom), wall: projectorView(this.#classroom) });
    const changed = difference(this.#shown, shown);
    this.#shown = shown ?? {};
    this.told.push(this.#names.plain({ what, answer, changed, heard: this.#heard }));
    this.#heard = [];
  }
}

async function lesson(request: OpenClassRequest): Promise<Lesson> {
  const choices = readChoices({ clockMode: 'desk', seed: 7, seatsPerDistrict: 4, ...request });
  if ('refused' in choices) throw new Error(choices.refused);
  const classroom = await registry.openClass(choices);
  if (classroom === undefined) throw new Error('no class');
  return new Lesson(classroom);
}

describe('a lesson', () => {
  test('is told the same, from the door to the end', async () => {
    const told = await lesson({ title: 'Monday', leftovers: 'observe', showNames: true, research: true });
    for (const [place, name] of ['Ada', 'Bo', 'Chen', '  Dai  ', 'Ada', ''].entries())
      await told.join(name, 'abcdef'[place] ?? 'z');
    await told.desk({ type: 'setDoor', open: false });
    await told.join('Late', 'g');
    await told.desk({ type: 'setDoor', open: true, expected: 7 });
    await told.desk({ type: 'showNames', on: false });
    await told.desk({ type: 'move', player: told.player(0), district: 1, seat: 2 });
    await told.desk({ type: 'rename', player: told.player(4), name: ' Ada  Two ' });
    await told.desk({ type: 'rename', player: told.player(4), name: ' ' });
    await told.desk({ type: 'message', text: 'Welcome', player: told.player(1) });
    await told.desk({ type: 'message', text: '  ' });
    await told.student(1, { type: 'consent', research: false });
    await told.student(0, { type: 'answerQuestion', question: 'firmScore', choice: 'A' });
    await told.desk({ type: 'seatClass' });
    await told.desk({ type: 'startPractice' });
    await told.desk({ type: 'advance' });
    await told.desk({ type: 'closeRound' });
    await told.desk({ type: 'startClass' });
    await told.desk({ type: 'startPractice' });
    await told.student(2, { type: 'raiseHand', text: 'What is a pact?' });
    await told.student(3, { type: 'raiseHand' });
    await told.desk({ type: 'answerHand', player: told.player(2), text: 'A promise' });
    await told.student(3, { type: 'lowerHand' });
    await told.student(3, { type: 'lowerHand' });
    await told.desk({ type: 'advance', from: 'news' });
    await told.desk({ type: 'advance', from: 'news' });
    await told.desk({ type: 'mute', player: told.player(0), on: true });
    await told.desk({ type: 'mute', on: true });
    await told.desk({ type: 'mute', player: 'p-nobody', on: true });
    await told.desk({ type: 'relax', player: told.player(0), on: true });
    await told.desk({ type: 'handToBot', player: told.player(1) });
    await told.desk({ type: 'handBack', player: told.player(1) });
    await told.desk({ type: 'move', player: told.player(0), district: 1, seat: 0 });
    await told.desk({ type: 'move', player: told.player(0), district: 9, seat: 0 });
    await told.desk({ type: 'move', player: told.player(0), district: 1, seat: 15 });
    await told.desk({ type: 'freeze', question: 'Why?' });
    await told.student(0, { type: 'answerReflection', reflection: 'none', text: 'Because' });
    await told.desk({ type: 'thaw' });
    await told.desk({ type: 'pause' });
    await told.desk({ type: 'resume' });
    await told.desk({ type: 'extend', ms: 1_000 });
    await told.desk({ type: 'lastRound', on: true });
    await told.desk({ type: 'lastRound', on: false });
    await told.desk({ type: 'closeRound' });
    await told.desk({ type: 'undo' });
    await told.desk({ type: 'closeRound', districts: [1] });
    await told.desk({ type: 'closeRound', districts: [4] });
    await told.desk({ type: 'falter' });
    await told.desk({ type: 'falter' });
    await told.desk({ type: 'remove', player: told.player(5) });
    await told.desk({ type: 'removeMany', players: [told.player(4), 'p-nobody'] });
    await told.desk({ type: 'letBackIn', player: told.player(4) });
    await told.desk({ type: 'letBackIn', player: told.player(0) });
    await told.desk({ type: 'issueReentry', player: told.player(0) });
    await told.desk({ type: 'issueLink', to: 'projector' });
    await told.desk({ type: 'issueLink', to: 'projector' }, 'assistant');
    await told.desk({ type: 'openDebrief', on: true });
    await told.student(0, { type: 'predict', figure: '4', income: [1, 2, 3] });
    await told.student(0, { type: 'predict', figure: '3', income: [1] });
    await told.desk({ type: 'stepFinale', to: 'count' });
    await told.desk({ type: 'endClass' });
    await told.student(0, { type: 'raiseHand' });
    await told.student(0, { type: 'consent', research: true });
    await told.desk({ type: 'advance' });
    await expectTold('server/lesson', told.told);
  });

  test('of mirrors, treatments and its own pace is told the same', async () => {
    const told = await lesson({
      leftovers: 'mirror',
      roles: 'balanced',
      assignment: 'balanced',
      treatments: [{ name: 'None' }, { name: 'Silent', talk: false }],
    });
    for (const [place, name] of ['Ada', 'Bo', 'Chen', 'Dai', 'Eva', 'Fu', 'Gu', 'Ho', 'Io'].entries())
      await told.join(name, 'hijklmnop'[place] ?? 'z');
    await told.desk({ type: 'assignTreatment', district: 1, treatment: 'None' });
    await told.desk({ type: 'startClass' });
    for (let round = 0; round < 2; round += 1) {
      await told.desk({ type: 'advance' });
      await told.desk({ type: 'closeRound' });
      await told.desk({ type: 'advance' });
    }
    await told.desk({ type: 'freeze', question: 'Why here?', districts: [1] });
    await told.desk({ type: 'freeze', question: 'And there?', districts: [2] });
    await told.desk({ type: 'thaw', districts: [2] });
    await told.desk({ type: 'thaw' });
    await told.desk({ type: 'removeAbsent' });
    await told.desk({ type: 'lastRound', on: true });
    await told.desk({ type: 'advance' });
    await told.desk({ type: 'closeRound' });
    for (const to of ['count', 'guesses', 'figures', 'sentence', 'maps', 'count'] as const)
      await told.desk({ type: 'stepFinale', to });
    await told.desk({ type: 'endClass' });
    await expectTold('server/mirrors', told.told);
  });

  test('of one who does nothing is told the same', async () => {
    const told = await lesson({});
    await told.join('Ada', 'q');
    await told.desk({ type: 'startClass' });
    for (let round = 0; round < 2; round += 1) {
      await told.desk({ type: 'advance' });
      await told.desk({ type: 'closeRound' });
      await told.desk({ type: 'advance' });
    }
    await told.desk({ type: 'handToBot', player: told.player(0) });
    await told.desk({ type: 'advance' });
    await told.desk({ type: 'endClass' });
    await expectTold('server/alone', told.told);
  });
});

test('what is chosen for a class is read the same, with its defaults, or refused the same', async () => {
  const long = (length: number) => 'x'.repeat(length);
  const bodies: readonly unknown[] = [
    undefined,
    null,
    7,
    { nobody: true },
    ...[3, 4, 12, 16, 17, 4.5].map((seatsPerDistrict) => ({ seatsPerDistrict })),
    ...['zhongguancun-8', 'zhongguancun-10', 'nowhere'].map((scenario) => ({ scenario })),
    ...[199, 200, 1_800_000, 1_800_001].map((planMs) => ({ planMs })),
    ...[80, 81].map((length) => ({ title: long(length) })),
    ...[{ title: '  Monday  ' }, { title: '' }, { language: 'zh' }, { language: 'de' }],
    ...['bots', 'mirror', 'observe', 'nobody'].map((leftovers) => ({ leftovers })),
    ...['random', 'balanced', 'hand', 'none'].map((roles) => ({ roles })),
    ...[{ pace: 'own' }, { clockMode: 'wait' }, { talk: false }, { sentences: true }, { reputations: true }],
    ...[{ shock: false }, { ventureFund: false }, { population: 'cooperate' }, { population: 'nobody' }],
    ...[{ parameters: { margin: 1 } }, { parameters: { nothing: 1 } }, { parameters: { margin: Number.NaN } }],
    ...[
      { treatments: [] },
      { treatments: [{ name: 'A' }, { name: 'A' }] },
      { treatments: [{ name: 'A', talk: false }, { name: 'B' }] },
    ],
    ...[8, 9].map((count) => ({ treatments: Array.from({ length: count }, (_, place) => ({ name: `T${place}` })) })),
    ...[{ roster: ['Ada', 'Ada', ' Bo '] }, { roster: [''] }, { roster: ['Ada'], listOnly: true }, { listOnly: true }],
    ...[{ homework: { due: START, late: 'mark' } }, { homework: { due: START, late: 'mark', seat: 15 } }],
    ...[{ playOn: { classId: 'k', round: 2, phase: 'plan' } }, { research: true }, { showNames: true }, { seed: -1 }],
  ];
  await expectTold(
    'server/choices',
    bodies.map((body) => [JSON.stringify(body ?? 'nothing').slice(0, 90), readChoices(body)]),
  );
});
