/**
 * Styles of curves differ in ink and dash at once, so neither hue nor lightness is needed. Chart and key share them.
 */
export interface Stroke {
  readonly colour: string;
  readonly width: number;
  readonly dash?: string;
  /** Colour of the curve's name, if its ink is too faint for text. */
  readonly letters?: string;
}

export const STROKES = {
  main: { colour: 'var(--ink)', width: 2.25 },
  model: { colour: 'var(--vermilion)', width: 2.25, dash: '7 3' },
  other: { colour: 'var(--ink-soft)', width: 1.4, dash: '5 3' },
  faint: { colour: 'var(--control)', width: 1.4, letters: 'var(--ink-soft)' },
  jade: { colour: 'var(--jade)', width: 1.4, dash: '1 4' },
  // Enough styles of each kind for one chart; inks that are easily confused never share a dash.
  line1: { colour: 'var(--ink)', width: 2.25 },
  line2: { colour: 'var(--focus)', width: 2.25, dash: '7 5' },
  line3: { colour: 'var(--vermilion)', width: 2.25, dash: '1 5' },
  line4: { colour: 'var(--jade)', width: 2.25, dash: '10 5 1 5' },
  line5: { colour: 'var(--focus)', width: 2.25 },
  line6: { colour: 'var(--vermilion)', width: 2.25, dash: '7 5' },
  line7: { colour: 'var(--jade)', width: 2.25, dash: '7 5 1 5 1 5' },
  line8: { colour: 'var(--ink)', width: 2.25, dash: '16 6' },
} as const satisfies Readonly<Record<string, Stroke>>;

export type Look = keyof typeof STROKES;

const LINES = [
  'line1',
  'line2',
  'line3',
  'line4',
  'line5',
  'line6',
  'line7',
  'line8',
] as const satisfies readonly Look[];

/** Style of the n-th curve of a kind. */
export function lineLook(place: number): Look {
  return LINES[place % LINES.length] ?? 'line1';
}

export function strokeOf(look: Look): Stroke {
  return STROKES[look];
}

/**
 * Moves heights apart by at least `gap`, as near as possible to the wished ones, and within `low` and `high` if they
 * fit.
 */
export function apart(wished: readonly number[], gap: number, low: number, high: number): readonly number[] {
  const order = wished.map((_, index) => index).sort((a, b) => (wished[a] ?? 0) - (wished[b] ?? 0));
  const heights = [...wished];
  // Pushes down from the top, then back up from the bottom.
  let free = low;
  for (const index of order) {
    heights[index] = Math.max(heights[index] ?? 0, free);
    free = (heights[index] ?? 0) + gap;
  }
  let limit = high;
  for (const index of order.toReversed()) {
    heights[index] = Math.min(heights[index] ?? 0, limit);
    limit = (heights[index] ?? 0) - gap;
  }
  return heights;
}
