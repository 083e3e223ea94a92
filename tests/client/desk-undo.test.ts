/** An undo says what it loses before it is done. */
import { expect, test } from 'vitest';
import { lossOf, plansIn } from '../../client/desk/undo.tsx';
import type { DeskDistrict } from '../../shared/protocol/class-room.ts';

function row(number: number, at: Partial<DeskDistrict>): DeskDistrict {
  const empty = { paused: false, waitingFor: [], humans: 4, bots: 0 };
  return { id: `k-${number}`, number, phase: 'plan', round: 3, rounds: 8, ...empty, ...at };
}

test('counts the plans of people that going back to the news would lose', () => {
  const planning = [row(1, { waitingFor: [0, 2] }), row(2, {})];
  expect([plansIn(planning), lossOf(planning)]).toEqual([6, 'course.undoPlan']);
  expect(lossOf([row(1, { waitingFor: [0, 1, 2, 3] })])).toBe('course.undoPlanEmpty');
});

test('names the loss of a result, and a phase in general if districts differ', () => {
  expect(lossOf([row(1, { phase: 'reveal' }), row(2, { phase: 'reveal' })])).toBe('course.undoReveal');
  expect(lossOf([row(1, { phase: 'reveal' }), row(2, {})])).toBe('course.undoMixed');
  expect(lossOf([row(1, { phase: 'ended' })])).toBe('course.undoMixed');
});
