/**
 * A firm's house. A state spin-off has a tiled roof with raised eaves and its university's seal; a non-state firm is a
 * flat shop with a striped awning. Its size shows the firm's standing.
 */
import type { Rect } from '../geometry.ts';
import { PALETTE } from '../palette.ts';
import { at, block, box, type Pen, seal, stroke } from './pen.ts';

export interface HouseLook {
  /** Character of the parent university's seal; absent for a non-state firm. */
  readonly seal?: string;
  readonly inDisarray: boolean;
  readonly failed: boolean;
}

export function paintHouse(pen: Pen, rect: Rect, look: HouseLook): void {
  pen.save();
  if (look.inDisarray) {
    pen.translate(rect.x + rect.w / 2, rect.y + rect.h);
    pen.rotate(-0.12);
    pen.translate(-rect.x - rect.w / 2, -rect.y - rect.h);
  }
  if (look.seal === undefined) shop(pen, rect);
  else spinOff(pen, rect, look.seal);
  if (look.failed) boardedUp(pen, rect);
  if (look.inDisarray) cracks(pen, rect);
  pen.restore();
}

function spinOff(pen: Pen, { x, y, w, h }: Rect, letter: string): void {
  const line = Math.max(1, w / 26);
  const wall = { x: x + w * 0.14, y: y + h * 0.46, w: w * 0.72, h: h * 0.5 };
  box(pen, wall, { fill: PALETTE.paperLight, line: PALETTE.ink, width: line });
  block(pen, eaves(x, y, w, h), { fill: PALETTE.slate, line: PALETTE.ink, width: line });
  stroke(pen, [at(x + w * 0.3, y + h * 0.14), at(x + w * 0.7, y + h * 0.14)], PALETTE.ink, line * 1.8);
  for (const column of [0.32, 0.44, 0.56, 0.68])
    stroke(
      pen,
      [at(x + w * (0.5 + (column - 0.5) * 0.7), y + h * 0.2), at(x + w * column, y + h * 0.43)],
      PALETTE.ink,
      line * 0.55,
    );
  box(
    pen,
    { x: x + w * 0.26, y: y + h * 0.62, w: w * 0.2, h: h * 0.34 },
    { fill: PALETTE.vermilionDeep, line: PALETTE.ink, width: line * 0.8 },
  );
  seal(pen, letter, x + w * 0.67, y + h * 0.72, Math.max(8.5, w * 0.27));
  ground(pen, { x, y, w, h }, line);
}

/** A roof with raised corners. */
function eaves(x: number, y: number, w: number, h: number) {
  return [
    at(x + w * 0.27, y + h * 0.13),
    at(x + w * 0.73, y + h * 0.13),
    at(x + w * 0.83, y + h * 0.32),
    at(x + w, y + h * 0.4),
    at(x + w * 0.92, y + h * 0.47),
    at(x + w * 0.08, y + h * 0.47),
    at(x, y + h * 0.4),
    at(x + w * 0.17, y + h * 0.32),
  ];
}

function shop(pen: Pen, { x, y, w, h }: Rect): void {
  const line = Math.max(1, w / 26);
  box(
    pen,
    { x: x + w * 0.14, y: y + h * 0.12, w: w * 0.72, h: h * 0.84 },
    { fill: PALETTE.paperLight, line: PALETTE.ink, width: line },
  );
  box(
    pen,
    { x: x + w * 0.22, y: y + h * 0.2, w: w * 0.56, h: h * 0.17 },
    { fill: PALETTE.gold, line: PALETTE.ink, width: line * 0.8 },
  );
  const stripes = 5;
  const left = x + w * 0.06;
  const step = (w * 0.88) / stripes;
  for (let stripe = 0; stripe < stripes; stripe++)
    block(
      pen,
      [
        at(left + step * stripe + step * 0.18 * (1 - stripe / 2), y + h * 0.44),
        at(left + step * (stripe + 1) + step * 0.18 * (1 - (stripe + 1) / 2), y + h * 0.44),
        at(left + step * (stripe + 1), y + h * 0.6),
        at(left + step * stripe, y + h * 0.6),
      ],
      { fill: stripe % 2 === 0 ? PALETTE.gold : PALETTE.paperLight, line: PALETTE.ink, width: line * 0.7 },
    );
  box(
    pen,
    { x: x + w * 0.22, y: y + h * 0.68, w: w * 0.26, h: h * 0.2 },
    { fill: PALETTE.water, line: PALETTE.ink, width: line * 0.8 },
  );
  box(
    pen,
    { x: x + w * 0.58, y: y + h * 0.67, w: w * 0.18, h: h * 0.29 },
    { fill: PALETTE.inkSoft, line: PALETTE.ink, width: line * 0.8 },
  );
  ground(pen, { x, y, w, h }, line);
}

function ground(pen: Pen, { x, y, w, h }: Rect, line: number): void {
  stroke(pen, [at(x + w * 0.02, y + h * 0.965), at(x + w * 0.98, y + h * 0.965)], PALETTE.ink, line * 1.2);
}

/** Two strips of paper across the door, as a court pastes them. */
function boardedUp(pen: Pen, { x, y, w, h }: Rect): void {
  const strips = [
    [at(x + w * 0.16, y + h * 0.5), at(x + w * 0.84, y + h * 0.94)],
    [at(x + w * 0.84, y + h * 0.5), at(x + w * 0.16, y + h * 0.94)],
  ];
  for (const strip of strips) {
    stroke(pen, strip, PALETTE.ink, w * 0.11 + 2);
    stroke(pen, strip, PALETTE.paperLight, w * 0.11);
  }
}

function cracks(pen: Pen, { x, y, w, h }: Rect): void {
  const line = Math.max(1.2, w / 20);
  stroke(
    pen,
    [
      at(x + w * 0.55, y + h * 0.08),
      at(x + w * 0.46, y + h * 0.3),
      at(x + w * 0.58, y + h * 0.46),
      at(x + w * 0.48, y + h * 0.72),
    ],
    PALETTE.vermilion,
    line,
  );
}
