/** Rows of a desk are cached exactly as long as their facts stay the same. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Classroom } from '../../server/classroom/classroom.ts';
import { deskView } from '../../server/classroom/shown/desk-view.ts';
import type { DeskRequestAction } from '../../shared/protocol/class-room.ts';
import { nth } from '../support/district.ts';
import { newToken, openClass } from '../support/http.ts';
import { startServer, stopServers, type TestServer } from '../support/server.ts';
import { pause } from '../support/waiting.ts';

const SEATS = 6;
const DISTRICTS = 3;

const TURN_MS = 100;

/** Moves only when a test says so, so that no phase ends unexpectedly on a busy machine. */
let now = Date.now();
let server: TestServer;
beforeAll(async () => {
  server = await startServer({ now: () => now });
});
afterAll(stopServers);

async function playing(): Promise<Classroom> {
  const { code } = await openClass(server.url, {
    clockMode: 'clock',
    newsMs: 300,
    planMs: 3_000,
    revealMs: 300,
    seatsPerDistrict: SEATS,
  });
  const classroom = await server.app.registry.byCode(code);
  if (classroom === undefined) throw new Error('no class');
  for (let person = 0; person < SEATS * DISTRICTS; person += 1) {
    await classroom.join(`Student ${person}`, newToken());
    classroom.arrive(nth(classroom.state.players, person).id);
  }
  await classroom.begin('game');
  return classroom;
}

/** The view without caches, from a fresh copy of the module. */
async function forgetfulView(): Promise<typeof deskView> {
  vi.resetModules();
  return (await import('../../server/classroom/shown/desk-view.ts')).deskView;
}

test('cached rows are never stale', async () => {
  const classroom = await playing();
  const player = (place: number) => nth(classroom.state.players, place).id;
  const asked: readonly DeskRequestAction[] = [
    { type: 'mute', player: player(1), on: true },
    { type: 'relax', player: player(2), on: true },
    { type: 'handToBot', player: player(3) },
    { type: 'freeze', question: 'Why?' },
  ];
  const held = new Set<boolean>();
  for (let turn = 0; turn < 40; turn += 1) {
    const { district, seat, player: who } = nth([...classroom.state.placements.values()], turn % (SEATS * DISTRICTS));
    const session = classroom.session(district);
    if (turn % 3 === 0) session?.arrive(seat, who);
    if (turn % 3 === 1) session?.leave(seat, who);
    if (turn % 3 === 2) classroom.leave(who);
    const action = turn % 8 === 5 ? asked[(turn - 5) / 8] : undefined;
    if (action !== undefined) expect(await classroom.desk(action, randomUUID())).toMatchObject({ ok: true });
    if (turn % 11 === 10) await classroom.sessions[0]?.desk({ type: 'advancePhase' }, randomUUID());
    now += TURN_MS;
    await pause(TURN_MS);
    const viewAnew = await forgetfulView();
    const [before, anew, after] = [deskView(classroom), viewAnew(classroom), deskView(classroom)];
    expect(before).toEqual(anew);
    expect(after).toEqual(anew);
    for (const row of anew.districts) held.add(row.held === true);
  }
  expect([...held].sort(), 'a district waited for others, and one did not').toEqual([false, true]);
});

test('unchanged rows are identical objects', async () => {
  const classroom = await playing();
  await nth(classroom.sessions, 0).desk({ type: 'pauseClock' }, randomUUID());
  for (const session of classroom.sessions.slice(1)) await session.desk({ type: 'pauseClock' }, randomUUID());
  const before = deskView(classroom);
  const { district, seat, player } = nth([...classroom.state.placements.values()], 0);
  classroom.session(district)?.arrive(seat, player);
  const after = deskView(classroom);
  expect(after.players).toBe(before.players);
  const others = (view: typeof after) => view.districts.filter(({ number }) => number !== district);
  expect(others(after)).toHaveLength(DISTRICTS - 1);
  for (const [place, row] of others(after).entries()) expect(row).toBe(others(before)[place]);
  expect(after.districts.find(({ number }) => number === district)).toMatchObject({ number: district });
  expect(after.districts.find(({ number }) => number === district)?.away).not.toContain(seat);
  expect(before.districts.find(({ number }) => number === district)?.away).toContain(seat);
});
