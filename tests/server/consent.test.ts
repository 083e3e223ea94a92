/** Research use is a person's own choice: on joining, during the game, and after the end. */
import { afterEach, expect, test } from 'vitest';
import { checkText } from '../../shared/log/check.ts';
import { enter } from '../support/class-room.ts';
import { playing } from '../support/district.ts';
import { peopleIn, zipOf } from '../support/export.ts';
import { ask, joinClass, newToken, openClass, post } from '../support/http.ts';
import { startServer, stopServers } from '../support/server.ts';
import { until } from '../support/waiting.ts';

afterEach(stopServers);

test('the door says what is kept and asks; what is said there is on record', async () => {
  const { url, app } = await startServer();
  const { classId, code } = await openClass(url, { research: true });
  expect((await ask(`${url}/api/classes/${code}`)).body).toMatchObject({ keptDays: 180, research: true });
  await post(`${url}/api/classes/${code}/players`, { name: 'Ada', token: newToken(), research: true });
  await joinClass(url, code, 'Bo');
  const state = (await app.registry.byId(classId))?.state;
  const [ada, bo] = state?.players ?? [];
  expect([state?.consents.get(ada?.id ?? ''), state?.consents.get(bo?.id ?? '')]).toEqual([true, undefined]);
  expect((await ask(`${url}/api/classes/${(await openClass(url)).code}`)).body.research).toBeUndefined();
});

test('who said no, or nothing where it was asked, is left out without names; saying yes after the end brings them in', async () => {
  const { url, app } = await startServer();
  const { classId, desk, students } = await playing(url, ['Ada', 'Bo', 'Cy'], { research: true });
  const [ada, bo, cy] = await Promise.all(students.map(({ token }) => enter(url, classId, { token })));
  for (const each of [ada, bo])
    expect(await each?.student({ type: 'consent', research: true })).toMatchObject({ ok: true });
  expect(await cy?.student({ type: 'consent', research: false })).toMatchObject({ ok: true });
  for (const each of [ada, bo, cy]) await each?.student({ type: 'predict', figure: '3', income: [] });
  await until('the choice to be told', () => cy?.latest<{ research?: string }>('person')?.research === 'no');
  const shown = () => desk.latest()?.players.map(({ research }) => research);
  await until('the desk to show it', () => shown()?.join() === 'yes,yes,no');
  for (let phase = 0; phase < 3; phase += 1) await desk.ask({ type: 'advance' });

  const without = await zipOf(url, classId);
  expect(peopleIn(without['decisions.csv'])).toEqual(['P001', 'P002']);
  expect(peopleIn(without['responses.csv'])).toEqual(['P001', 'P002']);
  expect(JSON.parse(without['metadata.json'] ?? '')).toMatchObject({ research: true, withheld: [1] });
  expect(without['README.md']).toContain('gave no consent');
  expect(without['README.md']).toContain('2 had said yes, 1 no, 0 nothing; 0 had been erased');
  expect(without['README.zh.md']).toContain('同意的 2 人，不同意的 1 人');
  expect(checkText(without['events.jsonl'] ?? '').logs).toEqual([]);
  const state = (await app.registry.byId(classId))?.state;
  const seat = state?.placements.get(state.players[2]?.id ?? '')?.seat ?? -1;
  const [head = '', row = ''] = (without['rounds.csv'] ?? '').split('\r\n');
  expect(row.split(',')[head.split(',').indexOf(`score_${seat}`)]).toBe('');
  const named = await zipOf(url, classId, '?names=1');
  expect(peopleIn(named['decisions.csv'])).toEqual(['P001', 'P002', 'P003']);
  expect(named['participants.csv']).toMatch(/,P003,\w+,Cy,no,/u);

  await desk.ask({ type: 'endClass' });
  expect(await cy?.student({ type: 'consent', research: true })).toMatchObject({ ok: true });
  const whole = await zipOf(url, classId);
  expect(peopleIn(whole['decisions.csv'])).toEqual(['P001', 'P002', 'P003']);
  expect(JSON.parse(whole['metadata.json'] ?? '').withheld).toBeUndefined();
  expect(checkText(whole['events.jsonl'] ?? '').findings).toEqual([]);
});
