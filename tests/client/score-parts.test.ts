/** The score's terms as the result shows them. */
import { expect, test } from 'vitest';
import { scoreParts, shownMove } from '../../client/panels/reveal/score-parts.ts';
import { viewFor } from '../../shared/engine/view.ts';
import { districtAt } from './district.ts';

test('what a score moved is the difference of the two figures that are shown', () => {
  expect(shownMove({ scoreBefore: 24.54, score: 29.56 })).toBeCloseTo(5.1, 10);
  expect(shownMove({ scoreBefore: 14, score: 11.4 })).toBeCloseTo(-2.6, 10);
  expect(shownMove({ scoreBefore: -0.04, score: 0.04 })).toBeCloseTo(0, 10);
});

test.each([2, 9, 12, 13])('what an office reads of tax before round %d is what it got of tax, and no more', (round) => {
  const { state } = districtAt({ round, governments: 'command' });
  const tax = state.flows?.tax.reduce((sum, each) => sum + each, 0) ?? 0;
  for (const [kind, share] of [
    ['bureau', state.parameters.scoreBureauTax],
    ['commission', state.parameters.scoreCommissionTax],
  ] as const) {
    const view = viewFor(
      state,
      state.actors.findIndex((actor) => actor.kind === kind),
    );
    if (view.result === undefined) throw new Error('a round was played');
    const parts = scoreParts(view, view.result);
    const of = (name: string) => parts.find(([each]) => each === name)?.[1];
    expect(of('play.score-tax')).toBeCloseTo(share * tax, 10);
    expect(of('plan.use-command')).toBeGreaterThan(0);
  }
});
