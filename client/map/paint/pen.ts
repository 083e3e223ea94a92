/**
 * Drawing tools in the style of a woodblock print: ink lines, colour slightly offset from its outline, type.
 *
 * Painters get a Canvas 2D context with CSS pixels as unit, and restore its state.
 */
import type { Point, Rect } from '../geometry.ts';
import { PALETTE, SERIF } from '../palette.ts';

export type Pen = CanvasRenderingContext2D;

/** Offset of colour from its outline, CSS pixels. */
const MISREGISTER = 0.8;

export function trace(pen: Pen, points: readonly Point[], closed = true): void {
  pen.beginPath();
  points.forEach((point, index) => {
    if (index === 0) pen.moveTo(point.x, point.y);
    else pen.lineTo(point.x, point.y);
  });
  if (closed) pen.closePath();
}

/** Shorthand for a point, for writing outlines. */
export function at(x: number, y: number): Point {
  return { x, y };
}

export interface Inks {
  readonly fill?: string;
  readonly line?: string;
  readonly width?: number;
  readonly alpha?: number;
}

/** Fills and outlines a polygon as two passes of the press. */
export function block(pen: Pen, points: readonly Point[], inks: Inks): void {
  print(pen, inks, () => trace(pen, points));
}

export function box(pen: Pen, rect: Rect, inks: Inks): void {
  print(pen, inks, () => {
    pen.beginPath();
    pen.rect(rect.x, rect.y, rect.w, rect.h);
  });
}

export function disc(pen: Pen, x: number, y: number, radius: number, inks: Inks): void {
  print(pen, inks, () => {
    pen.beginPath();
    pen.arc(x, y, radius, 0, Math.PI * 2);
  });
}

function print(pen: Pen, inks: Inks, shape: () => void): void {
  pen.save();
  pen.globalAlpha *= inks.alpha ?? 1;
  pen.lineJoin = 'round';
  pen.lineCap = 'round';
  if (inks.fill !== undefined) {
    const beside = inks.line === undefined ? 0 : MISREGISTER;
    pen.translate(beside, beside);
    shape();
    pen.fillStyle = inks.fill;
    pen.fill();
    pen.translate(-beside, -beside);
  }
  if (inks.line !== undefined) {
    shape();
    pen.strokeStyle = inks.line;
    pen.lineWidth = inks.width ?? 1;
    pen.stroke();
  }
  pen.restore();
}

export function stroke(
  pen: Pen,
  points: readonly Point[],
  colour: string,
  width: number,
  dash: readonly number[] = [],
): void {
  pen.save();
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.lineCap = dash.length > 0 ? 'butt' : 'round';
  pen.lineJoin = 'round';
  pen.setLineDash([...dash]);
  trace(pen, points, false);
  pen.stroke();
  pen.restore();
}

export interface Type {
  readonly size: number;
  readonly colour?: string;
  readonly weight?: number;
  readonly align?: CanvasTextAlign;
  /** Colour of a halo that sets the text off from what it crosses. */
  readonly halo?: string;
  readonly italic?: boolean;
  readonly spacing?: number;
  /** Largest width; longer text is condensed. */
  readonly room?: number;
}

export function fontOf(type: Pick<Type, 'size' | 'weight' | 'italic'>): string {
  return `${type.italic === true ? 'italic ' : ''}${type.weight ?? 500} ${type.size}px ${SERIF}`;
}

/** One line with its middle at `y`. */
export function write(pen: Pen, text: string, x: number, y: number, type: Type): void {
  pen.save();
  pen.font = fontOf(type);
  pen.letterSpacing = `${type.spacing ?? 0}px`;
  pen.textAlign = type.align ?? 'center';
  pen.textBaseline = 'middle';
  if (type.halo !== undefined) {
    pen.lineJoin = 'round';
    pen.strokeStyle = type.halo;
    pen.lineWidth = type.size * 0.32;
    pen.strokeText(text, x, y, type.room);
  }
  pen.fillStyle = type.colour ?? PALETTE.ink;
  pen.fillText(text, x, y, type.room);
  pen.restore();
}

/** Vertical text, as on a Chinese sign; `y` is the top. Returns its length. */
export function writeDown(pen: Pen, text: string, x: number, y: number, type: Type): number {
  const step = type.size * 1.12 + (type.spacing ?? 0);
  [...text].forEach((letter, index) => {
    write(pen, letter, x, y + step * (index + 0.5), type);
  });
  return step * [...text].length;
}

/** Latin text rotated to run down a street. */
export function writeTurned(pen: Pen, text: string, x: number, y: number, type: Type): void {
  pen.save();
  pen.translate(x, y);
  pen.rotate(Math.PI / 2);
  write(pen, text, 0, 0, type);
  pen.restore();
}

/** A vermilion seal with one white character. */
export function seal(pen: Pen, letter: string, x: number, y: number, size: number): void {
  const half = size / 2;
  box(pen, { x: x - half, y: y - half, w: size, h: size }, { fill: PALETTE.vermilion });
  write(pen, letter, x, y + size * 0.04, { size: size * 0.78, colour: PALETTE.paperLight, weight: 700 });
}

/** Deterministic numbers in [0, 1) for a seed. */
export function scatter(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
