/** Frames sent to a student per plan over all connections, since a phone's radio wakes for each. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enter } from '../support/class-room.ts';
import { nth } from '../support/district.ts';
import { openClass } from '../support/http.ts';
import { enrol, openTab, plainPlan, seatOf, sitAtDesk } from '../support/player.ts';
import { startServer, stopServers, type TestServer } from '../support/server.ts';
import { closeTaps, readConnection, type Tap, tapOn } from '../support/tap.ts';
import { pause, until } from '../support/waiting.ts';

const SEATS = 12;
const ROUNDS = 3;
/** Time over which plans arrive. */
const SPREAD_MS = 3_000;
const MOST_A_PLAN = 4;

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  closeTaps();
  await stopServers();
});

function framesSent(taps: readonly Tap[]): readonly string[] {
  return taps
    .flatMap((tap) => tap.connections())
    .flatMap((bytes) => readConnection(bytes).messages)
    .map(({ type }) => type);
}

test('a seat is sent at most four frames a plan', async () => {
  const clock = { clockMode: 'clock', newsMs: 700, planMs: 120_000, revealMs: 700 } as const;
  const { classId, code } = await openClass(server.url, { ...clock, seatsPerDistrict: SEATS });
  const students = await Promise.all(
    Array.from({ length: SEATS }, async (_, number) => {
      const tap = await tapOn(server.url);
      return { tap, student: await enrol(server.url, code, `Student ${number}`) };
    }),
  );
  const desk = await sitAtDesk(server.url, classId);
  await desk.ask({ type: 'seatClass' });
  const tabs = await Promise.all(
    students.map(async ({ tap, student }) => {
      await enter(tap.url, classId, { token: student.token });
      const { districtId } = await seatOf(server.url, student);
      return openTab(tap.url, districtId, student.token);
    }),
  );
  const state = () => nth(tabs, 0).received.findLast(({ type }) => type === 'state')?.message;
  await until('everybody to be here', () => JSON.stringify(state()).match(/"online":true/g)?.length === SEATS);
  await desk.ask({ type: 'startClass' });
  const all = (phase: string, round: number) =>
    until(`${phase} ${round}`, () =>
      tabs.every((tab) => tab.view()?.public.phase === phase && tab.view()?.public.round === round),
    );
  const taps = students.map(({ tap }) => tap);
  let before: readonly string[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    await all('plan', round);
    if (round === 1) before = framesSent(taps);
    await Promise.all(
      tabs.map(async (tab, index) => {
        await pause((SPREAD_MS * (index + 1)) / SEATS);
        const view = tab.view();
        if (view === undefined) throw new Error('no view');
        expect(await tab.act({ type: 'filePlan', plan: plainPlan(view) })).toMatchObject({ ok: true });
      }),
    );
  }
  await all('plan', 1 + ROUNDS);
  const counted = new Map<string, number>();
  for (const type of framesSent(taps)) counted.set(type, (counted.get(type) ?? 0) + 1);
  for (const type of before) counted.set(type, (counted.get(type) ?? 0) - 1);
  const plans = SEATS * ROUNDS;
  const perPlan = Object.fromEntries([...counted].map(([type, count]) => [type, count / plans]));
  const sum = [...counted.values()].reduce((total, count) => total + count, 0) / plans;
  expect(sum, JSON.stringify(perPlan)).toBeLessThanOrEqual(MOST_A_PLAN);
  expect(nth(tabs, 0).view()?.public.round).toBe(1 + ROUNDS);
});
