/** Measures names in the page's own faces. */
import type { Measure } from './labels.ts';
import { fontOf } from './paint/pen.ts';

const pen = document.createElement('canvas').getContext('2d');

/** Caches each width; take a new ruler after loading fonts. */
export function newRuler(): Measure {
  const known = new Map<string, number>();
  return (text, size) => {
    const key = `${size} ${text}`;
    const width = known.get(key) ?? widthOf(text, size);
    known.set(key, width);
    return width;
  };
}

function widthOf(text: string, size: number): number {
  if (pen === null) return text.length * size;
  pen.font = fontOf({ size, weight: 700 });
  return pen.measureText(text).width;
}
