/** What a browser stores about one person over a reload, and what it accepts from storage. */
import { effect } from '@preact/signals';
import { describe, expect, test, vi } from 'vitest';
import { betIn, keepBet } from '../../client/state/bet.ts';
import { observing } from '../../client/state/classroom.ts';
import { seated } from '../../client/state/game.ts';
import {
  isFields,
  isFlag,
  isLike,
  isListOf,
  isNumber,
  isOneOf,
  isRecordOf,
  isText,
  optional,
} from '../../client/state/guards.ts';
import { membership } from '../../client/state/membership.ts';
import {
  discardPractice,
  enterPractice,
  inPractice,
  lastTimeAfter,
  practiceGame,
  practiceOver,
} from '../../client/state/practice-game.ts';
import { guessLeft, keepPrediction, leaveGuess, ownPrediction } from '../../client/state/prediction.ts';
import { local, session } from '../../client/state/storage.ts';
import { endTrial, offerTrial, replayTrial, trial } from '../../client/state/trial.ts';
import { viewFor } from '../../shared/engine/view.ts';
import { goldenStates } from '../support/golden.ts';

describe('what this device keeps to itself', () => {
  test('is a bet for its own year only, after a reload, too', () => {
    expect(betIn('d1 3')).toBeUndefined();
    session.set('bet', JSON.stringify({ year: 'd1 3', seat: 4 }));
    expect(betIn('d1 3')).toBeUndefined();
    session.set('bet', JSON.stringify({ year: 'd1 3', seat: 5, keeps: false }));
    expect(betIn('d1 3')).toEqual({ year: 'd1 3', seat: 5, keeps: false });
    keepBet({ year: 'd1 3', seat: 4, keeps: true });
    expect(betIn('d1 3')).toEqual({ year: 'd1 3', seat: 4, keeps: true });
    expect(betIn('d1 4')).toBeUndefined();
  });

  test('is a valid prediction by district', () => {
    seated.value = undefined;
    observing.value = undefined;
    expect(ownPrediction()).toBeUndefined();
    keepPrediction({ figure: '4', income: [1, 2] });
    expect(ownPrediction()).toEqual({ figure: '4', income: [1, 2] });
    local.set('prediction.', JSON.stringify({ figure: '4', income: [1, 'two', 3] }));
    expect(ownPrediction()).toEqual({ figure: '4', income: [1, 3] });
    for (const other of [{ figure: '5', income: [] }, { figure: '4' }, { income: [] }, 7, null]) {
      local.set('prediction.', JSON.stringify(other));
      expect(ownPrediction()).toBeUndefined();
    }
    local.remove('prediction.');
  });

  test('is a prediction and a skipped guess, of the district one sits in or else watches', () => {
    const drawn: unknown[] = [];
    const stop = effect(() => void drawn.push([ownPrediction()?.figure, guessLeft()]));
    keepPrediction({ figure: '3', income: [] });
    observing.value = { districtId: 'd2' } as never;
    keepPrediction({ figure: '4', income: [] });
    leaveGuess();
    seated.value = { districtId: 'd1' } as never;
    stop();
    expect(drawn).toEqual([
      [undefined, false],
      ['3', false],
      [undefined, false],
      ['4', false],
      ['4', true],
      [undefined, false],
    ]);
    seated.value = undefined;
    observing.value = undefined;
    for (const key of ['prediction.', 'prediction.d2', 'guess-left.d2']) local.remove(key);
  });

  test('is what was predicted before this page was opened', async () => {
    vi.resetModules();
    const kept = (await import('../../client/state/storage.ts')).local;
    const opened = await import('../../client/state/prediction.ts');
    kept.set('prediction.', JSON.stringify({ figure: '3', income: [] }));
    kept.set('guess-left.', 'yes');
    expect([opened.ownPrediction()?.figure, opened.guessLeft()]).toEqual(['3', true]);
  });

  test('is whether the trial years were seen', () => {
    local.remove('trial');
    offerTrial();
    expect(trial.value).toEqual({});
    endTrial();
    expect(trial.value).toBeUndefined();
    offerTrial({ seat: 2 });
    expect(trial.value).toBeUndefined();
    replayTrial({ seat: 2 });
    expect(trial.value).toEqual({ seat: 2 });
    endTrial();
  });

  test.each([
    [{ classId: 'k', code: 'c', name: 'n' }, true],
    [{ classId: 'k', code: 'c', name: 'n', over: true, lastScore: 3, lastScores: [1, 2] }, true],
    [{ classId: 'k', code: 'c' }, false],
    [{ classId: 'k', name: 'n' }, false],
    [{ code: 'c', name: 'n' }, false],
    [{ classId: 'k', code: 'c', name: 'n', over: false }, false],
    [{ classId: 'k', code: 'c', name: 'n', lastScore: 'much' }, false],
    [{ classId: 'k', code: 'c', name: 'n', lastScores: [1, 'two'] }, false],
    [{ classId: 'k', code: 'c', name: 'n', lastScores: 7 }, false],
    [null, false],
    ['text', false],
  ])('is a membership only if it is valid: %o', (kept, isOne) => {
    local.set('membership.class', JSON.stringify(kept));
    expect(membership('class')).toEqual(isOne ? kept : undefined);
    local.remove('membership.class');
  });

  test('is a practice with the former game of the same luck, until its end', () => {
    const [state] = goldenStates('rules-3/street', 'reveal', [3]);
    if (state === undefined) throw new Error('it was played');
    expect(inPractice.value).toBe(false);
    const ended = { ...viewFor(state, 2), score: 41, scores: [3, 8, 41] };
    enterPractice({ classId: 'k1', code: 'C' }, 'Ada', ended);
    expect(inPractice.value).toBe(true);
    expect(practiceGame.value).toEqual({
      classId: 'k1',
      code: 'C',
      name: 'Ada',
      lastScore: 41,
      lastScores: [3, 8, 41],
    });
    expect([lastTimeAfter(1), lastTimeAfter(3), lastTimeAfter(4)]).toEqual([3, 41, undefined]);
    practiceOver('k2');
    expect(practiceGame.value?.over).toBeUndefined();
    practiceOver('k1');
    expect(practiceGame.value?.over).toBe(true);
    const over = practiceGame.value;
    practiceOver('k1');
    expect(practiceGame.value).toBe(over);
    expect(membership('practice')?.over).toBe(true);
    inPractice.value = false;
    expect(lastTimeAfter(1)).toBeUndefined();
    discardPractice();
    expect(membership('practice')).toBeUndefined();
    expect(inPractice.value).toBe(false);
  });
});

test('guards let through what they name and nothing else', () => {
  const values = [null, undefined, 0, 'a', true, [], {}, [1], ['a'], { a: 1 }, { a: 'a' }];
  const through = (is: (value: unknown) => boolean) => values.flatMap((value, place) => (is(value) ? [place] : []));
  expect(
    Object.entries({
      fields: isFields,
      text: isText,
      number: isNumber,
      list: isListOf(isNumber),
      record: isRecordOf(isNumber),
      one: isOneOf(['a', 0]),
      optional: optional(isNumber),
      like: isLike<{ a: number; b?: number }>({ a: isNumber, b: optional(isNumber) }),
    }).map(([name, is]) => `${name} ${through(is).join(' ')}`),
  ).toMatchInlineSnapshot(`
    [
      "fields 5 6 7 8 9 10",
      "text 3",
      "number 2",
      "list 5 7",
      "record 5 6 7 9",
      "one 2 3",
      "optional 1 2",
      "like 9",
    ]
  `);
});

test('what is stored under one name is not found under another, nor in the other memory', () => {
  local.set('a', '1');
  expect([local.get('a'), local.get('b'), session.get('a')]).toEqual(['1', undefined, undefined]);
  local.remove('a');
});

test('a stored flag must have an exact value', () => {
  expect([true, false, 0, 'true', null, undefined].map(isFlag)).toEqual([true, true, false, false, false, false]);
});

test('a skipped prediction is remembered for the district a person sits in or watches', () => {
  const known = () => guessLeft();
  [seated.value, observing.value] = [undefined, undefined];
  expect(known()).toBe(false);
  seated.value = { districtId: 'd1' } as never;
  leaveGuess();
  expect(known()).toBe(true);
  seated.value = undefined;
  observing.value = { districtId: 'd2' } as never;
  expect(known()).toBe(false);
  observing.value = { districtId: 'd1' } as never;
  expect(known()).toBe(true);
  observing.value = undefined;
});
