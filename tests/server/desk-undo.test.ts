/** The desk's control of time over the network: districts advanced one by one, and a change of phase undone. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from '../../shared/log/jsonl.ts';
import { asPlayed } from '../../shared/log/played.ts';
import { firstDifference, redecide, replay } from '../../shared/log/replay.ts';
import { enter } from '../support/class-room.ts';
import { nth, playing } from '../support/district.ts';
import { ask } from '../support/http.ts';
import { plainPlan, type Tab } from '../support/player.ts';
import { KEY, startServer, stopServers, type TestServer } from '../support/server.ts';
import { pause, until } from '../support/waiting.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(stopServers);

const at = (tab: Tab, phase: string) => until(phase, () => phaseOf(tab) === phase);
const phaseOf = (tab: Tab) => `${tab.view()?.public.round} ${tab.view()?.public.phase}`;

async function logOf(classId: string) {
  const exported = await ask(`${server.url}/api/classes/${classId}/export/events.jsonl`, {
    headers: { authorization: `Bearer ${KEY}` },
  });
  const parsed = parse(exported.text);
  if ('problem' in parsed) throw new Error(parsed.problem);
  return nth(parsed.logs, 0);
}

describe('a hub that falters', () => {
  test('once in a reveal, on the log and before everybody, and is undone with the advance', async () => {
    const { classId, desk, tabs } = await playing(server.url, ['Ada', 'Bo'], { seatsPerDistrict: 4 });
    expect(await desk.ask({ type: 'falter' })).toEqual({ ok: false, refused: 'wrong-phase' });
    await desk.ask({ type: 'advance' });
    await Promise.all(tabs.map((tab) => at(tab, '1 plan')));
    await desk.ask({ type: 'closeRound' });
    await Promise.all(tabs.map((tab) => at(tab, '1 reveal')));
    expect(await desk.ask({ type: 'falter', districts: [1] })).toMatchObject({ ok: true });
    const told = (tab: Tab) => tab.view()?.public.happenings.some(({ type }) => type === 'HubFaltered');
    await Promise.all(tabs.map((tab) => until('to be told', () => told(tab) === true)));
    expect(await desk.ask({ type: 'falter' })).toMatchObject({ ok: false, refused: 'faltered-already' });
    const log = await logOf(classId);
    expect(log.records.filter(({ events }) => events.some(({ type }) => type === 'HubFaltered'))).toHaveLength(1);
    expect(firstDifference(replay(log).checks)).toBeUndefined();
    await desk.ask({ type: 'undo' });
    await Promise.all(tabs.map((tab) => at(tab, '1 plan')));
    expect(tabs.some(told)).toBe(false);
  });
});

describe('undo', () => {
  test('gives the plans back to everybody as they were asked for, the clock paused, and the round is played again', async () => {
    const { classId, desk, tabs } = await playing(server.url, ['Ada', 'Bo'], { seatsPerDistrict: 4 });
    const [ada, bo] = [nth(tabs, 0), nth(tabs, 1)];
    await desk.ask({ type: 'advance' });
    await Promise.all(tabs.map((tab) => at(tab, '1 plan')));
    const before = await until('a view', () => ada.view());
    await ada.act({ type: 'filePlan', plan: plainPlan(before) });
    await bo.act({ type: 'say', text: 'Wait, not yet!' });
    expect(await desk.ask({ type: 'closeRound' })).toMatchObject({ ok: true });
    await Promise.all(tabs.map((tab) => at(tab, '1 reveal')));
    expect(await desk.ask({ type: 'undo' })).toMatchObject({
      ok: true,
      done: { districts: [{ district: 1, ok: true }] },
    });
    await Promise.all(tabs.map((tab) => at(tab, '1 plan')));
    const restored = await until('a view', () => ada.view());
    expect(restored.public).toMatchObject({ paused: true, history: [], happenings: [] });
    expect(restored.books).toEqual(before.books);
    expect(restored.plan).toBeUndefined();
    expect(restored.talk.map(({ text }) => text)).toEqual(['Wait, not yet!']);
    await desk.ask({ type: 'resume' });
    await until('going on', () => ada.view()?.public.paused === false);
    expect(await ada.act({ type: 'filePlan', plan: plainPlan(before) })).toMatchObject({ ok: true });
    await desk.ask({ type: 'closeRound' });
    await Promise.all(tabs.map((tab) => at(tab, '1 reveal')));
    expect(ada.view()?.public.history).toHaveLength(1);

    const log = await logOf(classId);
    expect(firstDifference(replay(log).checks)).toBeUndefined();
    expect(JSON.parse(JSON.stringify(redecide(log)))).toEqual({ log });
    const scored = (events: readonly { readonly type: string }[]) => events.some(({ type }) => type === 'RoundScored');
    expect(log.records.filter(({ events }) => scored(events))).toHaveLength(2);
    expect(asPlayed(log).records.filter(({ events }) => scored(events))).toHaveLength(1);
  });

  test('goes back as often as asked, to the first news and no further; counts once with one id', async () => {
    const { desk, tabs } = await playing(server.url, ['Ada'], { seatsPerDistrict: 4 });
    const ada = nth(tabs, 0);
    for (let step = 0; step < 4; step += 1) await desk.ask({ type: 'advance' });
    await at(ada, '2 plan');
    const twice = await Promise.all([1, 2].map(() => desk.ask({ type: 'undo' }, 'undo-it-once')));
    expect(nth(twice, 0)).toEqual(nth(twice, 1));
    await at(ada, '2 news');
    await pause(50);
    expect(phaseOf(ada)).toBe('2 news');
    for (const phase of ['1 reveal', '1 plan', '1 news']) {
      expect(await desk.ask({ type: 'undo' })).toMatchObject({ ok: true });
      await at(ada, phase);
    }
    expect(await desk.ask({ type: 'undo' })).toEqual({ ok: false, refused: 'nothing-to-undo' });
    await until('nothing to undo', () => desk.latest()?.districts[0]?.undoable === undefined);
  });

  test('works on one district alone, is refused by those with nothing to take back, and survives a restart', async () => {
    const own = await startServer();
    const names = ['Ada', 'Bo', 'Chen', 'Dai', 'Eva'];
    const table = await playing(own.url, names, { seatsPerDistrict: 4 });
    await table.desk.ask({ type: 'advance', districts: [2] });
    await until('the second in plan', () => table.desk.latest()?.districts[1]?.phase === 'plan');
    expect(table.desk.latest()?.districts[0]?.phase).toBe('news');
    const answer = await table.desk.ask({ type: 'undo' });
    expect(answer).toEqual({
      ok: true,
      done: {
        districts: [
          { district: 1, ok: false, refused: 'nothing-to-undo' },
          { district: 2, ok: true },
        ],
      },
    });
    await until('the second in news', () => table.desk.latest()?.districts[1]?.phase === 'news');
    await own.stop();
    const again = await startServer({ folder: own.folder });
    const desk = await enter(again.url, table.classId, { key: KEY });
    await until('the desk', () => desk.desk());
    expect(desk.desk()?.districts[1]).toMatchObject({ phase: 'news', round: 1, paused: true });
    expect(await desk.ask({ type: 'resume', district: 2 })).toMatchObject({ ok: true });
    expect(await desk.ask({ type: 'advance', district: 2 })).toMatchObject({ ok: true });
    await until('the second in plan', () => desk.desk()?.districts[1]?.phase === 'plan');
  });
});

describe('moving on', () => {
  test('happens once when two desks ask for the same step', async () => {
    const fresh = await startServer();
    const table = await playing(fresh.url, ['Ada'], { seatsPerDistrict: 4 });
    const other = await enter(fresh.url, table.classId, { key: KEY });
    const step = { type: 'advance', from: 'news' } as const;
    const answers = await Promise.all([table.desk.ask(step), other.ask(step)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    await at(nth(table.tabs, 0), '1 plan');
    await pause(50);
    expect(phaseOf(nth(table.tabs, 0))).toBe('1 plan');
  });
});

describe('closing a round', () => {
  test('is for the plan phase only, however many desks press at once', async () => {
    const fresh = await startServer();
    const table = await playing(fresh.url, ['Ada'], { seatsPerDistrict: 4 });
    expect(await table.desk.ask({ type: 'closeRound' })).toEqual({ ok: false, refused: 'wrong-phase' });
    await table.desk.ask({ type: 'advance' });
    const other = await enter(fresh.url, table.classId, { key: KEY });
    const answers = await Promise.all([table.desk.ask({ type: 'closeRound' }), other.ask({ type: 'closeRound' })]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    await until('the reveal on both desks', () =>
      [table.desk.latest(), other.desk()].every((desk) => desk?.districts[0]?.phase === 'reveal'),
    );
  });
});
