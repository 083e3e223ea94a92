/** Plain shapes in CSS pixels of the map, y downwards. */

export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export function centred(x: number, y: number, w: number, h: number): Rect {
  return { x: x - w / 2, y: y - h / 2, w, h };
}

export function grown(rect: Rect, by: number): Rect {
  return { x: rect.x - by, y: rect.y - by, w: rect.w + 2 * by, h: rect.h + 2 * by };
}

export function centreOf(rect: Rect): Point {
  return { x: rect.x + rect.w / 2, y: rect.y + rect.h / 2 };
}

/** Boxes overlap only if they share more than this. */
export const TOUCH = 1e-6;

export function overlap(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.w - TOUCH && b.x < a.x + a.w - TOUCH && a.y < b.y + b.h - TOUCH && b.y < a.y + a.h - TOUCH;
}

export function contains(rect: Rect, point: Point): boolean {
  return point.x >= rect.x && point.x <= rect.x + rect.w && point.y >= rect.y && point.y <= rect.y + rect.h;
}

export function within(inner: Rect, outer: Rect): boolean {
  return (
    inner.x >= outer.x - TOUCH &&
    inner.y >= outer.y - TOUCH &&
    inner.x + inner.w <= outer.x + outer.w + TOUCH &&
    inner.y + inner.h <= outer.y + outer.h + TOUCH
  );
}

export function mix(a: number, b: number, t: number): number {
  return a + (b - a) * t;
}

export function between(a: Point, b: Point, t: number): Point {
  return { x: mix(a.x, b.x, t), y: mix(a.y, b.y, t) };
}

export function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}

/** Point of the quadratic curve from `a` over the control point `c` to `b`. */
export function onCurve(a: Point, c: Point, b: Point, t: number): Point {
  return between(between(a, c, t), between(c, b, t), t);
}
