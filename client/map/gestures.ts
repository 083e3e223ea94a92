/**
 * Gestures on the map from pointer events: drag, pinch, wheel, keys, tap and hover.
 *
 * The page must still scroll. Until the reader has zoomed in, vertical strokes and the wheel belong to the page, unless
 * the map has the focus or Ctrl is held, as in a trackpad's pinch.
 */
import { FARTHEST, movedBy, type Sight, type Size, whole, zoomedAt } from './camera.ts';
import type { Point } from './geometry.ts';

export interface GestureCallbacks {
  readonly sight: () => Sight;
  readonly size: () => Size;
  look(sight: Sight): void;
  tap(point: Point): void;
  hover(point: Point | undefined): void;
  /** From the present house to the next in a direction. */
  step(towards: Point): void;
}

const TAP_REACH = 9;
const DOUBLE_TAP_MS = 320;
const KEY_STEP = 60;
const ZOOM_STEP = 1.35;

const WAYS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** State shared by the gestures: the canvas, the callbacks, and an abort signal. */
interface Touched {
  readonly canvas: HTMLCanvasElement;
  readonly callbacks: GestureCallbacks;
  readonly signal: AbortSignal;
  look(sight: Sight): void;
  place(event: MouseEvent): Point;
}

export function takeGestures(canvas: HTMLCanvasElement, callbacks: GestureCallbacks): () => void {
  const listening = new AbortController();
  const touched: Touched = {
    canvas,
    callbacks,
    signal: listening.signal,
    look(sight) {
      callbacks.look(sight);
      settleTouch(canvas, sight);
    },
    place(event) {
      const rect = canvas.getBoundingClientRect();
      return { x: event.clientX - rect.left, y: event.clientY - rect.top };
    },
  };
  takeFingers(touched);
  takeWheel(touched);
  takeKeys(touched);
  settleTouch(canvas, callbacks.sight());
  return () => listening.abort();
}

function takeFingers({ canvas, callbacks, signal, look, place }: Touched): void {
  const fingers = new Map<number, Point>();
  const tapped = tapsOf(callbacks, look);
  let travelled = 0;

  const down = (event: PointerEvent) => {
    if (fingers.size === 0) travelled = 0;
    fingers.set(event.pointerId, place(event));
    if (fingers.size === 2 || callbacks.sight().zoom > FARTHEST) capture(canvas, event.pointerId);
  };
  const move = (event: PointerEvent) => {
    const point = place(event);
    const before = fingers.get(event.pointerId);
    if (before === undefined) {
      if (event.pointerType === 'mouse') callbacks.hover(point);
      return;
    }
    travelled += Math.hypot(point.x - before.x, point.y - before.y);
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    fingers.set(event.pointerId, point);
    if (other !== undefined) look(pinched(callbacks, before, point, other));
    else if (travelled > TAP_REACH && callbacks.sight().zoom > FARTHEST)
      look(movedBy(callbacks.sight(), point.x - before.x, point.y - before.y, callbacks.size()));
  };
  const up = (event: PointerEvent) => {
    const alone = fingers.size === 1 && fingers.has(event.pointerId);
    fingers.delete(event.pointerId);
    if (alone && travelled <= TAP_REACH) tapped(place(event), event.timeStamp);
  };
  canvas.addEventListener('pointerdown', down, { signal });
  canvas.addEventListener('pointermove', move, { signal });
  canvas.addEventListener('pointerup', up, { signal });
  canvas.addEventListener('pointercancel', (event) => void fingers.delete(event.pointerId), { signal });
  canvas.addEventListener('pointerleave', () => callbacks.hover(undefined), { signal });
}

/** A double tap zooms in, or out again; a single one is a tap. */
function tapsOf(callbacks: GestureCallbacks, look: (sight: Sight) => void): (point: Point, time: number) => void {
  let last = { time: Number.NEGATIVE_INFINITY, x: 0, y: 0 };
  return (point, time) => {
    const near = Math.hypot(point.x - last.x, point.y - last.y) < TAP_REACH * 3;
    if (near && time - last.time < DOUBLE_TAP_MS) {
      last = { time: Number.NEGATIVE_INFINITY, x: 0, y: 0 };
      look(
        callbacks.sight().zoom > FARTHEST
          ? whole(callbacks.size())
          : zoomedAt(callbacks.sight(), 2, point, callbacks.size()),
      );
      return;
    }
    last = { time, ...point };
    callbacks.tap(point);
  };
}

/** The view after one of two fingers has moved; `other` has not. */
function pinched(callbacks: GestureCallbacks, before: Point, point: Point, other: Point): Sight {
  const apart = Math.max(8, Math.hypot(before.x - other.x, before.y - other.y));
  const nowApart = Math.max(8, Math.hypot(point.x - other.x, point.y - other.y));
  const middle = { x: (point.x + other.x) / 2, y: (point.y + other.y) / 2 };
  const zoomed = zoomedAt(callbacks.sight(), nowApart / apart, middle, callbacks.size());
  return movedBy(zoomed, (point.x - before.x) / 2, (point.y - before.y) / 2, callbacks.size());
}

function takeWheel({ canvas, callbacks, signal, look, place }: Touched): void {
  const wheel = (event: WheelEvent) => {
    const ours =
      event.ctrlKey || event.metaKey || document.activeElement === canvas || callbacks.sight().zoom > FARTHEST;
    const next = zoomedAt(callbacks.sight(), Math.exp(-event.deltaY * 0.0018), place(event), callbacks.size());
    if (!ours || next.zoom === callbacks.sight().zoom) return;
    event.preventDefault();
    look(next);
  };
  canvas.addEventListener('wheel', wheel, { passive: false, signal });
}

function takeKeys({ canvas, callbacks, signal, look }: Touched): void {
  const key = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const way = WAYS[event.key];
    if (way !== undefined && callbacks.sight().zoom <= FARTHEST) {
      event.preventDefault();
      callbacks.step(way);
      return;
    }
    const next = afterKey(event.key, callbacks.sight(), callbacks.size());
    if (next === undefined) return;
    event.preventDefault();
    look(next);
  };
  canvas.addEventListener('keydown', key, { signal });
}

/** The view after a key; undefined if the key is not the map's or changes nothing, so that the page may handle it. */
export function afterKey(key: string, sight: Sight, size: Size): Sight | undefined {
  const middle = { x: size.width / 2, y: size.height / 2 };
  const next = keyMeans(key, sight, size, middle);
  if (next === undefined) return undefined;
  return next.zoom === sight.zoom && next.x === sight.x && next.y === sight.y ? undefined : next;
}

function keyMeans(key: string, sight: Sight, size: Size, middle: Point): Sight | undefined {
  switch (key) {
    case '+':
    case '=':
      return zoomedAt(sight, ZOOM_STEP, middle, size);
    case '-':
    case '_':
      return zoomedAt(sight, 1 / ZOOM_STEP, middle, size);
    case '0':
      return whole(size);
    case 'ArrowLeft':
      return movedBy(sight, KEY_STEP, 0, size);
    case 'ArrowRight':
      return movedBy(sight, -KEY_STEP, 0, size);
    case 'ArrowUp':
      return movedBy(sight, 0, KEY_STEP, size);
    case 'ArrowDown':
      return movedBy(sight, 0, -KEY_STEP, size);
    default:
      return undefined;
  }
}

/** Zoomed in, all touches belong to the map; else one finger may scroll the page. */
function settleTouch(canvas: HTMLCanvasElement, sight: Sight): void {
  canvas.style.touchAction = sight.zoom > FARTHEST ? 'none' : 'pan-x pan-y';
}

function capture(canvas: HTMLCanvasElement, pointer: number): void {
  try {
    canvas.setPointerCapture(pointer);
  } catch {
    // The pointer may have left already, and then there is nothing to capture.
  }
}
