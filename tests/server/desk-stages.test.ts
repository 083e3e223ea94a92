/** A class from seating to game: briefing with questions, a practice, a stop for reflection. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from '../../shared/log/jsonl.ts';
import { asPlayed } from '../../shared/log/played.ts';
import { firstDifference, replay } from '../../shared/log/replay.ts';
import type { NoticeMessage, QuestionsMessage, ReflectionMessage } from '../../shared/protocol/class-student.ts';
import { QUESTIONS } from '../../shared/protocol/comprehension.ts';
import type { SeatedMessage } from '../../shared/protocol/wire.ts';
import { type Connection, enter } from '../support/class-room.ts';
import { type DeskClass, openedWith } from '../support/desk-class.ts';
import { nth } from '../support/district.ts';
import { ask, openClass } from '../support/http.ts';
import { enrol, openTab, plainPlan, type Tab } from '../support/player.ts';
import { KEY, startServer, stopServers, type TestServer } from '../support/server.ts';
import { pause, until } from '../support/waiting.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(stopServers);

const gathered = (names: readonly string[], seatsPerDistrict = 4) =>
  openedWith(server.url, names, { seatsPerDistrict });

async function tabsOf({ students, lines }: DeskClass): Promise<readonly Tab[]> {
  return Promise.all(
    students.map(async ({ token }, index) => {
      const seated = await until('a seat', () => nth(lines, index).latest<SeatedMessage>('seated'));
      return openTab(server.url, seated.districtId, token);
    }),
  );
}

const phaseOf = (tab: Tab) => `${tab.view()?.public.round} ${tab.view()?.public.phase}`;

describe('briefing', () => {
  test('shows each as a person to the others, without a reload', async () => {
    const open = await gathered(['Ada', 'Bo']);
    expect(await open.desk.ask({ type: 'seatClass' })).toEqual({ ok: true });
    const tabs = await tabsOf(open);
    const people = () =>
      tabs.map((tab) => tab.view()?.public.seats.filter(({ control }) => control === 'human').length);
    await until('both are people to both', () => people().every((count) => count === 2));
  });

  test('seats everyone, asks three questions of each role, and counts what was missed', async () => {
    const open = await gathered(['Ada', 'Bo', 'Chen', 'Dai', 'Eva']);
    expect(await open.desk.ask({ type: 'seatClass' })).toEqual({ ok: true });
    await until('the briefing', () => open.desk.desk()?.stage === 'briefing');
    const asked = await Promise.all(
      open.lines.map((line) => until('questions', () => line.latest<QuestionsMessage>('questions'))),
    );
    for (const { kind, questions, answered } of asked) {
      expect(questions).toEqual(QUESTIONS[kind]);
      expect(answered).toEqual([]);
    }
    const firm = asked.findIndex(({ kind }) => kind === 'firm');
    const line = nth(open.lines, firm);
    const wrong = await line.student({ type: 'answerQuestion', question: 'firmPoints', choice: 'A' });
    expect(wrong).toEqual({ ok: true, answered: { question: 'firmPoints', choice: 'A', right: 'B' } });
    const again = await line.student({ type: 'answerQuestion', question: 'firmPoints', choice: 'B' });
    expect(again).toEqual(wrong);
    expect(await line.student({ type: 'answerQuestion', question: 'bureauLaw', choice: 'A' })).toEqual({
      ok: false,
      refused: 'question-unknown',
    });
    await line.student({ type: 'answerQuestion', question: 'firmPact', choice: 'C' });
    await until('the count', () => open.desk.desk()?.questions?.length === 2);
    expect(open.desk.desk()?.questions).toEqual([
      { question: 'firmPoints', answered: 1, missed: 1 },
      { question: 'firmPact', answered: 1, missed: 0 },
    ]);
    const player = open.desk.desk()?.players.find(({ id }) => id === nth(open.students, firm).playerId);
    expect(player?.questions).toEqual({ answered: 2, right: 1 });
    expect(open.desk.desk()?.districts.every(({ phase }) => phase === 'opening')).toBe(true);
  });
});

describe('practice', () => {
  test('is a round that leaves nothing behind, and the game starts when the desk says so', async () => {
    const open = await gathered(['Ada', 'Bo']);
    expect(await open.desk.ask({ type: 'startPractice' })).toEqual({ ok: true });
    const tabs = await tabsOf(open);
    const ada = nth(tabs, 0);
    await until('practice', () => ada.view()?.public.practice === true);
    await until('the stage', () => open.desk.desk()?.stage === 'practice');
    await until('its district', () => open.desk.desk()?.districts[0]?.practice === true);
    await open.desk.ask({ type: 'advance' });
    await until('the plan phase', () => phaseOf(ada) === '1 plan');
    const view = await until('a view', () => ada.view());
    expect(await ada.act({ type: 'filePlan', plan: plainPlan(view) })).toMatchObject({ ok: true });
    expect(await open.desk.ask({ type: 'closeRound' })).toMatchObject({ ok: true });
    await until('the reveal', () => phaseOf(ada) === '1 reveal');
    expect(ada.view()?.public.history).toHaveLength(1);
    await open.desk.ask({ type: 'advance' });
    await until('the end of practice', () => phaseOf(ada) === '0 opening');
    expect(ada.view()?.public.history).toEqual([]);
    expect(open.desk.desk()?.stage).toBe('practice');
    await open.desk.ask({ type: 'startClass' });
    await until('the game', () => phaseOf(ada) === '1 news');
    expect(ada.view()?.public.practice).toBeUndefined();
    expect(await open.desk.ask({ type: 'startPractice' })).toEqual({ ok: false, refused: 'wrong-phase' });
    expect(await open.desk.ask({ type: 'seatClass' })).toEqual({ ok: false, refused: 'already-seated' });
    expect(await open.desk.ask({ type: 'startClass' })).toEqual({ ok: true });
  });

  test('begins when the desk says so, its news included, though a clock runs', async () => {
    const times = { newsMs: 300, planMs: 60_000, revealMs: 60_000, seatsPerDistrict: 4 };
    const { classId, code } = await openClass(server.url, times);
    const student = await enrol(server.url, code, 'Ada');
    const line = await enter(server.url, classId, { token: student.token });
    const desk = await enter(server.url, classId, { key: KEY });
    await desk.ask({ type: 'startPractice' });
    const { districtId } = await until('a seat', () => line.latest<SeatedMessage>('seated'));
    const ada = await openTab(server.url, districtId, student.token);
    expect(
      await ada.raw({ id: randomUUID(), round: 1, practice: true, action: { type: 'signalReady' } }),
    ).toMatchObject({
      ok: true,
    });
    await pause(600);
    expect(phaseOf(ada)).toBe('1 news');
    expect(ada.view()?.public).toMatchObject({ practice: true, clockMode: 'desk' });
    await desk.ask({ type: 'advance' });
    await until('the plan phase', () => phaseOf(ada) === '1 plan');
    expect(ada.view()?.public.deadline).toBeGreaterThan(0);
  });

  test('and the first round wait for the desk where the set-up says so; then the clock runs', async () => {
    const times = { newsMs: 300, planMs: 60_000, revealMs: 60_000, seatsPerDistrict: 4 };
    const { classId, code } = await openClass(server.url, { ...times, firstByHand: true });
    const student = await enrol(server.url, code, 'Ada');
    const line = await enter(server.url, classId, { token: student.token });
    const desk = await enter(server.url, classId, { key: KEY });
    await desk.ask({ type: 'startClass' });
    const { districtId } = await until('a seat', () => line.latest<SeatedMessage>('seated'));
    const ada = await openTab(server.url, districtId, student.token);
    await pause(600);
    for (const phase of ['news', 'plan', 'reveal']) {
      await until(phase, () => phaseOf(ada) === `1 ${phase}`);
      expect(ada.view()?.public.deadline).toBeUndefined();
      await desk.ask({ type: 'advance' });
    }
    await until('the second plan phase', () => phaseOf(ada) === '2 plan');
    expect(ada.view()?.public.deadline).toBeGreaterThan(0);
  });

  test('is cut short by the start of the game, and stays on record as practice', async () => {
    const open = await gathered(['Ada']);
    await open.desk.ask({ type: 'startPractice' });
    const ada = nth(await tabsOf(open), 0);
    await open.desk.ask({ type: 'advance' });
    await until('the plan phase', () => phaseOf(ada) === '1 plan');
    await open.desk.ask({ type: 'startClass' });
    await until('the game', () => phaseOf(ada) === '1 news' && ada.view()?.public.practice === undefined);
    const exported = await ask(`${server.url}/api/classes/${open.classId}/export/events.jsonl`, {
      headers: { authorization: `Bearer ${KEY}` },
    });
    const parsed = parse(exported.text);
    if ('problem' in parsed) throw new Error(parsed.problem);
    const log = nth(parsed.logs, 0);
    const { checks } = replay(log);
    expect(firstDifference(checks)).toBeUndefined();
    const types = log.records.flatMap(({ events }) => events.map(({ type }) => type));
    expect(types).toEqual(expect.arrayContaining(['PracticeBegan', 'PracticeEnded']));
    expect(asPlayed(log).records.length).toBeLessThan(log.records.length);
  });
});

describe('a stop to think', () => {
  test('stops the clocks, asks one question, collects answers, and goes on', async () => {
    const open = await gathered(['Ada', 'Bo', 'Chen', 'Dai', 'Eva', 'Fay']);
    await open.desk.ask({ type: 'startClass' });
    await tabsOf(open);
    await until('two districts', () => open.desk.desk()?.districts.length === 2);
    expect(await open.desk.ask({ type: 'freeze', question: '  ' })).toEqual({ ok: false, refused: 'text-blank' });
    expect(
      await open.desk.ask({ type: 'freeze', question: 'Whom do you trust?\n你信谁？', district: 1 }),
    ).toMatchObject({
      ok: true,
    });
    await until('the stop', () => open.desk.desk()?.districts[0]?.frozen === true);
    expect(open.desk.desk()?.districts[0]?.paused).toBe(true);
    expect(open.desk.desk()?.districts[1]?.paused).toBe(false);
    const districtOf = (index: number) => nth(open.lines, index).latest<SeatedMessage>('seated')?.districtNumber;
    const inside = open.lines.findIndex((_, index) => districtOf(index) === 1);
    const outside = open.lines.findIndex((_, index) => districtOf(index) === 2);
    const line = nth(open.lines, inside);
    const asked = await until('the question', () => line.latest<ReflectionMessage>('reflection'));
    expect(asked).toMatchObject({ question: 'Whom do you trust?\n你信谁？', open: true });
    const answer = { type: 'answerReflection', reflection: asked.id } as const;
    expect(await line.student({ ...answer, text: 'Nobody' })).toEqual({ ok: true });
    expect(await line.student({ ...answer, text: 'My partner' })).toEqual({ ok: true });
    expect(await nth(open.lines, outside).student({ ...answer, text: 'Me too' })).toMatchObject({ ok: false });
    expect(nth(open.lines, outside).latest('reflection')).toBeUndefined();
    await until('the answer', () => open.desk.desk()?.answers?.[0]?.text === 'My partner');
    expect(await open.desk.ask({ type: 'thaw' })).toMatchObject({ ok: true });
    await until('going on', () => open.desk.desk()?.districts[0]?.paused === false);
    await until('the end of it', () => line.latest<ReflectionMessage>('reflection')?.open === false);
    expect(await line.student({ ...answer, text: 'Too late' })).toEqual({ ok: false, refused: 'reflection-closed' });
    expect(await open.desk.ask({ type: 'thaw' })).toEqual({ ok: false, refused: 'not-frozen' });
  });
});

test('a stop to think in both districts ends in one and lasts in the other', async () => {
  const open = await gathered(['Ada', 'Bo', 'Chen', 'Dai', 'Eva', 'Fay']);
  await open.desk.ask({ type: 'startClass' });
  await tabsOf(open);
  expect(await open.desk.ask({ type: 'freeze', question: 'And now?' })).toMatchObject({ ok: true });
  const rows = () => open.desk.desk()?.districts ?? [];
  await until('both at rest', () => rows().length === 2 && rows().every(({ frozen, paused }) => frozen && paused));
  expect(await open.desk.ask({ type: 'thaw', districts: [2] })).toMatchObject({ ok: true });
  await until('the second going on', () => rows()[1]?.paused === false && rows()[1]?.frozen !== true);
  expect(rows()[0]?.frozen).toBe(true);
  expect(rows()[0]?.paused).toBe(true);
  const answers = await Promise.all(
    open.lines.map(async (line) => {
      const { id } = await until('the question', () => line.latest<ReflectionMessage>('reflection'));
      const { ok } = await line.student({ type: 'answerReflection', reflection: id, text: 'Hm' });
      return [line.latest<SeatedMessage>('seated')?.districtNumber, ok];
    }),
  );
  for (const [district, ok] of answers) expect(ok).toBe(district === 1);
  expect(await open.desk.ask({ type: 'thaw' })).toMatchObject({ ok: true });
  await until('the first going on', () => rows()[0]?.paused === false);
});

describe('messages', () => {
  test('reach whom they are for, once, and again the last few after a new connection', async () => {
    const open = await gathered(['Ada', 'Bo', 'Chen', 'Dai', 'Eva']);
    await open.desk.ask({ type: 'startClass' });
    await tabsOf(open);
    const toAda = nth(open.students, 0).playerId;
    await open.desk.ask({ type: 'message', text: 'To all' });
    await open.desk.ask({ type: 'message', text: 'To Ada', player: toAda });
    await open.desk.ask({ type: 'message', text: 'To the first district', districts: [1] });
    const texts = (line: Connection) => line.all<NoticeMessage>('notice').map(({ text }) => text);
    await until('the last message', () => open.lines.some((line) => texts(line).includes('To the first district')));
    await until('for Ada', () => texts(nth(open.lines, 0)).includes('To Ada'));
    for (const [index, line] of open.lines.entries()) {
      const first = line.latest<SeatedMessage>('seated')?.districtNumber === 1;
      const wanted = ['To all', ...(index === 0 ? ['To Ada'] : []), ...(first ? ['To the first district'] : [])];
      await until('all of them', () => texts(line).length === wanted.length);
      expect(texts(line)).toEqual(wanted);
    }
    const again = await enter(server.url, open.classId, { token: nth(open.students, 0).token });
    await until('them again', () => texts(again).includes('To Ada'));
    expect(await open.desk.ask({ type: 'message', text: 'x'.repeat(1_001) })).toMatchObject({
      refused: 'text-too-long',
    });
    expect(await open.desk.ask({ type: 'message', text: 'x', player: 'p-nobody' })).toMatchObject({
      refused: 'no-such-player',
    });
  });
});

describe('what the desk did', () => {
  test('is on record, counts once over a restart, and is answered alike', async () => {
    const before = await startServer();
    const { classId, code } = await openClass(before.url, { clockMode: 'desk' });
    await enrol(before.url, code, 'Ada');
    const desk = await enter(before.url, classId, { key: KEY });
    await desk.ask({ type: 'startClass' }, 'start-the-class');
    const id = randomUUID();
    const answer = await desk.ask({ type: 'advance' }, id);
    expect(answer).toEqual({ ok: true, done: { districts: [{ district: 1, ok: true }] } });
    await until('the plan phase', () => desk.desk()?.districts[0]?.phase === 'plan');
    await until('the acts', () => desk.desk()?.acts?.length === 2);
    expect(desk.desk()?.acts).toMatchObject([
      { type: 'startClass', by: 'instructor' },
      { type: 'advance', by: 'instructor', districts: [1] },
    ]);
    await before.stop();
    const after = await startServer({ folder: before.folder });
    const back = await enter(after.url, classId, { key: KEY });
    expect(await back.ask({ type: 'advance' }, id)).toEqual(answer);
    await until('the desk', () => back.desk());
    expect(back.desk()?.districts[0]?.phase).toBe('plan');
  });
});
