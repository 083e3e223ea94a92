/** A process stands still for a while, swapped out or stopped: nobody loses a phase. */
import { rm } from 'node:fs/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { StallDetector } from '../../server/district/stall-detector.ts';
import type { ActAnswer } from '../../shared/protocol/wire.ts';
import { type ServerProcess, startProcess } from '../support/child.ts';
import { nth, playing } from '../support/district.ts';
import { plainPlan, type Tab } from '../support/player.ts';
import { freePort } from '../support/ports.ts';
import { newFolder } from '../support/server.ts';
import { pause, until } from '../support/waiting.ts';

const PLAN_MS = 12_000;
const STOPPED_MS = 13_000;

let server: ServerProcess | undefined;
let folder: string | undefined;
afterEach(async () => {
  vi.useRealTimers();
  await server?.end('SIGKILL');
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

test('a plan phase goes on after the process stood still for longer than the phase', async () => {
  folder = await newFolder();
  server = await startProcess(folder, await freePort());
  const request = { clockMode: 'clock', newsMs: 500, planMs: PLAN_MS, revealMs: 60_000 } as const;
  const { tabs, desk } = await playing(server.url, ['Ada', 'Bo', 'Cy', 'Di'], request);
  await until('the plan phase', () => tabs.every((tab) => tab.view()?.public.phase === 'plan'));
  const file = (tab: Tab): Promise<ActAnswer> => {
    const view = tab.view();
    if (view === undefined) throw new Error('no view');
    return tab.act({ type: 'filePlan', plan: plainPlan(view) });
  };
  expect(await file(nth(tabs, 0))).toMatchObject({ ok: true });
  server.signal('SIGSTOP');
  // No answer comes in time, yet the plan counts.
  file(nth(tabs, 1)).catch(() => undefined);
  await pause(STOPPED_MS);
  server.signal('SIGCONT');
  // Lets all overdue work run.
  await pause(500);
  expect(tabs.map((tab) => tab.view()?.public.phase)).toEqual(['plan', 'plan', 'plan', 'plan']);
  expect(await file(nth(tabs, 2))).toMatchObject({ ok: true });
  expect(await file(nth(tabs, 3))).toMatchObject({ ok: true });
  await until('the reveal', () => tabs.every((tab) => tab.view()?.public.phase === 'reveal'));
  await until('the desk', () => desk.latest()?.districts[0]?.phase === 'reveal');
  expect(desk.latest()?.players.filter(({ missed = 0 }) => missed > 0)).toEqual([]);
});

test('time is given back only for more than two seconds, and before a time that is up is acted on', () => {
  vi.useFakeTimers();
  let clock = 0;
  const stalls = new StallDetector(() => clock);
  const told: number[] = [];
  const stop = stalls.onStall((ms) => told.push(ms));
  clock += 1_900;
  stalls.check();
  expect(told).toEqual([]);
  clock += 20_000;
  stalls.check();
  expect(told).toEqual([20_000]);
  stop();
  clock += 20_000;
  stalls.check();
  expect(told).toHaveLength(1);
  stalls.close();
});
