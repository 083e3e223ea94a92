/**
 * Drawing a line from one's own house. The handle over the house captures the finger before the page can scroll; a
 * touch without movement is a tap.
 */
import type { Point } from './geometry.ts';

export interface DragCallbacks {
  move(point: Point): void;
  /** Undefined if the line was released outside. */
  drop(point: Point | undefined): void;
  tap(point: Point): void;
}

const REACH = 10;

/** Points are in canvas coordinates. Returns a disposer. */
export function takeDrag(handle: HTMLElement, canvas: HTMLCanvasElement, callbacks: DragCallbacks): () => void {
  let began: Point | undefined;
  let drawn = false;
  const place = ({ clientX, clientY }: PointerEvent): Point => {
    const { left, top } = canvas.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };
  const end = (point: Point | undefined, tapped: boolean) => {
    if (began === undefined) return;
    const start = began;
    began = undefined;
    if (drawn) callbacks.drop(point);
    else if (tapped) callbacks.tap(start);
    drawn = false;
  };
  const listening = new AbortController();
  const { signal } = listening;
  handle.addEventListener(
    'pointerdown',
    (event) => {
      began = place(event);
      handle.setPointerCapture(event.pointerId);
    },
    { signal },
  );
  handle.addEventListener(
    'pointermove',
    (event) => {
      if (began === undefined) return;
      const point = place(event);
      drawn ||= Math.hypot(point.x - began.x, point.y - began.y) > REACH;
      if (drawn) callbacks.move(point);
    },
    { signal },
  );
  handle.addEventListener('pointerup', (event) => end(place(event), true), { signal });
  handle.addEventListener('pointercancel', () => end(undefined, false), { signal });
  return () => listening.abort();
}
