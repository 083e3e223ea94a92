/** A student's page with a real server: its messages arrive, and all news reach the panels' state. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openDesk, openProjector, watchDistrict } from '../../client/net/desk-room.ts';
import { connectStudent } from '../../client/net/student.ts';
import * as classroom from '../../client/state/classroom.ts';
import { desk, projected } from '../../client/state/desk.ts';
import { draft } from '../../client/state/draft-store.ts';
import * as game from '../../client/state/game.ts';
import type { Plan } from '../../shared/engine/plans.ts';
import type { PublicView } from '../../shared/engine/public-view.ts';
import { openClass } from '../support/http.ts';
import { stubPage } from '../support/no-page.ts';
import { enrol, sitAtDesk } from '../support/player.ts';
import { KEY, startServer, stopServers } from '../support/server.ts';
import { until } from '../support/waiting.ts';

const open: (() => void)[] = [];

beforeEach(() => {
  stubPage({ matchMedia: () => ({ matches: false }) });
  vi.stubGlobal('requestAnimationFrame', () => 0);
});
afterEach(async () => {
  for (const leave of open.splice(0)) leave();
  await stopServers();
  vi.unstubAllGlobals();
});

async function seated() {
  const { url, app } = await startServer();
  vi.stubGlobal('location', { origin: url });
  const { classId, code } = await openClass(url, { clockMode: 'desk', seatsPerDistrict: 4, research: true });
  const student = await enrol(url, code, 'Ada');
  const leader = await sitAtDesk(url, classId);
  vi.stubGlobal('window', { ...window, localStorage: { getItem: () => student.token, setItem: () => undefined } });
  return { url, app, classId, code, student, leader };
}

const trading: Plan = { kind: 'firm', trade: 6, research: 0, shares: [], deal: { kind: 'none' } };

test('from the door to the reveal: places, plans, talk, offers, and what the class says beside', async () => {
  const { classId, code, leader } = await seated();
  const playing = connectStudent({ classId, code });
  open.push(() => playing.stop());
  await until('the class', () => game.connection.value === 'open' && game.joinedCount.value === 1);
  expect(game.classPhase.value).toBe('gathering');
  await until('who one is', () => classroom.person.value?.name === 'Ada');
  await until('who else is here', () => classroom.company.value);
  expect(classroom.company.value).toMatchObject({ doors: expect.any(Number) });

  await leader.ask({ type: 'startClass' });
  await until('a seat and its view', () => game.seated.value !== undefined && game.view.value !== undefined);
  await until('the game', () => game.classPhase.value === 'playing');
  await until('what the room says', () => game.live.value?.seats.some(({ control }) => control === 'human'));
  const seat = game.view.value?.seat ?? -1;
  expect(game.seated.value).toMatchObject({ seat });
  expect([game.phase.value, draft.value !== undefined]).toEqual(['news', true]);
  expect(await playing.act({ type: 'signalReady' })).toMatchObject({ ok: true });
  expect(game.presence(seat).ready).toBe(true);

  await leader.ask({ type: 'advance' });
  await until('the plan phase', () => game.phase.value === 'plan');
  expect(game.presence(seat).ready).toBe(false);
  const { kind } = game.view.value?.public.seats[seat] ?? {};
  const filed = kind === 'firm' ? await playing.act({ type: 'filePlan', plan: trading }) : undefined;
  if (filed !== undefined) {
    expect(filed).toMatchObject({ ok: true, filed: trading });
    expect(game.filed.value).toEqual(trading);
    expect(game.presence(seat).ready).toBe(true);
  }
  expect(await playing.act({ type: 'say', text: 'Hello' })).toMatchObject({ ok: true });
  await until('one’s own words', () => game.talk.value.at(-1)?.from === seat);
  const line = await until('the words on the desk', () => leader.latest()?.said?.at(-1)?.line);
  expect(await leader.ask({ type: 'takeDown', district: 1, line })).toMatchObject({ ok: true });
  await until('the line to be taken down', () => game.talk.value[0]?.text === undefined);
  expect(game.talk.value).toHaveLength(1);
  const to = game.view.value?.legal.pactWishes.find(({ refused }) => refused === undefined)?.seat;
  if (to !== undefined) {
    expect(await playing.act({ type: 'makeOffer', kind: 'pact', to })).toMatchObject({ ok: true });
    await until('the offer', () => game.offers.value.some((offer) => offer.to === to && offer.from === seat));
  }

  await leader.ask({ type: 'message', text: 'Think ahead' });
  await until('the notice', () => classroom.notices.value.at(-1)?.text === 'Think ahead');
  await leader.ask({ type: 'freeze', question: 'Why?' });
  await until('the question', () => classroom.reflection.value?.question === 'Why?');
  const reflection = classroom.reflection.value?.id ?? '';
  expect(await playing.sendRequest({ type: 'answerReflection', reflection, text: 'Because' })).toMatchObject({
    ok: true,
  });
  expect(await playing.sendRequest({ type: 'raiseHand', text: 'Please' })).toEqual({ ok: true });
  await until('the hand', () => classroom.person.value?.hand?.text === 'Please');
  await until('the questions of one’s role', () => (classroom.questions.value?.questions.length ?? 0) > 0);
  await leader.ask({ type: 'thaw' });
  await leader.ask({ type: 'closeRound' });
  await until('the reveal', () => game.phase.value === 'reveal' && game.view.value?.result !== undefined);
  expect(game.view.value?.result).toMatchObject(filed === undefined ? {} : { plan: trading, by: 'human' });
  expect(await playing.act({ type: 'filePlan', plan: trading })).toMatchObject({ ok: false });
});

test('a desk, a wall and a look into a district show the class, and what the desk asks is answered', async () => {
  const { classId, leader } = await seated();
  const led = openDesk(classId, { key: KEY });
  const issued = await leader.ask({ type: 'issueLink', to: 'projector' });
  const link = issued.ok ? (issued.done?.link ?? '') : '';
  open.push(led.leave, openProjector(classId, { link }));
  await until('the desk', () => desk.value?.players.length === 1);
  await until('the wall', () => projected.value?.joined === 1);
  expect(await led.ask({ type: 'showNames', on: true })).toMatchObject({ ok: true });
  await until('names on the desk', () => desk.value?.namesShown === true);
  await until('names on the wall', () => projected.value?.names?.includes('Ada'));
  await leader.ask({ type: 'startClass' });
  await until('the district', () => desk.value?.districts.length === 1);
  let seen: PublicView | undefined;
  const stop = watchDistrict(desk.value?.districts[0]?.id ?? '', { key: KEY }, (view) => {
    seen = view;
  });
  open.push(stop);
  await until('the news', () => seen?.phase === 'news');
  expect(await led.ask({ type: 'advance', from: 'plan' })).toEqual({ ok: false, refused: 'wrong-phase' });
  expect(await led.ask({ type: 'advance', from: 'news' })).toMatchObject({ ok: true });
  await until('the plans', () => seen?.phase === 'plan');
});

test('whoever is removed is told so for good', async () => {
  const { classId, code, student, leader } = await seated();
  const playing = connectStudent({ classId, code });
  open.push(() => playing.stop());
  await until('the class', () => game.connection.value === 'open');
  await leader.ask({ type: 'remove', player: student.playerId });
  await until('to be told', () => game.connection.value === 'refused');
  expect(game.refusal.value).toBe('player-removed');
});
