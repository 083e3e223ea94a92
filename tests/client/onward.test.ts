/** The next step says what it does; a page whose phase was undone says so. */
import { beforeAll, describe, expect, test } from 'vitest';
import { figureNow, goesOn, isAtTheEnd, onwardOf } from '../../client/desk/onward.ts';
import { needTexts } from '../../client/state/language.ts';
import { takenBack, watchTakenBack } from '../../client/state/taken-back.ts';
import { type SeatView, viewFor } from '../../shared/engine/view.ts';
import type { DeskDistrict } from '../../shared/protocol/class-room.ts';
import { districtAt, FIRM } from './district.ts';

beforeAll(() => needTexts(['teach']));

function row(number: number, at: Partial<DeskDistrict>): DeskDistrict {
  const empty = { paused: false, waitingFor: [], humans: 4, bots: 0 };
  return { id: `k-${number}`, number, phase: 'news', round: 3, rounds: 8, ...empty, ...at };
}

describe('what comes next', () => {
  test.each([
    [{ phase: 'news' }, 'To the plans', { type: 'advance', from: 'news' }],
    [{ phase: 'plan' }, 'Close round 3 and show results', { type: 'closeRound' }],
    [{ phase: 'plan', round: 8 }, 'Close the last round and show results', { type: 'closeRound' }],
    [{ phase: 'plan', practice: true }, 'Close the practice round and show results', { type: 'closeRound' }],
    [{ phase: 'reveal', practice: true }, 'End the practice, start the game', { type: 'startClass' }],
    [{ phase: 'reveal', round: 8 }, 'End the game', { type: 'advance', from: 'reveal' }],
  ] as const)('in %o it is “%s”', (at, label, action) => {
    expect(onwardOf([row(1, at)], {})).toEqual({ label, action });
  });

  test('is told step by step where somebody is to hear the end, and nothing where a class reflects', () => {
    const asked = { phase: 'reveal', round: 8, predictions: { made: 0, asked: 4 } } as const;
    expect(onwardOf([row(1, asked)], {})).toBeUndefined();
    expect([isAtTheEnd(row(1, asked)), goesOn(row(1, asked))]).toEqual([true, false]);
    for (const phase of ['news', 'plan', 'reveal'] as const) {
      expect(onwardOf([row(1, { phase, frozen: true })], {})).toBeUndefined();
    }
    expect(onwardOf([row(1, { phase: 'opening', round: 0 })], {})).toBeUndefined();
  });

  test('leaves districts that are at their end alone', () => {
    const there = [row(1, { phase: 'plan' }), row(2, { phase: 'news' }), row(3, { phase: 'reveal', round: 8 })];
    expect(onwardOf(there, {})).toEqual({
      label: 'Each district to its next phase',
      action: { type: 'advance', districts: [1, 2] },
    });
  });
});

test('a district at its end is what its last year was read as, whatever was announced before', () => {
  const read = { figure: '3', reading: '2' } as const;
  const at = [row(1, read), row(1, { ...read, phase: 'reveal', round: 8 }), row(1, { ...read, phase: 'ended' })];
  expect(at.map(figureNow)).toEqual(['3', '2', '2']);
});

test('a step back is noticed in the same game alone, until the next phase', () => {
  const at = (phase: SeatView['public']['phase'], round: number): SeatView => {
    const view = viewFor(districtAt({ round: 1 }).state, FIRM);
    return { ...view, public: { ...view.public, phase, round } };
  };
  const seen = (table: string, view: SeatView) => {
    watchTakenBack(table, view);
    return takenBack.value?.phase;
  };
  expect(seen('a', at('plan', 2))).toBeUndefined();
  expect(seen('a', at('reveal', 2))).toBeUndefined();
  expect(seen('a', at('plan', 2))).toBe('plan');
  expect(seen('a', at('plan', 2))).toBe('plan');
  expect(seen('a', at('reveal', 2))).toBeUndefined();
  expect(seen('b', at('news', 1))).toBeUndefined();
});
