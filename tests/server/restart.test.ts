import { rm } from 'node:fs/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { Robot } from '../../server/robots/robot.ts';
import { emptySamples } from '../../server/robots/statistics.ts';
import { parse } from '../../shared/log/jsonl.ts';
import { firstDifference, replay } from '../../shared/log/replay.ts';
import { type ServerProcess, startProcess } from '../support/child.ts';
import { ask, openClass } from '../support/http.ts';
import { enrol, openTab, plainPlan, seatOf, sitAtDesk } from '../support/player.ts';
import { freePort } from '../support/ports.ts';
import { startTogether } from '../support/robots.ts';
import { KEY, newFolder } from '../support/server.ts';
import { pause, until } from '../support/waiting.ts';

const processes: ServerProcess[] = [];
const folders: string[] = [];

async function start(folder: string, port: number): Promise<ServerProcess> {
  const server = await startProcess(folder, port);
  processes.push(server);
  return server;
}

async function place(): Promise<{ readonly folder: string; readonly port: number }> {
  const folder = await newFolder();
  folders.push(folder);
  return { folder, port: await freePort() };
}

afterEach(async () => {
  for (const server of processes.splice(0)) await server.end('SIGKILL');
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

async function logsOf(server: ServerProcess, classId: string) {
  const { text } = await ask(`${server.url}/api/classes/${classId}/export/events.jsonl`, {
    headers: { authorization: `Bearer ${KEY}` },
  });
  const parsed = parse(text);
  if ('problem' in parsed) throw new Error(JSON.stringify(parsed));
  return parsed.logs;
}

describe('after kill -9 and a restart', () => {
  test('is in the same round with the same plans, the clock credited, and answers a repeated command the same', async () => {
    const { folder, port } = await place();
    const before = await start(folder, port);
    const planMs = 60_000;
    const opened = await openClass(before.url, { clockMode: 'clock', newsMs: 300, planMs, revealMs: 300 });
    const students = await Promise.all(['Ada', 'Bo', '陈'].map((name) => enrol(before.url, opened.code, name)));
    const desk = await sitAtDesk(before.url, opened.classId);
    await desk.ask({ type: 'startClass' });
    const seats = await Promise.all(students.map((student) => seatOf(before.url, student)));
    const [first, second] = students;
    const [seat] = seats;
    if (first === undefined || second === undefined || seat === undefined) throw new Error('nobody is seated');
    const tab = await openTab(before.url, seat.districtId, first.token);
    const view = await until('the plan phase', () => tab.view()?.public.phase === 'plan' && tab.view());
    const plan = plainPlan(view);
    const filed = await tab.act({ type: 'filePlan', plan }, { id: 'the-first-plan' });
    expect(filed).toMatchObject({ ok: true });
    await pause(1_500);
    await before.end('SIGKILL');
    const downAt = Date.now();
    await pause(2_500);

    const after = await start(folder, port);
    const back = await openTab(after.url, seat.districtId, first.token);
    const again = back.view();
    expect(again).toMatchObject({ seat: seat.seat, plan, public: { round: 1, phase: 'plan' } });
    expect(await back.act({ type: 'filePlan', plan }, { id: 'the-first-plan' })).toEqual(filed);
    const [log] = await logsOf(after, opened.classId);
    expect(log?.records.filter(({ commandId }) => commandId === 'the-first-plan')).toHaveLength(1);
    const credited = log?.records.find(({ events }) => events.some(({ type }) => type === 'ClockExtended'));
    const credit = (again?.public.deadline ?? 0) - (view.public.deadline ?? 0);
    const awayMs = (credited?.at ?? 0) - downAt;
    expect(credit).toBeGreaterThanOrEqual(awayMs);
    // Last seen alive a second before, or somewhat more on a busy machine.
    expect(credit).toBeLessThanOrEqual(awayMs + 10_000);
    expect(await seatOf(after.url, second)).toEqual(seats[1]);
  });

  test('goes on to the end with the same players, twice killed, and no acknowledged act is missing', async () => {
    const { folder, port } = await place();
    let server = await start(folder, port);
    const { classId, code } = await openClass(server.url, { clockMode: 'wait', seatsPerDistrict: 6 });
    const samples = emptySamples();
    const robots = Array.from(
      { length: 9 },
      (_, index) =>
        new Robot({
          url: server.url,
          code,
          number: index + 1,
          policy: 'mixed',
          latency: 0,
          drop: 0,
          think: 150,
          samples,
        }),
    );
    await Promise.all(robots.map((robot) => robot.join()));
    await startTogether(server.url, classId, robots.length);
    for (const round of [3, 7]) {
      await until(`round ${round}`, () => robots.some((robot) => robot.round >= round));
      await pause(Math.random() * 400);
      await server.end('SIGKILL');
      server = await start(folder, port);
    }
    await Promise.all(robots.map((robot) => robot.play()));
    expect(robots.every(({ finished, round }) => finished && round === 12)).toBe(true);
    for (const log of await logsOf(server, classId)) {
      const { state, checks } = replay(log);
      expect(state.phase).toBe('ended');
      expect(firstDifference(checks)).toBeUndefined();
      const kept = new Set(log.records.flatMap(({ commandId }) => commandId ?? []));
      const told = robots.filter(({ districtId }) => districtId === log.header.districtId);
      const acknowledged = told.flatMap((robot) => robot.acknowledged);
      expect(acknowledged.length).toBeGreaterThan(50);
      expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    }
  });

  test('stops on SIGTERM with exit code 0 and takes everything up again', async () => {
    const { folder, port } = await place();
    const before = await start(folder, port);
    const { classId, code } = await openClass(before.url, { clockMode: 'wait' });
    const student = await enrol(before.url, code, 'Ada');
    expect(await before.end('SIGTERM')).toBe(0);
    const after = await start(folder, port);
    expect((await enrol(after.url, code, 'Ada', student.token)).playerId).toBe(student.playerId);
    expect((await ask(`${after.url}/api/classes/${code}`)).body).toMatchObject({ classId, joined: 1 });
  });
});
