/** Maps sheet to screen by zoom and centre: pure arithmetic in CSS pixels. */
import { clamp, type Point } from './geometry.ts';

export interface Sight {
  /** 1 shows the whole sheet. */
  readonly zoom: number;
  /** Point of the sheet in the middle of the screen. */
  readonly x: number;
  readonly y: number;
}
export interface Size {
  readonly width: number;
  readonly height: number;
}

export const FARTHEST = 1;
export const NEAREST = 4;

export function whole({ width, height }: Size): Sight {
  return { zoom: 1, x: width / 2, y: height / 2 };
}

/** Clamps zoom to `NEAREST` and the view to the sheet's edges. */
export function clampedSight(sight: Sight, size: Size): Sight {
  const zoom = clamp(sight.zoom, FARTHEST, NEAREST);
  const halfW = size.width / 2 / zoom;
  const halfH = size.height / 2 / zoom;
  return { zoom, x: clamp(sight.x, halfW, size.width - halfW), y: clamp(sight.y, halfH, size.height - halfH) };
}

export function toSheet(screen: Point, sight: Sight, size: Size): Point {
  return {
    x: sight.x + (screen.x - size.width / 2) / sight.zoom,
    y: sight.y + (screen.y - size.height / 2) / sight.zoom,
  };
}

export function toScreen(point: Point, sight: Sight, size: Size): Point {
  return {
    x: (point.x - sight.x) * sight.zoom + size.width / 2,
    y: (point.y - sight.y) * sight.zoom + size.height / 2,
  };
}

/** Zooms by a factor and keeps the point under `screen` in place. */
export function zoomedAt(sight: Sight, factor: number, screen: Point, size: Size): Sight {
  const fixed = toSheet(screen, sight, size);
  const zoom = clamp(sight.zoom * factor, FARTHEST, NEAREST);
  return clampedSight(
    { zoom, x: fixed.x - (screen.x - size.width / 2) / zoom, y: fixed.y - (screen.y - size.height / 2) / zoom },
    size,
  );
}

export function movedBy(sight: Sight, dx: number, dy: number, size: Size): Sight {
  return clampedSight({ ...sight, x: sight.x - dx / sight.zoom, y: sight.y - dy / sight.zoom }, size);
}
