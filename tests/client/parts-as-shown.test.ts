/** Rounded parts add up to the rounded sum, and each is within a tenth. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partsAfterFirst, partsAsShown } from '../../client/panels/reveal/parts-as-shown.ts';

test('adds up where each part rounded by itself would not', () => {
  // 1.04 + 1.04 + 1.04 = 3.12, so parts of 1.0 would not give 3.1.
  expect(partsAsShown([1.04, 1.04, 1.04], 3.12)).toEqual([1.1, 1, 1]);
  expect(partsAsShown([12.31, -3.24, -1.16, 0], 7.91)).toEqual([12.3, -3.2, -1.2, 0]);
  expect(partsAsShown([0.1, 0.2], 0.3)).toEqual([0.1, 0.2]);
});

test('adds up for any parts', () => {
  const part = fc.oneof(fc.constant(0), fc.double({ min: -99, max: 99, noNaN: true }));
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), (parts) => {
      const total = parts.reduce((sum, each) => sum + each, 0);
      const shown = partsAsShown(parts, total);
      fc.pre(parts.some((each) => each !== 0));
      expect(shown.reduce((sum, each) => sum + each, 0)).toBeCloseTo(Math.round(total * 10) / 10, 6);
      for (const [index, each] of shown.entries()) {
        expect(Math.abs(each - (parts[index] ?? 0))).toBeLessThanOrEqual(0.1 + 1e-9);
        if (parts[index] === 0) expect(each).toBe(0);
      }
    }),
  );
});

test('a first part that stands elsewhere too is shown as it stands there, and the sum still holds', () => {
  expect(partsAfterFirst([12.04, 7.45], 19.49)).toEqual([12, 7.5]);
  expect(partsAfterFirst([11.05, 3.8], 14.84)).toEqual([11.1, 3.7]);
  expect(partsAfterFirst([5, -2.5, 1.25], 3.75)).toEqual([5, -2.5, 1.3]);
});
