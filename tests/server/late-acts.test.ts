/** Acts for another place or round arrive, because their sender or the class moved on meanwhile. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenClassRequest } from '../../shared/protocol/setup.ts';
import type { SeatedMessage } from '../../shared/protocol/wire.ts';
import { type DeskClass, openedWith, seated } from '../support/desk-class.ts';
import { nth } from '../support/district.ts';
import { ask } from '../support/http.ts';
import { openTab, plainPlan, type Student, type Tab } from '../support/player.ts';
import { KEY, startServer, stopServers, type TestServer } from '../support/server.ts';
import { until } from '../support/waiting.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(stopServers);

interface Seated {
  readonly student: Student;
  readonly place: SeatedMessage;
  readonly tab: Tab;
}

interface SeatedClass extends DeskClass {
  readonly people: readonly Seated[];
}

async function seatedClass(names: readonly string[], request: OpenClassRequest = {}): Promise<SeatedClass> {
  const open = await openedWith(server.url, names, request);
  await open.desk.ask({ type: 'seatClass' });
  const people = await Promise.all(
    open.students.map(async (student, index) => {
      const place = await seated(nth(open.lines, index));
      return { student, place, tab: await openTab(server.url, place.districtId, student.token) };
    }),
  );
  return { ...open, people };
}

const inPlan = (tab: Tab, practice: boolean) =>
  until('the plan phase', () => {
    const shown = tab.view()?.public;
    return shown?.phase === 'plan' && (shown.practice === true) === practice ? tab.view() : undefined;
  });

async function practise({ desk }: SeatedClass, tab: Tab) {
  await desk.ask({ type: 'startPractice' });
  await desk.ask({ type: 'advance' });
  return inPlan(tab, true);
}

async function play({ desk }: SeatedClass, tab: Tab) {
  await desk.ask({ type: 'startClass' });
  await until('the news', () => tab.view()?.public.phase === 'news' && tab.view()?.public.practice === undefined);
  await desk.ask({ type: 'advance' });
  return inPlan(tab, false);
}

test('a plan of the practice is none of the game’s first round, though both are round 1', async () => {
  const open = await seatedClass(['Ada', 'Bo']);
  const { tab } = nth(open.people, 0);
  const practised = await practise(open, tab);
  const late = {
    id: randomUUID(),
    round: practised.public.round,
    practice: true,
    action: { type: 'filePlan', plan: plainPlan(practised) },
  };
  const view = await play(open, tab);
  expect(view.public.round).toBe(late.round);
  expect(await tab.raw(late)).toEqual({ ok: false, refused: 'too-late' });
  expect(tab.view()?.plan).toBeUndefined();
  expect(await tab.raw({ ...late, id: randomUUID(), practice: false })).toMatchObject({ ok: true });
});

test('an act for the seat one sat in before is refused in the new one, also in another district', async () => {
  const open = await seatedClass(['Ada', 'Bo', 'Chen', 'Dai', 'Eva', 'Fay', 'Gao', 'Hu']);
  const ada = nth(open.people, 0);
  const view = await play(open, ada.tab);
  const file = { type: 'filePlan', plan: plainPlan(view) };
  const { districtId, seat } = ada.place;
  const about = { round: view.public.round, practice: false, action: file };
  const refused = { ok: false, refused: 'not-your-seat' };
  expect(await ada.tab.raw({ id: randomUUID(), ...about, districtId, seat: seat + 1 })).toEqual(refused);
  const elsewhere = open.people.find(({ place }) => place.districtId !== districtId)?.place.districtId;
  expect(elsewhere).toBeDefined();
  expect(await ada.tab.raw({ id: randomUUID(), ...about, districtId: elsewhere, seat })).toEqual(refused);
  expect(ada.tab.view()?.plan).toBeUndefined();
  expect(await ada.tab.raw({ id: randomUUID(), ...about, districtId, seat })).toMatchObject({ ok: true });
});

test('what a mirror planned in the practice is neither shown nor counted in the game', async () => {
  const open = await seatedClass(['Ada', 'Bo', 'Chen', 'Dai', 'Eva', 'Fay'], { leftovers: 'mirror' });
  const mirror = open.people.find(({ place }) => place.mirror === true);
  if (mirror === undefined) throw new Error('nobody mirrors');
  const { tab, student } = mirror;
  const practised = await practise(open, tab);
  expect(await tab.act({ type: 'filePlan', plan: plainPlan(practised) })).toMatchObject({ ok: true });
  await until('their plan of the practice', () => tab.view()?.plan !== undefined);

  const view = await play(open, tab);
  expect(view.plan).toBeUndefined();
  const authorization = { headers: { authorization: `Bearer ${KEY}` } };
  const api = `${server.url}/api/classes/${open.classId}`;
  expect(JSON.parse((await ask(`${api}/mirrors`, authorization)).text)).toEqual([]);
  await open.desk.ask({ type: 'closeRound' });
  await until('the reveal', () => tab.view()?.public.phase === 'reveal');
  expect((await ask(`${api}/export/decisions.csv`, authorization)).text).not.toContain(student.playerId);
});
