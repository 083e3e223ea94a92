/** Students' talk is on the desk; a muted student cannot talk, and all else goes on. */
import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import type { SeatedMessage } from '../../shared/protocol/wire.ts';
import { enter } from '../support/class-room.ts';
import { nth } from '../support/district.ts';
import { openClass } from '../support/http.ts';
import { enrol, openTab, plainPlan } from '../support/player.ts';
import { KEY, startServer, stopServers } from '../support/server.ts';
import { until } from '../support/waiting.ts';

afterAll(stopServers);

/** Ada and Bo in one district in the news of round 1, and the desk. */
async function seatedPair(request: { readonly sentences?: true } = {}) {
  const server = await startServer();
  const { classId, code } = await openClass(server.url, { clockMode: 'desk', seatsPerDistrict: 4, ...request });
  const students = [await enrol(server.url, code, 'Ada'), await enrol(server.url, code, 'Bo')];
  const lines = await Promise.all(students.map(({ token }) => enter(server.url, classId, { token })));
  const desk = await enter(server.url, classId, { key: KEY });
  await desk.ask({ type: 'startClass' });
  const seats = await Promise.all(
    lines.map(async (line, at) => {
      const { districtId, seat } = await until('a seat', () => line.latest<SeatedMessage>('seated'));
      return { districtId, seat, tab: await openTab(server.url, districtId, nth(students, at).token) };
    }),
  );
  return { server, classId, desk, students, seats };
}

test('talk of all districts is on the desk; one is muted, or all are, also after a restart', async () => {
  const { server, classId, desk, students, seats } = await seatedPair();
  const [ada, bo] = [nth(seats, 0), nth(seats, 1)];
  await desk.ask({ type: 'advance' });
  await until('the plan phase', () => ada.tab.view()?.public.phase === 'plan');
  expect(await ada.tab.act({ type: 'say', text: 'Good morning' })).toMatchObject({ ok: true });
  expect(await bo.tab.act({ type: 'say', to: ada.seat, text: 'For you alone' })).toMatchObject({ ok: true });
  await until('both lines', () => desk.desk()?.said?.length === 2);
  expect(desk.desk()?.said?.map(({ from, to, text }) => ({ from, to, text }))).toEqual([
    { from: ada.seat, to: undefined, text: 'Good morning' },
    { from: bo.seat, to: ada.seat, text: 'For you alone' },
  ]);

  const player = nth(students, 0).playerId;
  expect(await desk.ask({ type: 'mute', player, on: true })).toMatchObject({ ok: true });
  expect(await ada.tab.act({ type: 'say', text: 'And now?' })).toMatchObject({ refused: 'muted' });
  expect(await bo.tab.act({ type: 'say', text: 'I may' })).toMatchObject({ ok: true });
  const view = await until('a view', () => ada.tab.view());
  expect(await ada.tab.act({ type: 'filePlan', plan: plainPlan(view) })).toMatchObject({ ok: true });
  await until('the mark', () => desk.desk()?.players.find(({ id }) => id === player)?.muted === true);
  await desk.ask({ type: 'mute', player, on: false });
  expect(await ada.tab.act({ type: 'say', text: 'Thank you' })).toMatchObject({ ok: true });
  await desk.ask({ type: 'mute', on: true });
  expect(await bo.tab.act({ type: 'say', text: 'All?' })).toMatchObject({ refused: 'muted' });
  expect(await desk.ask({ type: 'mute', player: 'p-none', on: true })).toMatchObject({ refused: 'no-such-player' });

  await server.stop();
  const again = await startServer({ folder: server.folder });
  const after = await enter(again.url, classId, { key: KEY });
  await until('still muted', () => after.desk()?.allMuted === true);
});

test('a line is taken down: its seats read it no more, nor does who comes later, and the desk still does', async () => {
  const { server, desk, students, seats } = await seatedPair();
  const [ada, bo] = [nth(seats, 0), nth(seats, 1)];
  expect(await ada.tab.act({ type: 'say', text: 'You fool' })).toMatchObject({ ok: true });
  const [line] = await until('the line', () => desk.desk()?.said);
  await until('it at the other', () => JSON.stringify(bo.tab.received).includes('You fool'));
  const before = bo.tab.received.length;
  const down = { type: 'takeDown', district: 1, line: line?.line ?? -1 } as const;
  expect(await desk.ask({ ...down, district: 9 })).toMatchObject({ refused: 'no-such-district' });
  expect(await desk.ask({ ...down, line: 999 })).toMatchObject({ refused: 'line-unknown' });
  expect(await desk.ask(down)).toMatchObject({ ok: true });
  const told = await until(
    'the word',
    () => bo.tab.received.slice(before).find(({ type }) => type === 'talk')?.message,
  );
  expect(told).toMatchObject({ line: { down: true } });
  expect(JSON.stringify(told)).not.toContain('You fool');
  await until('the mark', () => desk.desk()?.said?.[0]?.down === true);
  expect(desk.desk()?.said?.[0]?.text).toBe('You fool');
  const later = await openTab(server.url, bo.districtId, nth(students, 1).token);
  const view = await until('a view', () => later.view());
  expect(view.talk).toMatchObject([{ down: true }]);
  expect(JSON.stringify(later.received)).not.toContain('You fool');
});

test('a class talks by ready-made sentences where the set-up says so', async () => {
  const { desk, seats } = await seatedPair({ sentences: true });
  const [ada, bo] = [nth(seats, 0).tab, nth(seats, 1).tab];
  expect(ada.view()?.public.sentencesOnly).toBe(true);
  expect(await ada.act({ type: 'say', text: 'In my own words' })).toEqual({ ok: false, refused: 'sentences-only' });
  expect(await ada.act({ type: 'sayReady', sentence: 'pact' })).toMatchObject({ ok: true });
  const unknown = { id: randomUUID(), round: 1, action: { type: 'sayReady', sentence: 'insult' } };
  expect(await ada.raw(unknown)).toMatchObject({ refused: 'not-understood' });
  const heard = await until('the sentence', () => bo.received.find(({ type }) => type === 'talk')?.message);
  expect(heard).toMatchObject({ line: { sentence: 'pact', text: 'Shall we make a pact?' } });
  await until('it on the desk', () => desk.desk()?.said?.[0]?.sentence === 'pact');
  await desk.ask({ type: 'mute', on: true });
  expect(await ada.act({ type: 'sayReady', sentence: 'yes' })).toMatchObject({ refused: 'muted' });
});
