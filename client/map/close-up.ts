/** A close-up of two neighbours in the sheet's inks: a background for the trial years, without Phaser. */
import { omitUndefined } from '../../shared/engine/omit-undefined.ts';
import type { Rect } from './geometry.ts';
import { paintHouse } from './paint/house.ts';
import { at, block, box, disc, type Pen, scatter, stroke, write } from './paint/pen.ts';
import { LEAVES, tree } from './paint/street.ts';
import { PALETTE, PAPER } from './palette.ts';
import { penFor } from './sharp.ts';

/** Size in the print's own units; it scales to any size. */
export const CLOSE_UP = { width: 360, height: 212 } as const;

interface CloseUpHouse {
  readonly name: string;
  /** Character of the parent university's seal; absent for a non-state firm. */
  readonly seal?: string;
}

export interface CloseUp {
  readonly own: CloseUpHouse;
  readonly neighbour: CloseUpHouse;
  /** Text of the flag over one's own house. */
  readonly you: string;
}

const SIZE = 92;
const GROUND = 144;
const HORIZON = 82;
const HOUSES = { own: { x: 26, y: GROUND - SIZE }, neighbour: { x: 360 - 26 - SIZE, y: GROUND - SIZE } } as const;
const FONT = 13;

/** Paints at the canvas's size on the page. */
export function paintCloseUp(canvas: HTMLCanvasElement, { own, neighbour, you }: CloseUp): void {
  const { clientWidth } = canvas;
  const pen = penFor(canvas, CLOSE_UP, clientWidth / CLOSE_UP.width);
  if (pen === undefined) return;
  scenery(pen);
  disc(pen, HOUSES.own.x + SIZE / 2, GROUND - SIZE * 0.45, SIZE * 0.62, { fill: PALETTE.vermilion, alpha: 0.12 });
  for (const [house, { x, y }] of [
    [own, HOUSES.own],
    [neighbour, HOUSES.neighbour],
  ] as const) {
    paintHouse(
      pen,
      { x, y, w: SIZE, h: SIZE },
      { ...omitUndefined({ seal: house.seal }), inDisarray: false, failed: false },
    );
    write(pen, house.name, x + SIZE / 2, GROUND + FONT * 0.95, {
      size: FONT,
      weight: 700,
      colour: house === own ? PALETTE.vermilionDeep : PALETTE.ink,
      halo: PALETTE.paperLight,
      room: SIZE + 40,
    });
  }
  flag(pen, you);
  frame(pen, { x: 3, y: 3, w: CLOSE_UP.width - 6, h: CLOSE_UP.height - 6 });
}

function scenery(pen: Pen): void {
  const { width, height } = CLOSE_UP;
  pen.fillStyle = PAPER;
  pen.fillRect(0, 0, width, height);
  hills(pen);
  // The other shops of 1984, small in the distance.
  const next = scatter(1984);
  for (let shop = 0; shop < 15; shop++) {
    const x = 10 + shop * 23.5 + next() * 6;
    const size = 9 + next() * 5;
    far(pen, x, HORIZON - 4 + next() * 5 - size, size);
  }
  stroke(pen, [at(0, HORIZON), at(width, HORIZON)], PALETTE.inkFaint, 0.7);
  block(pen, [at(0, GROUND - 2), at(width, GROUND - 2), at(width, height), at(0, height)], {
    fill: PALETTE.paperLight,
  });
  stroke(pen, [at(0, GROUND - 2), at(width, GROUND - 2)], PALETTE.inkSoft, 0.9);
  stroke(pen, [at(0, height - 22), at(width, height - 22)], PALETTE.inkFaint, 0.8, [7, 6]);
  for (const x of [13, 347]) {
    stroke(pen, [at(x, GROUND - 26), at(x, GROUND - 2)], PALETTE.inkSoft, 1.2);
    disc(pen, x, GROUND - 30, 9, { fill: LEAVES.summer, line: PALETTE.inkSoft, width: 0.7 });
  }
  for (const x of [154, 206]) tree(pen, x, HORIZON - 10, 4, 'summer');
}

function hills(pen: Pen): void {
  const ridge = (base: number, height: number, phase: number) => {
    const points = Array.from({ length: 37 }, (_, step) => {
      const rise = Math.abs(Math.sin(step * 0.42 + phase)) * 0.6 + Math.abs(Math.sin(step * 0.19 + phase * 2)) * 0.5;
      return at(step * 10, base - height * rise);
    });
    block(pen, [...points, at(360, base), at(0, base)], { fill: PALETTE.jadePale, alpha: 0.5 });
    stroke(pen, points, PALETTE.inkFaint, 0.8);
  };
  ridge(HORIZON - 10, 34, 0.6);
  ridge(HORIZON, 22, 2.2);
}

function far(pen: Pen, x: number, y: number, size: number): void {
  pen.save();
  pen.globalAlpha *= 0.6;
  box(pen, { x, y: y + size * 0.35, w: size, h: size * 0.65 }, { line: PALETTE.inkSoft, width: 0.8 });
  stroke(
    pen,
    [at(x - 1, y + size * 0.35), at(x + size / 2, y), at(x + size + 1, y + size * 0.35)],
    PALETTE.inkSoft,
    0.8,
  );
  pen.restore();
}

function flag(pen: Pen, word: string): void {
  const x = HOUSES.own.x + SIZE / 2;
  const top = HOUSES.own.y - 22;
  const long = Math.max(24, [...word].length * 8 + 10);
  stroke(pen, [at(x, top), at(x, HOUSES.own.y + SIZE * 0.14)], PALETTE.ink, 1.4);
  block(pen, [at(x, top), at(x + long, top), at(x + long - 4, top + 8), at(x + long, top + 16), at(x, top + 16)], {
    fill: PALETTE.vermilion,
  });
  write(pen, word, x + long * 0.47, top + 8.5, { size: 11.5, colour: PALETTE.paperLight, weight: 700 });
}

function frame(pen: Pen, rect: Rect): void {
  box(pen, rect, { line: PALETTE.ink, width: 2 });
  box(pen, { x: rect.x + 3, y: rect.y + 3, w: rect.w - 6, h: rect.h - 6 }, { line: PALETTE.ink, width: 0.6 });
}
