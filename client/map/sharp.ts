/** Sharp canvases of the page itself. */
import type { Size } from './camera.ts';
import type { Pen } from './paint/pen.ts';

/** Largest pixel ratio, to save a phone's memory. */
const LARGEST_RATIO = 3;

/** Clears the canvas and returns a pen in its units; undefined while the canvas has no size. */
export function penFor(canvas: HTMLCanvasElement, { width, height }: Size, shown = 1): Pen | undefined {
  const pen = canvas.getContext('2d');
  const scale = shown * Math.min(LARGEST_RATIO, Math.max(1, window.devicePixelRatio));
  if (pen === null || width * scale < 1 || height * scale < 1) return undefined;
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  pen.setTransform(scale, 0, 0, scale, 0, 0);
  return pen;
}
