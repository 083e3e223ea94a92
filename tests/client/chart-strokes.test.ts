/** Curves of a kind are distinguishable, and their names do not overlap. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apart, lineLook, strokeOf } from '../../client/debrief/strokes.ts';

const EIGHT = Array.from({ length: 8 }, (_, place) => strokeOf(lineLook(place)));

describe('strokes', () => {
  test('differ among eight firms, also where red, green and black look alike', () => {
    const seen = (confused: readonly string[]) =>
      EIGHT.map(({ colour, dash }) => `${confused.includes(colour) ? 'confused' : colour} ${dash}`);
    expect(new Set(seen(['var(--vermilion)', 'var(--jade)', 'var(--ink)'])).size).toBe(8);
    expect(new Set(seen(['var(--focus)', 'var(--jade)'])).size).toBe(8);
  });
});

describe('names at the ends of curves', () => {
  test('keep their distance and their order, inside the chart', () => {
    const heights = fc.array(fc.double({ min: 12, max: 276, noNaN: true }), { minLength: 1, maxLength: 16 });
    fc.assert(
      fc.property(heights, (wished) => {
        const placed = apart(wished, 14, 12, 276);
        const byHeight = placed.toSorted((a, b) => a - b);
        for (const [place, height] of byHeight.entries())
          if (place > 0) expect(height - (byHeight[place - 1] ?? 0)).toBeGreaterThan(14 - 1e-6);
        expect(byHeight[0]).toBeGreaterThanOrEqual(12 - 1e-6);
        expect(byHeight.at(-1)).toBeLessThanOrEqual(276 + 1e-6);
        for (const [a, first] of wished.entries())
          for (const [b, second] of wished.entries())
            if (first < second) expect(placed[a]).toBeLessThan(placed[b] ?? 0);
      }),
    );
  });

  test('stay where they are while there is room', () => {
    expect(apart([20, 60, 200], 14, 12, 276)).toEqual([20, 60, 200]);
  });
});
