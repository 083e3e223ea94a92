/** An answer on research use also covers recorded play: in homework over it, and in damaged records. */
import { afterEach, expect, test } from 'vitest';
import { openedClass } from '../../server/classroom/state/class-state.ts';
import { sourceOf } from '../../server/export/source.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import { enter } from '../support/class-room.ts';
import { advanceTo, nth, playing, type Table } from '../support/district.ts';
import { zipOf } from '../support/export.ts';
import { newToken, openClass, post } from '../support/http.ts';
import { enrol, openTab, plainPlan, seatOf, sitAtDesk } from '../support/player.ts';
import { startServer, stopServers } from '../support/server.ts';
import { until } from '../support/waiting.ts';

afterEach(stopServers);

const DAY = 86_400_000;

async function says(url: string, table: Table, student: number, research: boolean): Promise<void> {
  const room = await enter(url, table.classId, { token: nth(table.students, student).token });
  expect(await room.student({ type: 'consent', research })).toMatchObject({ ok: true });
  await room.close();
}

const seatsIn = (csv = '') => {
  const [head = '', ...rows] = csv.trimEnd().split('\r\n');
  const place = head.split(',').indexOf('seat');
  return new Set(rows.map((row) => Number(row.split(',')[place])));
};

test('homework leaves out what a recorded seat did for somebody who said no, before or since', async () => {
  const { url } = await startServer();
  const past = await playing(url, ['Ada', 'Bo', 'Cy'], {
    research: true,
    seatsPerDistrict: 6,
    parameters: { rounds: 2 },
  });
  const seat = (of: number) => nth(past.tabs, of).view()?.seat ?? -1;
  await says(url, past, 0, true);
  await says(url, past, 1, true);
  await says(url, past, 2, false);
  for (const phase of ['plan', 'reveal', 'plan', 'reveal']) {
    await advanceTo(past, phase);
    if (phase !== 'plan') continue;
    for (const tab of past.tabs) await tab.act({ type: 'filePlan', plan: plainPlan(tab.view() as SeatView) });
  }

  const other = [0, 1, 2, 3, 4, 5].find((each) => ![0, 1, 2].map(seat).includes(each)) ?? 0;
  const { classId, code } = await openClass(url, {
    research: true,
    playOn: { classId: past.classId, round: 2, phase: 'plan' },
    homework: { due: Date.now() + DAY, late: 'mark', seat: other },
  });
  const di = await enrol(url, code, 'Di');
  const room = await enter(url, classId, { token: di.token });
  expect(await room.student({ type: 'consent', research: true })).toMatchObject({ ok: true });
  const tab = await openTab(url, (await seatOf(url, di)).districtId, di.token);
  const view = await until('the plan phase', () => (tab.view()?.public.phase === 'plan' ? tab.view() : undefined));
  await tab.act({ type: 'filePlan', plan: plainPlan(view) });
  await until('what came of it', () => tab.view()?.public.phase === 'reveal');

  const but = (...left: readonly number[]) => new Set([0, 1, 2, 3, 4, 5].filter((each) => !left.includes(each)));
  const named = await zipOf(url, classId, '?names=1');
  expect(seatsIn(named['decisions.csv'])).toEqual(but());
  const without = await zipOf(url, classId);
  expect(seatsIn(without['decisions.csv'])).toEqual(but(seat(2)));
  expect(scoreOf(without['rounds.csv'], seat(2))).toBe('');
  expect(scoreOf(without['rounds.csv'], seat(1))).not.toBe('');

  await says(url, past, 1, false);
  const since = await zipOf(url, classId);
  expect(seatsIn(since['decisions.csv'])).toEqual(but(seat(1), seat(2)));
  expect(JSON.parse(since['metadata.json'] ?? '').withheld).toEqual([1]);
});

function scoreOf(csv = '', seat: number): string | undefined {
  const [head = '', row = ''] = csv.split('\r\n');
  return row.split(',')[head.split(',').indexOf(`score_${seat}`)];
}

test('a branch leaves out the record of a past in which somebody said no since', async () => {
  const { url } = await startServer();
  const past = await playing(url, ['Ada', 'Bo'], { research: true, seatsPerDistrict: 6 });
  for (const each of [0, 1]) await says(url, past, each, true);
  await advanceTo(past, 'plan');
  const { classId, code } = await openClass(url, {
    research: true,
    clockMode: 'desk',
    playOn: { classId: past.classId, round: 1, phase: 'plan' },
  });
  await post(`${url}/api/classes/${code}/players`, { name: 'Cy', token: newToken(), research: true });
  const desk = await sitAtDesk(url, classId);
  expect(await desk.ask({ type: 'startClass' })).toMatchObject({ ok: true });
  expect((await zipOf(url, classId))['events.jsonl']).not.toBe('');
  await says(url, past, 1, false);
  const files = await zipOf(url, classId);
  expect(JSON.parse(files['metadata.json'] ?? '').withheld).toEqual([1]);
  expect(files['events.jsonl']).not.toContain(nth(past.students, 1).playerId);
});

test('a record that is damaged is left out as the whole one would be', () => {
  const settings = { clockMode: 'desk', newsMs: 1, planMs: 1, revealMs: 1, talk: true } as const;
  const opened = { classId: 'k1', code: 'ABCD12', scenario: 'zhongguancun', seatsPerDistrict: 6, seed: 1 } as const;
  const state = openedClass({ ...opened, settings, kind: 'class', research: true }, 0);
  const damaged = 'damaged\n{"events":[{"type":"SeatAssigned","seat":1,"control":"human","player":"pbo"}]}\n';
  const record = { number: 1, id: 'k1-1', text: damaged, words: [], aside: [] };
  const says = (research: boolean) => {
    const consents = new Map([['pbo', research]]);
    const { events, withheld } = sourceOf({ ...state, consents }, [record], false);
    return { events, withheld };
  };
  expect(says(false)).toEqual({ events: '', withheld: [1] });
  expect(says(true).events).toContain('pbo');
});
