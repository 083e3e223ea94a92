/** Small parts shared by pages and server: names, choices, and view streams. */
import { describe, expect, test } from 'vitest';
import { type DeskRequestAction, mayNameDistricts } from '../../shared/protocol/class-room.ts';
import { isQuestion, QUESTION_IDS } from '../../shared/protocol/comprehension.ts';
import { withDistinctNames } from '../../shared/protocol/distinct-names.ts';
import { exportName } from '../../shared/protocol/export-name.ts';
import { OUTCOMES } from '../../shared/protocol/poll-topics.ts';
import { optionsOf } from '../../shared/protocol/polls.ts';
import { openRequestSchema } from '../../shared/protocol/setup.ts';
import { type Changed, hearViews, ViewSender, type Whole } from '../../shared/protocol/view-stream.ts';

test('people of one name are told apart in the order they joined, whatever their capitals', () => {
  const named = ['Ann Lee', 'Bo', 'ann lee', 'ANN LEE', 'bo'].map((name) => ({ name }));
  expect(withDistinctNames(named).map(({ name }) => name)).toEqual([
    'Ann Lee',
    'Bo',
    'ann lee (2)',
    'ANN LEE (3)',
    'bo (2)',
  ]);
  expect(withDistinctNames(named)[0]).toBe(named[0]);
});

describe('an export', () => {
  const openedAt = Date.UTC(2026, 10, 9);
  const called = (title: string | undefined, file: string, named = false) =>
    exportName({ code: 'ABC234', openedAt, ...(title === undefined ? {} : { title }) }, file, named);

  test('is called by its title, its day and its code', () => {
    expect(called('Economics 101: Monday!', 'all.zip')).toBe('Economics-101-Monday_2026-11-09_ABC234.zip');
    expect(called('经济学', 'decisions.csv', true)).toBe('经济学_2026-11-09_ABC234-NAMES_decisions.csv');
    expect(called(undefined, 'all.zip')).toBe('electronics-street_2026-11-09_ABC234.zip');
    expect(called('???', 'all.zip')).toBe('electronics-street_2026-11-09_ABC234.zip');
  });

  test('has sixty characters of a title, and no line at its ends', () => {
    expect(called('x'.repeat(61), 'all.zip')).toBe(`${'x'.repeat(60)}_2026-11-09_ABC234.zip`);
    expect(called(`${'x'.repeat(59)} y`, 'all.zip')).toBe(`${'x'.repeat(59)}_2026-11-09_ABC234.zip`);
  });
});

test('a betrayal may have paid in none of its years, or in all of them', () => {
  const poll = { topic: 'betrayal', years: 3 } as unknown as Parameters<typeof optionsOf>[0];
  expect(optionsOf(poll)).toEqual(['0', '1', '2', '3']);
  expect(optionsOf({ topic: 'naming' } as Parameters<typeof optionsOf>[0])).toEqual(['yes', 'no']);
  expect(optionsOf({ topic: 'whatIfBet' } as Parameters<typeof optionsOf>[0])).toBe(OUTCOMES);
});

test('a question is one of the three of each kind of role', () => {
  expect(QUESTION_IDS).toHaveLength(12);
  expect(QUESTION_IDS.every(isQuestion)).toBe(true);
  expect(isQuestion('firmLuck')).toBe(false);
});

test('a request may name districts where each can be meant alone', () => {
  const type = (name: string) => mayNameDistricts({ type: name } as DeskRequestAction);
  expect(['advance', 'pause', 'undo', 'message'].map(type)).toEqual([true, true, true, true]);
  expect(['setDoor', 'end', 'toString'].map(type)).toEqual([false, false, true]);
});

describe('a class that plays on', () => {
  const goesOn = (playOn: object) =>
    openRequestSchema.safeParse({ playOn: { round: 3, phase: 'news', ...playOn } }).success;

  test('does so from a log or a class of this server, not from both or neither', () => {
    expect([goesOn({ log: 'x' }), goesOn({ classId: 'k' })]).toEqual([true, true]);
    expect([goesOn({}), goesOn({ log: 'x', classId: 'k' })]).toEqual([false, false]);
  });

  test('does so with one district, with some or with all', () => {
    const which = [{}, { district: 1 }, { districts: [1, 2] }, { district: 1, districts: [1, 2] }];
    expect(which.map((some) => goesOn({ classId: 'k', ...some }))).toEqual([true, true, true, false]);
  });
});

describe('a view', () => {
  type Seen = { readonly round: number; readonly names: readonly string[] };

  /** A fake room that loses no message. */
  function heard() {
    const hearing = new Map<string, (message: never) => void>();
    const seen: Whole<Seen>[] = [];
    const room = {
      onMessage: <Message>(type: string, hear: (message: Message) => void) => hearing.set(type, hear),
    };
    hearViews<Seen>(room, 'view', (message) => seen.push(message));
    return { seen, say: (type: string, message: Whole<Seen> | Changed) => hearing.get(type)?.(message as never) };
  }

  test('crosses the wire whole, and then as what changed', () => {
    const sender = new ViewSender<Seen>('view');
    const { seen, say } = heard();
    const views = [
      { round: 1, names: ['Ann'] },
      { round: 2, names: ['Ann'] },
      { round: 2, names: ['Ann'] },
      { round: 2, names: ['Ann', 'Bo'] },
    ];
    const types = views.map((view, now) => {
      const { type, message } = sender.next(now, view);
      say(type, message);
      return [type, 'patches' in message ? message.patches.length : 'whole'];
    });
    expect(types).toEqual([
      ['view', 'whole'],
      ['viewPatch', 1],
      ['viewPatch', 0],
      ['viewPatch', 1],
    ]);
    expect(seen).toEqual(views.map((view, now) => ({ now, view })));
  });

  test('that never came is not changed', () => {
    const { seen, say } = heard();
    say('viewPatch', { now: 1, patches: [] });
    expect(seen).toEqual([]);
  });
});
