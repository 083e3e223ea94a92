/** Missing parameters of older rules are filled in so that today's formulas follow those rules. */
import { expect, test } from 'vitest';
import { duplicatingDistance, numbersOf, pactsOfFullNetwork } from '../../shared/engine/older-rules.ts';
import type { Parameters } from '../../shared/engine/parameters.ts';
import { planning } from './support.ts';

/** Parameters as in a log of rules 2. */
function olderNumbers(): Parameters {
  const older: Partial<Record<keyof Parameters, unknown>> = { ...planning().parameters };
  for (const name of ADDED) delete older[name];
  return older as Parameters;
}
const ADDED = [
  'listPlaces',
  'listFrom',
  'listTax',
  'listLearn',
  'leaveAllowed',
  'leaveForced',
  'tributeForced',
  'glutAfter',
  'trustSigning',
  'scoreCommissionCommand',
] as const;

test('nobody is listed and nobody leaves; what came in two parts is the same in both', () => {
  const older = olderNumbers();
  expect(numbersOf({ parameters: older })).toEqual({
    ...older,
    listPlaces: 0,
    listFrom: older.rounds + 1,
    listTax: 1,
    listLearn: 1,
    leaveAllowed: 0,
    leaveForced: 1,
    tributeForced: older.tribute,
    glutAfter: older.glut,
    trustSigning: older.trustDown,
    scoreCommissionCommand: 0,
  });
  expect(numbersOf({ parameters: older })).toBe(numbersOf({ parameters: older }));
});

test('numbers of today are left as they are', () => {
  const { parameters } = planning();
  expect(numbersOf({ parameters })).toBe(parameters);
});

test('distance between owners counts for duplication from rules 3 on', () => {
  const state = { ...planning(), distance: 0.2 };
  const { startDistance } = state.parameters;
  expect(duplicatingDistance({ ...state, rulesVersion: 2 })).toBe(startDistance);
  expect(duplicatingDistance({ ...state, rulesVersion: 3 })).toBe(0.2);
});

test('a full network is one of as many pacts as an actor may hold from rules 3 on, and of three before', () => {
  const state = planning({ parameters: { pactLimit: 5 } });
  expect(pactsOfFullNetwork({ ...state, rulesVersion: 2 })).toBe(3);
  expect(pactsOfFullNetwork({ ...state, rulesVersion: 3 })).toBe(5);
});
