/** District and class fail alike, on a real store that fails on command. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Classroom } from '../../server/classroom/classroom.ts';
import { ClassRegistry } from '../../server/classroom/registry.ts';
import { readChoices } from '../../server/classroom/setup/settings.ts';
import { districtStream, type EventStore } from '../../server/storage/port.ts';
import { openSqliteStore } from '../../server/storage/sqlite.ts';
import type { Plan } from '../../shared/engine/plans.ts';
import { actRequestSchema } from '../../shared/protocol/schemas.ts';
import { type Faults, faulty } from '../support/faulty-store.ts';
import { newToken } from '../support/http.ts';
import { log, newFolder } from '../support/server.ts';
import { PATIENCE_MS, pause, until } from '../support/waiting.ts';

const KEPT_MS = 86_400_000;
const AWAY = { ok: false, refused: 'store-unavailable' };
const PLAN: Plan = { kind: 'firm', trade: 3, research: 3, shares: [], deal: { kind: 'none' } };

let folder: string;
let store: EventStore;
let faults: Faults;
let registry: ClassRegistry;
let classroom: Classroom;

beforeEach(async () => {
  folder = await newFolder();
  ({ store, faults } = faulty(await openSqliteStore(join(folder, 'street.db'), log)));
  registry = new ClassRegistry({ store, log, now: Date.now, botPace: 1 }, KEPT_MS);
  const choices = readChoices({ seatsPerDistrict: 6, clockMode: 'desk', leftovers: 'mirror' });
  if ('refused' in choices) throw new Error(choices.refused);
  const opened = await registry.openClass(choices);
  if (opened === undefined) throw new Error('the class could not be opened');
  classroom = opened;
});
afterEach(async () => {
  faults.held = undefined;
  await registry.close();
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

function hold(): () => void {
  let release: () => void = () => undefined;
  faults.held = new Promise((resolve) => {
    release = resolve;
  });
  return () => {
    faults.held = undefined;
    release();
  };
}

async function untilTaken(ask: () => Promise<{ readonly ok: boolean }>): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!(await ask()).ok) {
    if (performance.now() > end) throw new Error('the store is never trusted again');
    await pause(50);
  }
}

interface Aggregate {
  readonly name: string;
  /** Makes a request that would be recorded. */
  readonly ask: (what: string) => Promise<{ readonly ok: boolean }>;
  readonly shows: () => readonly string[];
}

const CLASS: Aggregate = {
  name: 'a class',
  ask: (what) => classroom.desk({ type: 'message', text: what }, `message-${what}`),
  shows: () => classroom.state.notices.map(({ text }) => text),
};
const DISTRICT: Aggregate = {
  name: 'a district',
  async ask(what) {
    const session = classroom.session(1);
    if (session === undefined) throw new Error('no district');
    const seat = [...classroom.state.placements.values()][0]?.seat ?? 0;
    const player = [...classroom.state.placements.keys()][0] ?? '';
    return session.act(seat, player, { id: `say-${what}`, round: 1, action: { type: 'say', text: what } });
  },
  shows: () => {
    const session = classroom.session(1);
    return session?.state.talk.map((line) => session.talkTexts.withText(line).text ?? '') ?? [];
  },
};

describe.each([CLASS, DISTRICT])('$name whose store fails', ({ ask, shows }) => {
  beforeEach(async () => {
    await classroom.join('Ada', newToken());
    await classroom.desk({ type: 'startClass' }, 'start');
    await until('the district', () => classroom.session(1)?.state.phase === 'news');
  });

  test('acknowledges and shows nothing, and goes on where its log ends', async () => {
    expect(await ask('before')).toMatchObject({ ok: true });
    faults.broken = true;
    expect(await ask('lost')).toEqual(AWAY);
    expect(await ask('lost')).toEqual(AWAY);
    expect(await ask('never taken')).toEqual(AWAY);
    expect(shows()).toEqual(['before']);
    faults.broken = false;
    await untilTaken(() => ask('lost'));
    expect(shows()).toEqual(['before', 'lost']);
  });

  test('shows what landed after it broke only once it has read its log again', async () => {
    const release = hold();
    const slow = ask('slow');
    await pause(20);
    faults.broken = true;
    expect(await ask('lost')).toEqual(AWAY);
    release();
    expect(await slow).toMatchObject({ ok: true });
    expect(shows()).toEqual([]);
    faults.broken = false;
    await until('the log to be read again', () => shows().length > 0);
    expect(shows()).toEqual(['slow']);
    expect(await ask('slow')).toMatchObject({ ok: true });
    expect(shows()).toEqual(['slow']);
  });
});

describe('a class whose store fails', () => {
  test('does not take somebody for known whose joining was never kept', async () => {
    const token = newToken();
    faults.broken = true;
    expect(await classroom.join('Ada', token)).toEqual(AWAY);
    expect(await classroom.join('Ada', token)).toEqual(AWAY);
    faults.broken = false;
    await untilTaken(async () => classroom.join('Ada', token));
    expect(classroom.state.players).toHaveLength(1);
  });

  test('keeps no mirror plan', async () => {
    for (let count = 0; count < 7; count += 1) await classroom.join('Somebody', newToken());
    await classroom.desk({ type: 'startClass' }, 'start');
    const [mirror] = classroom.state.mirrors.keys();
    if (mirror === undefined) throw new Error('nobody mirrors');
    await classroom.session(1)?.desk({ type: 'advancePhase' }, 'advance');
    const plan = actRequestSchema.parse({
      id: 'plan-of-the-mirror',
      round: 1,
      action: { type: 'filePlan', plan: PLAN },
    });
    faults.broken = true;
    await classroom.desk({ type: 'showNames', on: true }, 'names');
    expect(await classroom.mirrorPlan(mirror, plan)).toEqual(AWAY);
    expect(classroom.state.mirrorPlans).toEqual([]);
  });

  test('leads its districts on once a stage that landed late is known', async () => {
    await classroom.join('Ada', newToken());
    await classroom.desk({ type: 'seatClass' }, 'seat');
    const session = classroom.session(1);
    const release = hold();
    const started = classroom.desk({ type: 'startClass' }, 'start');
    await pause(20);
    faults.broken = true;
    expect(await classroom.desk({ type: 'showNames', on: true }, 'names')).toEqual(AWAY);
    release();
    await started;
    expect([classroom.state.stage, session?.state.phase]).toEqual(['briefing', 'opening']);
    faults.broken = false;
    await until('the game', () => session?.state.phase === 'news');
    const records = await store.read(districtStream(session?.id ?? ''));
    expect(records.filter(({ line }) => line.includes('"openGame"'))).toHaveLength(1);
  });
});
