/** The score as the result shows it. */
import { expect, test } from 'vitest';
import { shownMove } from '../../client/panels/score-parts.ts';

test('what a score moved is the difference of the two figures that are shown', () => {
  expect(shownMove({ scoreBefore: 24.54, score: 29.56 })).toBeCloseTo(5.1, 10);
  expect(shownMove({ scoreBefore: 14, score: 11.4 })).toBeCloseTo(-2.6, 10);
  expect(shownMove({ scoreBefore: -0.04, score: 0.04 })).toBeCloseTo(0, 10);
});
