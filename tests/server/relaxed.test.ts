/** More time for one student: a plan phase waits once for them, and for nobody else (rule R10). */
import { afterEach, describe, expect, test } from 'vitest';
import type { LogRecord } from '../../shared/log/record.ts';
import type { OpenClassRequest } from '../../shared/protocol/setup.ts';
import { nth } from '../support/district.ts';
import { openClass } from '../support/http.ts';
import { type Desk, enrol, openTab, plainPlan, type Student, seatOf, sitAtDesk, type Tab } from '../support/player.ts';
import { startServer, stopServers, type TestServer } from '../support/server.ts';
import { until } from '../support/waiting.ts';

const NEWS_MS = 300;
const PLAN_MS = 600;
const REVEAL_MS = 200;

/** Moves only when a test says so, so that nobody is late on a busy machine. */
let now = Date.now();
function pass(ms: number): void {
  now += ms;
}

afterEach(stopServers);

interface Table {
  readonly server: TestServer;
  readonly classId: string;
  readonly districtId: string;
  readonly desk: Desk;
  readonly ada: Student;
  readonly tabs: readonly Tab[];
  readonly records: () => readonly LogRecord[];
}

/** A district with Ada and Bo in its first plan phase; `before`: the desk's actions before the game. */
async function table(before: (desk: Desk, ada: Student) => Promise<unknown>): Promise<Table> {
  const server = await startServer({ now: () => now });
  const times = { newsMs: NEWS_MS, planMs: PLAN_MS, revealMs: REVEAL_MS };
  const opened = await openClass(server.url, { clockMode: 'clock', ...times });
  const ada = await enrol(server.url, opened.code, 'Ada');
  const bo = await enrol(server.url, opened.code, 'Bo');
  const desk = await sitAtDesk(server.url, opened.classId);
  await before(desk, ada);
  await desk.ask({ type: 'startClass' });
  const { districtId } = await seatOf(server.url, ada);
  const tabs = await Promise.all([ada, bo].map(({ token }) => openTab(server.url, districtId, token)));
  pass(NEWS_MS);
  for (const tab of tabs) await inPlan(tab);
  const { classId } = opened;
  return { server, classId, districtId, desk, ada, tabs, records: await recordsIn(server, classId) };
}

const relax = (desk: Desk, ada: Student) => desk.ask({ type: 'relax', player: ada.playerId, on: true });

function inPlan(tab: Tab, round = 1): Promise<unknown> {
  return until('the plan phase', () => tab.view()?.public.phase === 'plan' && tab.view()?.public.round === round);
}

async function file(tab: Tab): Promise<void> {
  const view = await until('a view', () => tab.view());
  expect(await tab.act({ type: 'filePlan', plan: plainPlan(view) })).toMatchObject({ ok: true });
}

async function deadlineOf(tab: Tab): Promise<number> {
  return until('a deadline', () => tab.view()?.public.deadline);
}

/** Returns a function that reads the district's records. */
async function recordsIn(server: TestServer, classId: string): Promise<() => readonly LogRecord[]> {
  const classroom = await server.app.registry.byId(classId);
  return () => classroom?.session(1)?.records ?? [];
}

const extensions = (records: readonly LogRecord[]) =>
  records.flatMap(({ events }) => events.flatMap((event) => (event.type === 'ClockExtended' ? [event.reason] : [])));

/** Time at which the first round was closed. */
async function closedAt({ records }: Table): Promise<number> {
  const closing = await until('the reveal', () =>
    records().find(({ events }) => events.some((event) => event.type === 'PhaseBegan' && event.phase === 'reveal')),
  );
  return closing.at;
}

describe('a student given more time', () => {
  test('gets as much again, once, for everyone to see, when the clock runs out on them', async () => {
    const at = await table(relax);
    expect(await seatOf(at.server.url, at.ada)).toMatchObject({ moreTime: true });
    const bo = nth(at.tabs, 1);
    const first = await deadlineOf(bo);
    pass(PLAN_MS);
    await until('the new deadline', () => bo.view()?.public.deadline === first + PLAN_MS);
    expect(bo.view()?.public.phase).toBe('plan');
    pass(PLAN_MS);
    expect(await closedAt(at)).toBeGreaterThanOrEqual(first + PLAN_MS);
    expect(extensions(at.records())).toEqual(['relaxed']);
  });

  test('ends the phase by filing, though somebody else’s plan is missing', async () => {
    const at = await table(relax);
    const ada = nth(at.tabs, 0);
    const first = await deadlineOf(ada);
    pass(PLAN_MS);
    await until('the new deadline', () => ada.view()?.public.deadline === first + PLAN_MS);
    await file(ada);
    expect(await closedAt(at)).toBe(first);
  });

  test('needs none once they have filed: another’s missing plan waits for nobody', async () => {
    const at = await table(relax);
    const first = await deadlineOf(nth(at.tabs, 0));
    await file(nth(at.tabs, 0));
    pass(PLAN_MS);
    expect(await closedAt(at)).toBe(first);
    expect(extensions(at.records())).toEqual([]);
  });

  test('is not waited for while away', async () => {
    const at = await table(relax);
    const first = await deadlineOf(nth(at.tabs, 1));
    await nth(at.tabs, 0).close();
    const session = (await at.server.app.registry.byId(at.classId))?.session(1);
    const seat = nth(at.tabs, 0).view()?.seat ?? -1;
    await until('Ada to be away', () => session?.presence.isOnline(seat) === false);
    pass(PLAN_MS);
    expect(await closedAt(at)).toBe(first);
    expect(extensions(at.records())).toEqual([]);
  });

  test('is so until the desk takes it back, which ends the time that was only for them', async () => {
    const at = await table(relax);
    const first = await deadlineOf(nth(at.tabs, 1));
    await until('the mark', () => at.desk.latest()?.players.find(({ id }) => id === at.ada.playerId)?.relaxed);
    pass(PLAN_MS);
    await until('the new deadline', () => nth(at.tabs, 1).view()?.public.deadline === first + PLAN_MS);
    await at.desk.ask({ type: 'relax', player: at.ada.playerId, on: false });
    expect(await closedAt(at)).toBe(first);
    await until('no mark', () => at.desk.latest()?.players.every(({ relaxed }) => relaxed === undefined));
  });
});

describe('the desk’s word', () => {
  test('counts once by its id, and for people of the class only', async () => {
    const at = await table(async (desk, { playerId }) => {
      const on = { type: 'relax', player: playerId, on: true } as const;
      const off = { ...on, on: false };
      expect(await desk.ask(on, 'relax-ada-once')).toEqual({ ok: true });
      expect(await desk.ask(off)).toEqual({ ok: true });
      expect(await desk.ask(on, 'relax-ada-once')).toEqual({ ok: true });
      expect(await desk.ask({ ...on, player: 'p-nobody' })).toMatchObject({ refused: 'no-such-player' });
    });
    pass(PLAN_MS);
    await closedAt(at);
    expect(extensions(at.records())).toEqual([]);
  });

  test('outlives a restart, and so does that the phase has waited already', async () => {
    const at = await table(relax);
    const first = await deadlineOf(nth(at.tabs, 0));
    pass(PLAN_MS);
    await until('the new deadline', () => nth(at.tabs, 0).view()?.public.deadline === first + PLAN_MS);
    await at.server.stop();
    const server = await startServer({ folder: at.server.folder, now: () => now });
    const ada = await openTab(server.url, at.districtId, at.ada.token);
    expect(ada.view()?.public).toMatchObject({ phase: 'plan', round: 1 });
    const records = await recordsIn(server, at.classId);
    const relaxed = () => extensions(records()).filter((reason) => reason === 'relaxed').length;
    const reaches = (phase: string) => until(phase, () => ada.view()?.public.phase === phase);
    pass(PLAN_MS);
    await reaches('reveal');
    pass(REVEAL_MS);
    await reaches('news');
    pass(NEWS_MS);
    await inPlan(ada, 2);
    expect(relaxed()).toBe(1);
    pass(PLAN_MS);
    await until('time for Ada again', () => relaxed() === 2);
    expect(ada.view()?.public.round).toBe(2);
  });

  test('is offered on the desk only where time runs out', async () => {
    const server = await startServer();
    const timed = async (request: OpenClassRequest) => {
      const { classId, code } = await openClass(server.url, request);
      await enrol(server.url, code, 'Ada');
      const desk = await sitAtDesk(server.url, classId);
      const before = (await until('the desk', () => desk.latest())).timed === true;
      await desk.ask({ type: 'seatClass' });
      const seated = await until('a district', () => desk.latest()?.districts[0]);
      return [before, seated.times !== undefined];
    };
    expect(await timed({ clockMode: 'clock' })).toEqual([true, true]);
    expect(await timed({ clockMode: 'wait' })).toEqual([false, false]);
    expect(await timed({ clockMode: 'desk' })).toEqual([false, false]);
    const treatments = [{ name: 'waits' }, { name: 'hurries', clockMode: 'clock' }] as const;
    expect((await timed({ clockMode: 'wait', treatments }))[0]).toBe(true);
  });
});
