/** Derived values are computed once per state and shared by its seats, and by states with the same parts. */
import { expect, test } from 'vitest';
import { decide } from '../../shared/engine/decide.ts';
import { parametersIn } from '../../shared/engine/effects.ts';
import { noFlows } from '../../shared/engine/flows.ts';
import { rememberFold, stateAfter } from '../../shared/engine/fold.ts';
import { legalFor } from '../../shared/engine/legal.ts';
import { memoizeLast } from '../../shared/engine/memoize.ts';
import { publicView } from '../../shared/engine/public-view.ts';
import { forestOf, partnersOf } from '../../shared/engine/queries.ts';
import { isRefusal } from '../../shared/engine/refusals.ts';
import { playedFor } from './random-players.ts';
import { command, planning, withPacts } from './support.ts';

test('a round that is over is told once, with its figure and without', () => {
  const state = playedFor(2, 5);
  const later = { ...state };
  expect(publicView(later)).not.toBe(publicView(state));
  expect(publicView(later).history[0]).toBe(publicView(state).history[0]);
  const ended = { ...state, phase: 'ended' } as const;
  expect(publicView({ ...ended }).history[0]).toBe(publicView(ended).history[0]);
});

test('an option is one object for all who have it', () => {
  const [mine, theirs] = [legalFor(planning(), 0), legalFor(planning({ seed: 2 }), 1)];
  expect(mine.loan).toBe(theirs.loan);
  expect(mine.foreign).toBe(theirs.foreign);
  expect(mine.pactWishes[3]).toBe(theirs.pactWishes[3]);
  expect(mine.pactWishes[11]).toBe(theirs.pactWishes[11]);
  expect(Object.isFrozen(mine.loan) && Object.isFrozen(mine.pactWishes[3])).toBe(true);
});

test('the numbers of a year are made once, and anew for other effects on them', () => {
  const { parameters } = planning();
  const effects = [{ parameter: 'upkeep', times: 2, from: 1 }] as const;
  expect(parametersIn(parameters, effects, 1)).toBe(parametersIn(parameters, effects, 1));
  expect(parametersIn(parameters, [], 1)).toBe(parameters);
  expect(parametersIn(parameters, effects, 1).upkeep).toBe(2 * parameters.upkeep);
});

test('empty flows, trees and partners are made once', () => {
  const { firms, pacts } = withPacts(planning(), [0, 1]);
  expect(noFlows(12)).toBe(noFlows(12));
  expect(forestOf(firms)).toBe(forestOf(firms));
  expect(partnersOf(pacts, 0)).toBe(partnersOf(pacts, 0));
});

test('only the last answer is kept', () => {
  let asked = 0;
  const answer = memoizeLast((subject: { readonly name: string }) => {
    asked += 1;
    return { name: subject.name };
  });
  const [one, other] = [{ name: 'one' }, { name: 'other' }];
  expect([answer(one), answer(one), answer(other), answer(other)].map(({ name }) => name)).toEqual([
    'one',
    'one',
    'other',
    'other',
  ]);
  expect(asked).toBe(2);
  answer(one);
  expect(asked).toBe(3);
});

test('a round is folded while it is decided, and not again', () => {
  const state = planning();
  const events = decide(state, command({ type: 'advancePhase' }));
  if (isRefusal(events)) throw new Error('the round ends');
  expect(stateAfter(state, events)).toBe(stateAfter(state, events));
  const after = planning({ seed: 2 });
  rememberFold(state, events, after);
  expect(stateAfter(state, events)).toBe(after);
  expect(stateAfter(state, [...events])).not.toBe(after);
  expect(stateAfter({ ...state }, events)).not.toBe(after);
});
