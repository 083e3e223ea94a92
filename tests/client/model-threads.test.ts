import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runsOf } from '../../client/debrief/what-if/model-threads.ts';

test('every draw is played once, in order, by evenly loaded threads', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 8 }), (draws, threads) => {
      const runs = runsOf(draws, threads);
      expect(runs).toHaveLength(threads);
      expect(runs.flat()).toEqual(Array.from({ length: draws }, (_, place) => place + 1));
      const lengths = runs.map(({ length }) => length);
      expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1);
    }),
  );
});
