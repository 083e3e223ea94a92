/** Measures text in a chart's font, and cuts it to a width. */
export const LETTER = 12;

let pen: CanvasRenderingContext2D | null | undefined;

function widthOf(text: string): number {
  pen ??= document.createElement('canvas').getContext('2d');
  if (pen === null) return text.length * LETTER;
  const family = getComputedStyle(document.documentElement).getPropertyValue('--font-plain');
  pen.font = `${LETTER}px ${family}`;
  return pen.measureText(text).width;
}

export function widest(texts: readonly string[]): number {
  return Math.ceil(Math.max(0, ...texts.map(widthOf)));
}

/** Cuts a longer text with an ellipsis. */
export function fitted(text: string, room: number): string {
  if (widthOf(text) <= room) return text;
  const letters = [...text];
  let kept = letters.length - 1;
  while (kept > 0 && widthOf(`${letters.slice(0, kept).join('')}…`) > room) kept -= 1;
  return `${letters.slice(0, kept).join('')}…`;
}
