/** Common pace: districts with a clock change phase together, unless the set-up says otherwise. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mustWaitForOthers } from '../../server/classroom/districts/common-pace.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import { enter } from '../support/class-room.ts';
import { nth, playing } from '../support/district.ts';
import { plainPlan, type Tab } from '../support/player.ts';
import { KEY, startServer, stopServers, type TestServer } from '../support/server.ts';
import { pause, until } from '../support/waiting.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(stopServers);

const NAMES = ['Ada', 'Bo', 'Cy', 'Di', 'Ed', 'Fi', 'Gu', 'Hu'];
/** Long enough that nothing ends during the test, with a short wait for news. */
const CLOCK = { clockMode: 'clock', newsMs: 300, planMs: 60_000, revealMs: 60_000, seatsPerDistrict: 4 } as const;
const phaseOf = (tab: Tab) => `${tab.view()?.public.round} ${tab.view()?.public.phase}`;

async function file(tab: Tab): Promise<void> {
  const view = await until('a plan phase', () => (tab.view()?.public.phase === 'plan' ? tab.view() : undefined));
  expect(await tab.act({ type: 'filePlan', plan: plainPlan(view) })).toMatchObject({ ok: true });
}

async function twoDistricts(pace?: 'own') {
  const table = await playing(server.url, NAMES, { ...CLOCK, ...(pace === undefined ? {} : { pace }) });
  const { desk, tabs } = table;
  const seen = await enter(server.url, table.classId, { key: KEY });
  await until('the plan phase everywhere', () => tabs.every((tab) => phaseOf(tab) === '1 plan'));
  const rows = () => seen.desk()?.districts ?? [];
  const seated = await until('everybody to sit', () => {
    const players = seen.desk()?.players ?? [];
    return players.length === NAMES.length && players.every(({ districtNumber }) => districtNumber)
      ? players
      : undefined;
  });
  const sittingIn = (number: number) =>
    tabs.filter((_, place) => seated.find(({ name }) => name === NAMES[place])?.districtNumber === number);
  const [one, two] = [sittingIn(1), sittingIn(2)];
  return { desk, one, two, rows };
}

describe('districts of a class with a clock', () => {
  test('wait for each other, and go on at once when the slowest is done', async () => {
    const { one, two, rows } = await twoDistricts();
    await Promise.all(one.map(file));
    await until('the desk to say that district 1 waits', () => nth(rows(), 0).held);
    expect(one.map(phaseOf)).toEqual(one.map(() => '1 plan'));
    await Promise.all(two.map(file));
    await until('the reveal everywhere', () => [...one, ...two].every((tab) => phaseOf(tab) === '1 reveal'));
    await until('nobody to be held', () => !rows().some(({ held }) => held));
  });

  test('are moved by the desk all the same', async () => {
    const { desk, one, two } = await twoDistricts();
    await Promise.all(one.map(file));
    await desk.ask({ type: 'advance', districts: [1] });
    await until('the reveal of the first', () => one.every((tab) => phaseOf(tab) === '1 reveal'));
    await desk.ask({ type: 'closeRound', districts: [2] });
    await until('the reveal of the second', () => two.every((tab) => phaseOf(tab) === '1 reveal'));
  });

  test('go each at its own pace where the set-up says so', async () => {
    const { one, two } = await twoDistricts('own');
    await Promise.all(one.map(file));
    await until('the reveal of the first', () => one.every((tab) => phaseOf(tab) === '1 reveal'));
    await pause(300);
    expect(two.map(phaseOf)).toEqual(two.map(() => '1 plan'));
  });
});

describe('who is waited for', () => {
  const at = (round: number, phase: DistrictState['phase'], clockMode: 'clock' | 'wait' = 'clock') =>
    ({ round, phase, settings: { clockMode } }) as unknown as DistrictState;
  const beside = (state: DistrictState, done = false, out = false) => [{ state, done, out }];

  test('those in the same phase until they are done, and those up to a round behind', () => {
    expect(mustWaitForOthers(at(3, 'plan'), beside(at(3, 'plan')))).toBe(true);
    expect(mustWaitForOthers(at(3, 'plan'), beside(at(3, 'plan'), true))).toBe(false);
    expect(mustWaitForOthers(at(3, 'plan'), beside(at(2, 'plan'), true))).toBe(true);
    expect(mustWaitForOthers(at(3, 'plan'), beside(at(1, 'reveal')))).toBe(false);
    expect(mustWaitForOthers(at(3, 'plan'), beside(at(3, 'reveal')))).toBe(false);
  });

  test('those who practise, among themselves: practice comes before the game', () => {
    const practising = (phase: DistrictState['phase']) => ({ ...at(1, phase), practice: { seed: 1 } });
    expect(mustWaitForOthers(practising('plan'), beside(practising('news')))).toBe(true);
    expect(mustWaitForOthers(practising('news'), beside(practising('plan')))).toBe(false);
    expect(mustWaitForOthers(at(1, 'news'), beside(practising('news')))).toBe(false);
    expect(mustWaitForOthers(at(1, 'news'), beside(practising('reveal')))).toBe(false);
  });

  test('nobody whose store fails, whose game is over, or without a clock', () => {
    expect(mustWaitForOthers(at(3, 'plan'), beside(at(3, 'plan'), false, true))).toBe(false);
    expect(mustWaitForOthers(at(3, 'plan'), beside(at(12, 'ended')))).toBe(false);
    expect(mustWaitForOthers(at(3, 'plan', 'wait'), beside(at(3, 'plan')))).toBe(false);
  });
});
