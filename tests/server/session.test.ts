/** The shell of one district on a real store, without network. */
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Change } from '../../server/district/deliveries.ts';
import type { DistrictOrigin } from '../../server/district/origin.ts';
import { DistrictSession } from '../../server/district/session.ts';
import { districtStream, type EventStore } from '../../server/storage/port.ts';
import { openSqliteStore } from '../../server/storage/sqlite.ts';
import { mixedPolicies } from '../../shared/bots/index.ts';
import { found } from '../../shared/engine/founding.ts';
import type { Settings } from '../../shared/engine/parts.ts';
import type { Plan } from '../../shared/engine/plans.ts';
import type { PlayerAction } from '../../shared/protocol/wire.ts';
import { rosterFor, scenarioById } from '../../shared/scenarios/index.ts';
import { damageLine } from '../support/damage.ts';
import { type Faults, faulty } from '../support/faulty-store.ts';
import { log, newFolder } from '../support/server.ts';
import { pause, until } from '../support/waiting.ts';

const PLAN: Plan = { kind: 'firm', trade: 3, research: 3, shares: [], deal: { kind: 'none' } };
const SETTINGS: Settings = { clockMode: 'desk', newsMs: 1_000, planMs: 60_000, revealMs: 1_000, talk: true };

let folder: string;
let store: EventStore;
let faults: Faults;
let sessions: DistrictSession[];
let now: number;

beforeEach(async () => {
  folder = await newFolder();
  ({ store, faults } = faulty(await openSqliteStore(join(folder, 'street.db'), log)));
  sessions = [];
  now = 1_800_000_000_000;
});
afterEach(async () => {
  for (const session of sessions) session.close();
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

async function open(settings: Partial<Settings> = {}, more: Partial<DistrictOrigin> = {}): Promise<DistrictSession> {
  const scenario = scenarioById('zhongguancun');
  if (scenario === undefined) throw new Error('no scenario');
  const actors = rosterFor(scenario, 6);
  const policies = mixedPolicies(actors, 1);
  const origin: DistrictOrigin = {
    districtId: 'd1',
    classId: 'k1',
    found: () => found(scenario, { seed: 5, settings: { ...SETTINGS, ...settings }, actors, policies }),
    ...more,
  };
  const session = await DistrictSession.open(origin, { store, log, now: () => now, botPace: 0 });
  sessions.push(session);
  return session;
}

function saidIn(session: DistrictSession): readonly (string | undefined)[] {
  return session.state.talk.map((line) => session.talkTexts.withText(line).text);
}

function request(action: PlayerAction, round = 1, id: string = randomUUID()) {
  return { id, round, action } as Parameters<DistrictSession['act']>[2];
}

async function inPlan(): Promise<DistrictSession> {
  const session = await open();
  session.arrive(0, 'ada');
  await session.desk({ type: 'advancePhase' }, randomUUID());
  expect(session.state.phase).toBe('plan');
  return session;
}

describe('a command received twice', () => {
  test('gets the same answer and is on record once', async () => {
    const session = await inPlan();
    const wanted = request({ type: 'filePlan', plan: PLAN });
    const first = await session.act(0, 'ada', wanted);
    const again = await session.act(0, 'ada', wanted);
    expect(first).toMatchObject({ ok: true });
    expect(again).toEqual(first);
    expect(session.records.filter(({ commandId }) => commandId === wanted.id)).toHaveLength(1);
  });

  test('at the same moment too', async () => {
    const session = await inPlan();
    const wanted = request({ type: 'say', text: 'Shall we?' });
    const answers = await Promise.all([1, 2, 3].map(() => session.act(0, 'ada', wanted)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(session.state.talk).toHaveLength(1);
  });

  test('after a restart too', async () => {
    const before = await inPlan();
    const wanted = request({ type: 'say', text: 'Shall we?' });
    const first = await before.act(0, 'ada', wanted);
    before.close();
    const after = await open();
    const length = after.records.length;
    expect(await after.act(0, 'ada', wanted)).toEqual(first);
    expect(after.records).toHaveLength(length);
    expect(after.state.talk).toHaveLength(1);
  });

  test('is another command when another seat sends it', async () => {
    const session = await inPlan();
    session.arrive(1, 'bo');
    const wanted = request({ type: 'say', text: 'Hello' });
    await session.act(0, 'ada', wanted);
    await session.act(1, 'bo', wanted);
    expect(session.state.talk.map(({ from }) => from)).toEqual([0, 1]);
  });

  test('counts once for the desk too, over a restart', async () => {
    const before = await open();
    expect(await before.desk({ type: 'advancePhase' }, 'advance-once')).toEqual({ ok: true });
    before.close();
    const after = await open();
    expect(after.state.phase).toBe('plan');
    expect(await after.desk({ type: 'advancePhase' }, 'advance-once')).toEqual({ ok: true });
    expect(after.state.phase).toBe('plan');
  });

  test('gets a refusal again, though it would be accepted by now', async () => {
    const session = await open();
    session.arrive(0, 'ada');
    const early = request({ type: 'filePlan', plan: PLAN });
    expect(await session.act(0, 'ada', early)).toEqual({ ok: false, refused: 'wrong-phase' });
    await session.desk({ type: 'advancePhase' }, randomUUID());
    expect(await session.act(0, 'ada', early)).toEqual({ ok: false, refused: 'wrong-phase' });
  });
});

describe('durable before told', () => {
  test('shows and answers nothing before the record is stored', async () => {
    const session = await inPlan();
    await until('the bots to have filed', () => session.state.plans.filter((plan) => plan !== undefined).length === 5);
    const changes: Change[] = [];
    session.onChange((change) => changes.push(change));
    let release: () => void = () => undefined;
    faults.held = new Promise((resolve) => {
      release = resolve;
    });
    let answered = false;
    const answer = session.act(0, 'ada', request({ type: 'filePlan', plan: PLAN })).then(() => {
      answered = true;
    });
    await pause(30);
    expect([answered, changes.length, session.state.plans[0]]).toEqual([false, 0, undefined]);
    release();
    faults.held = undefined;
    await answer;
    expect(session.state.plans[0]?.plan).toEqual(PLAN);
    const ofAda = changes.filter(({ events }) =>
      events.some((event) => event.type === 'PlanFiled' && event.seat === 0),
    );
    expect(ofAda).toHaveLength(1);
  });

  test('says store-unavailable while the store is away, and goes on from its log when it is back', async () => {
    const session = await inPlan();
    expect(await session.act(0, 'ada', request({ type: 'say', text: 'before' }))).toMatchObject({ ok: true });
    const anew: Change[] = [];
    session.onChange((change) => (change.anew === true ? anew.push(change) : undefined));
    faults.broken = true;
    const wanted = request({ type: 'filePlan', plan: PLAN });
    expect(await session.act(0, 'ada', wanted)).toEqual({ ok: false, refused: 'store-unavailable' });
    expect(await session.act(0, 'ada', wanted)).toEqual({ ok: false, refused: 'store-unavailable' });
    expect(await session.desk({ type: 'advancePhase' }, randomUUID())).toEqual({
      ok: false,
      refused: 'store-unavailable',
    });
    expect(session.state.plans[0]).toBeUndefined();
    faults.broken = false;
    await until('the session to recover', () => !session.broken);
    expect(anew).toHaveLength(1);
    expect(saidIn(session)).toEqual(['before']);
    expect(await session.act(0, 'ada', wanted)).toMatchObject({ ok: true });
    expect(session.state.plans[0]?.plan).toEqual(PLAN);
  });

  test('gives back the time the store was away', async () => {
    const session = await open({ clockMode: 'clock' });
    session.arrive(0, 'ada');
    await until('the clock to be on record', () => session.state.clock.deadline);
    const deadline = session.state.clock.deadline ?? 0;
    faults.broken = true;
    await session.act(0, 'ada', request({ type: 'say', text: 'anybody there?' }));
    now += 7_000;
    faults.broken = false;
    await until('the session to recover', () => !session.broken);
    await until('the credit to be on record', () => session.state.clock.deadline !== deadline);
    expect(session.state.clock.deadline).toBe(deadline + 7_000);
  });

  test.each([
    ['with no sign of life since, from the last record', undefined, 7_000],
    ['from the last sign of life', 4_000, 3_000],
    ['from the last record, where the last sign of life is older', -1_000, 7_000],
  ])('gives back the time the server was away, counted %s', async (_, aliveAfter, credit) => {
    const before = await open({ clockMode: 'clock', newsMs: 60_000 });
    const last = now;
    const deadline = await until('the clock to be on record', () => before.state.clock.deadline);
    before.close();
    now += 7_000;
    const after = await open({}, aliveAfter === undefined ? {} : { lastAlive: last + aliveAfter });
    await until('the credit to be on record', () => after.state.clock.deadline !== deadline);
    expect(after.state.clock.deadline).toBe(deadline + credit);
  });
});

describe('a damaged log', () => {
  /** A game with two lines of talk, whose second record is damaged with all that follow. */
  async function damaged(change: (line: string) => string) {
    const before = await inPlan();
    await before.act(0, 'ada', request({ type: 'say', text: 'first' }));
    await before.act(0, 'ada', request({ type: 'say', text: 'second' }));
    before.close();
    // A bot may have filed meanwhile, so the second talk record is found by content.
    const second = (await store.read(districtStream('d1'))).findLast(({ line }) => line.includes('"Said"'));
    if (second === undefined) throw new Error('the second line is not stored');
    damageLine(join(folder, 'street.db'), districtStream('d1'), second.seq, change);
    return { at: second.seq, lines: await store.read(districtStream('d1')) };
  }

  test.each([
    ['torn', (line: string) => line.slice(0, line.length / 2)],
    ['altered', (line: string) => line.replace('"from":0', '"from":1')],
    ['of a program to come', (line: string) => line.replace('"Said"', '"Sung"')],
  ])('is shown up to its last whole record; nothing is cut, and nothing decided (%s)', async (_, change) => {
    const { at, lines } = await damaged(change);
    const after = await open();
    expect(after.damage).toMatchObject({ line: at + 1 });
    expect(saidIn(after)).toEqual(['first']);
    const refused = { ok: false, refused: 'record-damaged' };
    expect(await after.act(0, 'ada', request({ type: 'say', text: 'third' }))).toEqual(refused);
    expect(await after.desk({ type: 'advancePhase' }, randomUUID())).toEqual(refused);
    expect(await store.read(districtStream('d1'))).toEqual(lines);
  });

  test('of older rules can be looked at, and nothing is decided in it', async () => {
    const before = await inPlan();
    before.close();
    const [first] = await store.read(districtStream('d1'));
    const { link: _, ...header }: Record<string, unknown> = JSON.parse(first?.line ?? '');
    const older = { ...header, districtId: 'd2', version: 1, rulesVersion: 1 };
    await store.append(districtStream('d2'), 'k1', 0, [JSON.stringify(older)]);
    const after = await open({}, { districtId: 'd2' });
    expect(after.state.phase).toBe('opening');
    expect(await after.desk({ type: 'openGame' }, randomUUID())).toEqual({ ok: false, refused: 'rules-older' });
    expect(await store.read(districtStream('d2'))).toHaveLength(1);
  });
});

describe('a person who was away', () => {
  test('misses two deadlines, is played by a bot, and has the seat back with the first act', async () => {
    const session = await inPlan();
    await session.desk({ type: 'advancePhase' }, randomUUID());
    expect(session.state.seats[0]).toMatchObject({ control: 'human', missed: 1 });
    await session.desk({ type: 'advancePhase' }, randomUUID());
    await session.desk({ type: 'advancePhase' }, randomUUID());
    await session.desk({ type: 'advancePhase' }, randomUUID());
    expect(session.state.seats[0]).toMatchObject({ control: 'bot', player: 'ada' });
    expect(await session.act(0, 'ada', request({ type: 'say', text: 'Back!' }, 2))).toMatchObject({ ok: true });
    expect(session.state.seats[0]).toMatchObject({ control: 'human', player: 'ada' });
  });

  test('has the seat back on coming in, before doing anything; not on a restart of the server', async () => {
    const before = await inPlan();
    for (let step = 0; step < 4; step += 1) await before.desk({ type: 'advancePhase' }, randomUUID());
    expect(before.state.seats[0]?.control).toBe('bot');
    before.close();
    const after = await open();
    after.reseat(new Map([[0, 'ada']]));
    await pause(20);
    expect(after.state.seats[0]?.control).toBe('bot');
    after.arrive(0, 'ada');
    await until('the seat to be handed back', () => after.state.seats[0]?.control === 'human');
  });

  test('takes the seat back without a word about the phase, and hears so once it is on the disk', async () => {
    const session = await open({ clockMode: 'wait' });
    session.arrive(0, 'ada');
    await until('the seat', () => session.state.seats[0]?.control === 'human');
    await session.desk({ type: 'assignSeat', seat: 0, control: 'bot', player: 'ada' }, randomUUID());
    expect(session.state.seats[0]?.control).toBe('bot');
    const back = request({ type: 'takeSeat' });
    const answer = await session.act(0, 'ada', back);
    expect(answer).toMatchObject({ ok: true });
    expect(session.state.seats[0]).toMatchObject({ control: 'human', player: 'ada' });
    expect(session.state.ready[0]).toBe(false);
    expect(session.state.phase).toBe('news');
    expect(await session.act(0, 'ada', back)).toEqual(answer);
    const length = session.records.length;
    expect(await session.act(0, 'ada', request({ type: 'takeSeat' }))).toEqual({ ok: true, seq: length });
    expect(session.records).toHaveLength(length);
  });

  test('who was moved while nothing could be kept is in the other seat once it can', async () => {
    let holders = new Map([[0, 'ada']]);
    const session = await open({}, { holders: () => holders });
    session.arrive(0, 'ada');
    session.arrive(1, 'bo');
    await until('both seats', () => session.state.seats[1]?.player === 'bo');
    faults.broken = true;
    expect(await session.desk({ type: 'advancePhase' }, randomUUID())).toMatchObject({ ok: false });
    holders = new Map([[1, 'ada']]);
    session.reseat(holders);
    faults.broken = false;
    await until('the session to recover', () => !session.broken);
    await until('the other seat', () => session.state.seats[1]?.player === 'ada');
    expect(session.state.seats[0]?.player).toBeUndefined();
  });

  test('loses the seat to nobody', async () => {
    const session = await inPlan();
    session.arrive(0, 'mallory');
    await pause(20);
    expect(session.state.seats[0]?.player).toBe('ada');
  });
});

describe('who moves a phase on', () => {
  test('in wait mode: everyone who is here, and in the plan phase everyone', async () => {
    const session = await open({ clockMode: 'wait' });
    session.arrive(0, 'ada');
    session.arrive(1, 'bo');
    await session.act(0, 'ada', request({ type: 'signalReady' }));
    await pause(20);
    expect(session.state.phase).toBe('news');
    session.leave(1, 'bo');
    await until('the plan phase', () => session.state.phase === 'plan');
    await session.act(0, 'ada', request({ type: 'filePlan', plan: PLAN }));
    await pause(50);
    expect(session.state.phase).toBe('plan');
    expect(session.waitingFor()).toEqual([1]);
    await session.act(1, 'bo', request({ type: 'filePlan', plan: PLAN }));
    await until('the reveal', () => session.state.phase === 'reveal');
  });

  test('in desk mode: nobody but the desk', async () => {
    const session = await inPlan();
    await session.act(0, 'ada', request({ type: 'filePlan', plan: PLAN }));
    await until('all bots to have filed', () => session.state.plans.every((plan) => plan !== undefined));
    await pause(30);
    expect(session.state.phase).toBe('plan');
  });

  test('in clock mode: the deadline, or everyone', async () => {
    const session = await open({ clockMode: 'clock', newsMs: 30, planMs: 60_000 });
    session.arrive(0, 'ada');
    now += 31;
    await until('the plan phase', () => session.state.phase === 'plan');
    await session.act(0, 'ada', request({ type: 'filePlan', plan: PLAN }));
    await until('the reveal', () => session.state.phase === 'reveal');
  });

  test('nobody while the clock is paused', async () => {
    const session = await open({ clockMode: 'wait' });
    session.arrive(0, 'ada');
    expect(await session.desk({ type: 'pauseClock' }, randomUUID())).toEqual({ ok: true });
    await session.act(0, 'ada', request({ type: 'signalReady' }));
    await pause(30);
    expect(session.state.phase).toBe('news');
    await session.desk({ type: 'resumeClock' }, randomUUID());
    await until('the plan phase', () => session.state.phase === 'plan');
  });
});

describe('a bot that a person deals with', () => {
  test('files again once a pact is agreed, with a share for them; who declines what they ask says why', async () => {
    const session = await open({}, { found: () => firstYear('cooperate') });
    session.arrive(0, 'ada');
    await session.desk({ type: 'advancePhase' }, randomUUID());
    const shares = () => session.state.plans.flatMap((filed) => (filed?.plan.kind === 'firm' ? filed.plan.shares : []));
    await until('an offer to the person', () => session.state.offers.some(({ to }) => to === 0));
    const offer = session.state.offers.find(({ to }) => to === 0)?.id ?? 0;
    expect(shares()).toEqual([]);
    expect(await session.act(0, 'ada', request({ type: 'answerOffer', offer, accept: true }))).toMatchObject({
      ok: true,
    });
    await until('the bot to have filed again', () => shares().length > 0);
    expect(shares()).toEqual([{ to: 0, points: 1 }]);
    const to = session.state.actors.findIndex(({ kind }) => kind === 'university');
    await session.act(0, 'ada', request({ type: 'makeOffer', kind: 'plea', to, plea: 'openLab' }));
    const reason = await until('the reason', () => session.state.talk.find(({ from }) => from === to));
    expect(reason).toMatchObject({ to: 0, sentence: 'papersFirst' });
  });

  function firstYear(policy: string) {
    const scenario = scenarioById('zhongguancun');
    if (scenario === undefined) throw new Error('no scenario');
    const actors = rosterFor(scenario, 6);
    const policies = actors.map(({ kind }) => (kind === 'firm' ? policy : kind === 'university' ? 'publish' : 'idle'));
    return found(scenario, { seed: 5, settings: SETTINGS, actors, policies });
  }
});
