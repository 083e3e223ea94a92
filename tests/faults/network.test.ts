/** Faults of students' networks: loss, stalls, changed addresses, sleep. Everybody keeps their seat and their acts. */
import { afterEach, describe, expect, test } from 'vitest';
import { type Detour, detourTo } from '../support/detour.ts';
import { openClass } from '../support/http.ts';
import { enrol, openTab, plainPlan, seatOf, sitAtDesk } from '../support/player.ts';
import { PATIENCE_MS, pause, until } from '../support/waiting.ts';
import { audit } from './audit.ts';
import { gather, returned } from './crowd.ts';
import { isLong, report } from './forms.ts';
import { buildTown, type Town } from './town.ts';

let town: Town | undefined;
const detours: Detour[] = [];

afterEach(async () => {
  for (const detour of detours.splice(0)) await detour.dispose();
  await town?.dispose();
});

async function detour(url: string): Promise<Detour & { readonly url: string }> {
  const made = await detourTo(Number(new URL(url).port));
  detours.push(made);
  return { ...made, url: `http://127.0.0.1:${made.port}` };
}

describe('lines that break during 30 % of all acts', () => {
  test('plays to the end and counts every act once', async () => {
    town = await buildTown();
    const crowd = await gather({ url: town.url, seats: 6, robot: { drop: 0.3 } });
    await crowd.played;
    expect(crowd.robots.every(({ round }) => round === 12)).toBe(true);
    expect(await audit(town.store, crowd.classId, crowd.robots)).toEqual([]);
    report('30 % lost', { acknowledged: crowd.robots.flatMap(({ acknowledged }) => acknowledged).length });
  });
});

describe('the network between students and server', () => {
  test('goes away and comes back: everyone is in their seat again', async () => {
    town = await buildTown();
    const network = await detour(town.url);
    const crowd = await gather({ url: town.url, through: network.url, seats: 8 });
    for (let times = isLong ? 20 : 2; times > 0; times -= 1) {
      await pause(300 + Math.random() * 500);
      network.cut();
      await pause(500);
      network.flow();
      await returned(town.url, crowd, isLong ? 8_000 : PATIENCE_MS);
    }
    await crowd.played;
    expect(await audit(town.store, crowd.classId, crowd.robots)).toEqual([]);
  });

  test('holds everything back for a while: late messages count once', async () => {
    town = await buildTown();
    const network = await detour(town.url);
    const crowd = await gather({ url: town.url, through: network.url, seats: 6 });
    await pause(500);
    network.hold();
    await pause(isLong ? 12_000 : 2_000);
    network.flow();
    await crowd.played;
    expect(await audit(town.store, crowd.classId, crowd.robots)).toEqual([]);
  });
});

describe('one student', () => {
  async function oneStudent(planMs: number) {
    town = await buildTown();
    const { url } = town;
    const { classId, code } = await openClass(url, { clockMode: 'clock', newsMs: 200, planMs, revealMs: 200 });
    const [away, present] = [await enrol(url, code, 'Ada'), await enrol(url, code, '小明')];
    const desk = await sitAtDesk(url, classId);
    await desk.ask({ type: 'startClass' });
    const seats = [await seatOf(url, away), await seatOf(url, present)] as const;
    return { town, url, away, present, desk, seat: seats[0] };
  }

  test('comes back from another address into the same seat, with the same plan', async () => {
    const { url, away, seat } = await oneStudent(60_000);
    const [home, cafe] = [await detour(url), await detour(url)];
    const first = await openTab(home.url, seat.districtId, away.token);
    const view = await until('the plan phase', () => first.view()?.public.phase === 'plan' && first.view());
    const plan = plainPlan(view);
    expect(await first.act({ type: 'filePlan', plan })).toMatchObject({ ok: true });
    home.cut();
    const second = await openTab(cafe.url, seat.districtId, away.token);
    expect(second.view()).toMatchObject({ seat: seat.seat, plan });
  });

  test('sleeps for ten minutes: a marked bot keeps the seat warm and hands it back at once', async () => {
    const { town: here, url, away, present, desk, seat } = await oneStudent(60_000);
    const tab = await openTab(url, seat.districtId, away.token);
    const other = await openTab(url, seat.districtId, present.token);
    const view = await until('the plan phase', () => tab.view()?.public.phase === 'plan' && tab.view());
    expect(await tab.act({ type: 'filePlan', plan: plainPlan(view) })).toMatchObject({ ok: true });
    await tab.close();
    const controls = () => other.view()?.public.seats[seat.seat]?.control;
    for (let round = 1; controls() !== 'bot'; round += 1) {
      await until('a plan phase', () => other.view()?.public.phase === 'plan' && other.view()?.public.round === round);
      expect(await desk.ask({ type: 'closeRound' })).toMatchObject({ ok: true });
      await until('its end', () => other.view()?.public.history.length === round);
    }
    here.pushClock(600_000);
    const back = await openTab(url, seat.districtId, away.token);
    expect(back.view()?.seat).toBe(seat.seat);
    await until('the seat to be theirs again', () => back.view()?.public.seats[seat.seat]?.control === 'human');
    await until('a plan phase', () => back.view()?.public.phase === 'plan' && back.view()?.plan === undefined);
    const now = back.view();
    if (now === undefined) throw new Error('no view');
    expect(await back.act({ type: 'filePlan', plan: plainPlan(now) })).toMatchObject({ ok: true });
  });
});
