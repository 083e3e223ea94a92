/** Limits of a class and a district: the last value inside, and the first outside. */
import { expect, test, vi } from 'vitest';
import { cleanText } from '../../server/classroom/asked/text.ts';
import type { Classroom } from '../../server/classroom/classroom.ts';
import { Attendance } from '../../server/classroom/people/attendance.ts';
import { cleanName } from '../../server/classroom/people/names.ts';
import { personCalled, pseudonym } from '../../server/classroom/people/pseudonyms.ts';
import { deskView } from '../../server/classroom/shown/desk-view.ts';
import { gathered } from '../../server/classroom/shown/gathered.ts';
import { memoizeWhile } from '../../server/classroom/shown/memoize-while.ts';
import { recentTalk } from '../../server/classroom/shown/said.ts';
import type { ClassState } from '../../server/classroom/state/class-state.ts';
import { evolveClass } from '../../server/classroom/state/evolve-class.ts';
import { parseRecord } from '../../server/classroom/stored/stream.ts';
import { Requests } from '../../server/district/requests.ts';
import type { ActAnswer } from '../../shared/protocol/wire.ts';
import { ClassStorm } from './class-storm.ts';

function joined(count: number, request = {}): ClassState {
  const people = Array.from({ length: count }, (_, place) => {
    return { type: 'PlayerJoined', player: `p${place}`, name: `N${place}`, tokenHash: `t${place}` } as const;
  });
  return people.reduce(evolveClass, new ClassStorm(1, { showNames: true, ...request }).state);
}

test('of more than forty who have come the last ten are named', () => {
  expect(gathered(joined(40))?.names).toHaveLength(40);
  const many = gathered(joined(41));
  expect([many?.joined, many?.names]).toEqual([41, Array.from({ length: 10 }, (_, place) => `N${31 + place}`)]);
  expect(gathered(joined(2, { showNames: false }))?.names).toBeUndefined();
});

test('a desk shows the last twelve acts, and the last fifty who were removed', () => {
  const desk = (state: ClassState) =>
    deskView({
      state,
      sessions: [],
      session: () => undefined,
      isOnline: () => false,
      damageOf: () => undefined,
    } as never);
  const acted = (count: number) =>
    Array.from({ length: count }, (_, place) => {
      return { type: 'DeskActed', id: `a${place}`, at: place, by: 'instructor', action: { type: 'advance' } } as never;
    }).reduce(evolveClass, joined(1));
  expect(
    desk(acted(12))
      .acts?.map(({ id }) => id)
      .at(0),
  ).toBe('a0');
  expect(desk(acted(13)).acts?.map(({ id }) => id)).toEqual(Array.from({ length: 12 }, (_, place) => `a${place + 1}`));
  const removed = (count: number) =>
    Array.from({ length: count }, (_, place) => ({ type: 'PlayerRemoved', player: `p${place}` }) as const).reduce(
      evolveClass,
      joined(60),
    );
  expect(desk(removed(50)).removed).toHaveLength(50);
  expect(desk(removed(51)).removed?.at(0)).toEqual({ id: 'p1', name: 'N1' });
  expect([desk(removed(51)).removed?.length, desk(joined(1)).removed, desk(joined(1)).acts]).toEqual([
    50,
    undefined,
    undefined,
  ]);
});

test('of what was said a desk shows sixty lines, of each district at least three', () => {
  const said = (districts: number, lines: number) => {
    const talk = Array.from({ length: lines }, (_, id) => ({
      id,
      round: 1 + Math.floor(id / 40),
      from: 0,
      text: `${id}`,
    }));
    const session = { state: { talk }, talkTexts: { withText: (line: unknown) => line } };
    const plans = Array.from({ length: districts }, (_, place) => ({ number: place + 1 }));
    const all = recentTalk({ state: { districts: plans }, session: () => session } as unknown as Classroom);
    return [all.length, all[0]?.id, all.at(-1)?.id];
  };
  expect([said(0, 5), said(1, 60), said(1, 61), said(2, 61), said(7, 61), said(20, 61), said(21, 61)]).toEqual([
    [0, undefined, undefined],
    [60, '1 0', '1 59'],
    [60, '1 1', '1 60'],
    [60, '1 31', '2 60'],
    [56, '1 53', '7 60'],
    [60, '1 58', '20 60'],
    [63, '1 58', '21 60'],
  ]);
});

test('who joined and never came is known after half a minute, the first first', () => {
  let now = 0;
  const attendance = new Attendance(() => now);
  const people = ['ada', 'bo', 'chen'].map((id) => ({ id }));
  for (const { id } of people) attendance.joined(id);
  now = 29_999;
  expect(attendance.neverCame(people)).toBeUndefined();
  now = 30_000;
  expect(attendance.neverCame(people)).toBe('ada');
  attendance.arrive('ada');
  expect([attendance.neverCame(people), attendance.has('ada'), attendance.anybody]).toEqual(['bo', true, true]);
  attendance.arrive('ada');
  attendance.leave('ada');
  expect(attendance.has('ada')).toBe(true);
  attendance.leave('ada');
  expect([attendance.has('ada'), attendance.anybody]).toEqual([false, false]);
  attendance.leave('ada');
  attendance.arrive('ada');
  expect(attendance.has('ada')).toBe(true);
  attendance.joined('ada');
  now = 90_000;
  expect(attendance.neverCame(people.slice(0, 1))).toBeUndefined();
});

test('the last five hundred answers of a district are remembered', async () => {
  const requests = new Requests();
  const ask = vi.fn(async (): Promise<ActAnswer> => ({ ok: false, refused: 'too-late' }));
  for (let count = 0; count < 500; count += 1) await requests.once(1, `r${count}`, ask);
  await requests.once(1, 'r0', ask);
  expect(ask).toHaveBeenCalledTimes(500);
  await requests.once('desk', 'r0', ask);
  await requests.once(1, 'r1', ask);
  expect(ask).toHaveBeenCalledTimes(501);
  await requests.once(1, 'r0', ask);
  expect(ask).toHaveBeenCalledTimes(502);
});

test('names and texts are as long as they may be, and no longer', () => {
  const long = (count: number) => 'x'.repeat(count);
  expect([cleanName(long(5), 5), cleanName(long(6), 5), cleanName(` ${long(80)}`, 5)]).toEqual([
    'xxxxx',
    { refused: 'name-too-long', about: { limit: 5 } },
    { refused: 'name-too-long', about: { limit: 5 } },
  ]);
  expect([cleanName(`a${' '.repeat(78)}b`, 5), cleanName(`a${' '.repeat(79)}b`, 5)]).toEqual([
    'a b',
    { refused: 'name-too-long', about: { limit: 5 } },
  ]);
  expect([cleanName('👩‍🚀👩‍🚀', 4), cleanText('👩👩👩', 3), cleanText('👩👩👩👩', 3)]).toEqual([
    '👩🚀👩🚀',
    '👩👩👩',
    { refused: 'text-too-long', about: { limit: 3 } },
  ]);
  expect([cleanText('a\r\n\r\n\r\n\r\nb\u2028c'), cleanText('\u200b')]).toEqual([
    'a\n\nb\nc',
    { refused: 'text-blank' },
  ]);
});

test('people are called by the order in which they came', () => {
  const state = joined(12);
  expect(['p0', 'p9', 'p11', 'p12', undefined].map((id) => pseudonym(state, id))).toEqual([
    'P001',
    'P010',
    'P012',
    undefined,
    undefined,
  ]);
  expect([' p010 ', 'p9', 'P013'].map((called) => personCalled(state, called)?.id)).toEqual(['p9', 'p9', undefined]);
});

test('an answer is remembered while all it rests on is the same', () => {
  const remembered = memoizeWhile<object, number>();
  let asked = 0;
  const subject = {};
  const answers = [[1, 'a'], [1, 'a'], [1], [1, 'a'], [Number.NaN], [Number.NaN], [0], [-0]].map((restsOn) =>
    remembered(subject, restsOn, () => {
      asked += 1;
      return asked;
    }),
  );
  expect(answers).toEqual([1, 1, 2, 3, 4, 4, 5, 6]);
  expect(remembered({}, [-0], () => 9)).toBe(9);
});

test('a line is a record of a class if it is at its place and has events', () => {
  const read = (line: string) => parseRecord(line, 3) !== undefined;
  expect(read('{"seq":3,"at":1,"events":[]}')).toBe(true);
  const others = [
    '{"seq":2,"at":1,"events":[]}',
    '{"seq":3,"at":1}',
    '{"seq":3,"events":{}}',
    '{"seq":2}',
    'null',
    '3',
    '{"seq":3',
  ];
  expect(others.filter(read)).toEqual([]);
});
