/** A latecomer: seated at once, told their role, and playing from the next year's news on. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProjectorView } from '../../shared/protocol/class-room.ts';
import { enter } from '../support/class-room.ts';
import { openClass } from '../support/http.ts';
import { enrol, openTab, plainPlan, seatOf } from '../support/player.ts';
import { KEY, startServer, stopServers, type TestServer } from '../support/server.ts';
import { until } from '../support/waiting.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(stopServers);

async function underWay() {
  const opened = await openClass(server.url, { clockMode: 'desk', seatsPerDistrict: 4 });
  const { classId, code, projectorLink } = opened;
  const ada = await enrol(server.url, code, 'Ada');
  await enter(server.url, classId, { token: ada.token });
  const desk = await enter(server.url, classId, { key: KEY });
  await desk.ask({ type: 'startClass' });
  const { districtId } = await seatOf(server.url, ada);
  const tab = await openTab(server.url, districtId, ada.token);
  const join = async (name: string) => {
    const person = await enrol(server.url, code, name);
    const line = await enter(server.url, classId, { token: person.token });
    const seated = await seatOf(server.url, person);
    const late = await openTab(server.url, seated.districtId, person.token);
    return { person, line, seated, late };
  };
  const row = () => desk.desk()?.districts[0];
  const wall = await enter(server.url, classId, { link: projectorLink });
  const tile = () => wall.latest<{ view: ProjectorView }>('projector')?.view.districts[0];
  return { desk, tab, join, row, tile };
}

test('a latecomer leaves the year to the bot and begins with the next news', async () => {
  const { desk, tab, join, row, tile } = await underWay();
  await desk.ask({ type: 'advance' });
  await until('the plan phase', () => tab.view()?.public.phase === 'plan');
  const { seated, late, line, person } = await join('Bo');
  expect(seated.firstRound).toBe(2);
  await until('questions about the role', () => line.latest('questions'));
  expect(late.view()?.public.seats[seated.seat]?.control).toBe('bot');
  const view = await until('a view', () => late.view());
  expect(await late.act({ type: 'filePlan', plan: plainPlan(view) })).toEqual({ ok: false, refused: 'begins-later' });
  expect(await late.act({ type: 'say', text: 'Good morning' })).toMatchObject({ ok: true });
  expect(await late.raw({ id: randomUUID(), round: 1, action: { type: 'takeSeat' } })).toEqual({
    ok: false,
    refused: 'begins-later',
  });
  await until('the person, seated, on the desk', () => {
    const shown = desk.desk()?.players.find(({ id }) => id === person.playerId);
    return shown?.bot && shown.firstRound === 2;
  });
  expect(row()?.alarms ?? []).not.toContain('bot-for-person');
  const ownView = await until('a view', () => tab.view());
  expect(await tab.act({ type: 'filePlan', plan: plainPlan(ownView) })).toMatchObject({ ok: true });
  await until('the wall, where all who decide are done', () => tile()?.ready === 1 && tile()?.people === 1);
  await desk.ask({ type: 'closeRound' });
  await until('the reveal', () => late.view()?.public.phase === 'reveal');
  expect(late.view()?.public.seats[seated.seat]?.control).toBe('bot');
  await desk.ask({ type: 'advance' });
  await until('their seat', () => {
    const seen = late.view()?.public;
    return seen?.round === 2 && seen.phase === 'news' && seen.seats[seated.seat]?.control === 'human';
  });
  expect(await late.act({ type: 'signalReady' })).toMatchObject({ ok: true });
  await desk.ask({ type: 'advance' });
  await until('their plan phase', () => late.view()?.public.phase === 'plan');
  const own = await until('a view', () => late.view());
  expect(await late.act({ type: 'filePlan', plan: plainPlan(own) })).toMatchObject({ ok: true });
});

test('a latecomer begins at once during the news, or when the desk hands the seat over', async () => {
  const { desk, tab, join } = await underWay();
  const early = await join('Bo');
  expect(early.seated.firstRound).toBe(1);
  await until('their seat at once', () => early.late.view()?.public.seats[early.seated.seat]?.control === 'human');
  await desk.ask({ type: 'advance' });
  await until('the plan phase', () => tab.view()?.public.phase === 'plan');
  const { seated, late, person } = await join('Chen');
  expect(seated.firstRound).toBe(2);
  expect(await desk.ask({ type: 'handBack', player: person.playerId })).toMatchObject({ ok: true });
  await until('their seat', () => late.view()?.public.seats[seated.seat]?.control === 'human');
  const view = await until('a view', () => late.view());
  expect(await late.act({ type: 'filePlan', plan: plainPlan(view) })).toMatchObject({ ok: true });
});
