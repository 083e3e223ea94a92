/** One seat on the sheet: house, name, and its marks. */
import { omitUndefined } from '../../../shared/engine/omit-undefined.ts';
import { flagBox, flagSize, type Hang } from '../flag.ts';
import type { Site } from '../geography.ts';
import type { Rect } from '../geometry.ts';
import type { PlacedActor } from '../layout.ts';
import { PALETTE, PAPER } from '../palette.ts';
import { paintHouse } from './house.ts';
import { paintLandmark } from './landmark.ts';
import { at, block, box, disc, type Pen, seal, stroke, write } from './pen.ts';

export interface ActorLook {
  readonly site?: Site;
  readonly seal?: string;
  readonly own: boolean;
  readonly youWord: string;
  readonly bot: boolean;
  readonly ready: boolean;
  /** Certified by the Commission. */
  readonly certified: boolean;
  readonly inDisarray: boolean;
  /** Failed in the round just resolved. */
  readonly failed: boolean;
  readonly failures: number;
}

/** Space round the box for flags and marks, CSS pixels. */
export const MARGIN = 20;

/** Draws at the origin: the caller has translated the pen. */
export function paintActor(pen: Pen, actor: PlacedActor, look: ActorLook, font: number, hang: Hang = 'right'): void {
  const { house } = actor;
  if (look.own)
    disc(pen, house.x + house.w / 2, house.y + house.h * 0.55, house.w * 0.66, {
      fill: PALETTE.vermilion,
      alpha: 0.16,
    });
  if (look.site === undefined)
    paintHouse(pen, house, {
      ...omitUndefined({ seal: look.seal }),
      inDisarray: look.inDisarray,
      failed: look.failed,
    });
  else paintLandmark(pen, house, look.site);
  paintName(pen, actor, look, font);
  if (look.own) flag(pen, house, look.youWord, font, hang);
  if (look.bot) robot(pen, house.x + house.w + 2, house.y + house.h * 0.3, Math.max(8, font * 0.72));
  if (look.certified) stamp(pen, house, font);
  if (look.ready) lantern(pen, house.x - 3, house.y + house.h * 0.3, Math.max(7, font * 0.62));
  if (look.failures > 0)
    write(pen, `×${look.failures}`, house.x - 2, house.y + house.h * 0.78, {
      size: font * 0.92,
      colour: PALETTE.vermilionDeep,
      weight: 700,
      halo: PAPER,
    });
}

function paintName(pen: Pen, actor: PlacedActor, look: ActorLook, font: number): void {
  const x = actor.box.x + actor.box.w / 2;
  const top = actor.house.y + actor.house.h + 2;
  actor.label.lines.forEach((line, index) => {
    write(pen, line, x, top + (font + 1.5) * (index + 0.5), {
      size: font,
      weight: look.own ? 700 : actor.level === 3 ? 500 : 600,
      colour: look.own ? PALETTE.vermilionDeep : PALETTE.ink,
      halo: PAPER,
    });
  });
}

/** The flag of the reader's own seat, with the word for "you". */
function flag(pen: Pen, house: Rect, word: string, font: number, hang: Hang): void {
  const size = flagSize(font);
  const { x, y, w, h } = flagBox(house, word, font, hang);
  // The cloth is notched at the end away from the pole.
  const [pole, end, cut] = hang === 'left' ? [x + w, x, 3] : [x, x + w, -3];
  const foot = hang === 'low' ? y + h + size : house.y + house.h * 0.16;
  stroke(pen, [at(pole, y), at(pole, foot)], PALETTE.ink, 1.2);
  block(pen, [at(pole, y), at(end, y), at(end + cut, y + h / 2), at(end, y + h), at(pole, y + h)], {
    fill: PALETTE.vermilion,
  });
  const middle = x + w * (hang === 'left' ? 0.53 : 0.47);
  write(pen, word, middle, y + h * 0.52, { size, colour: PALETTE.paperLight, weight: 700 });
}

function robot(pen: Pen, x: number, y: number, size: number): void {
  const half = size / 2;
  stroke(pen, [at(x, y - half), at(x, y - half - size * 0.35)], PALETTE.ink, 1.1);
  disc(pen, x, y - half - size * 0.42, 1.3, { fill: PALETTE.ink });
  box(
    pen,
    { x: x - half, y: y - half, w: size, h: size * 0.86 },
    { fill: PALETTE.paperLight, line: PALETTE.ink, width: 1.1 },
  );
  for (const eye of [-0.22, 0.22]) disc(pen, x + size * eye, y - size * 0.12, size * 0.11, { fill: PALETTE.ink });
  stroke(pen, [at(x - size * 0.22, y + size * 0.17), at(x + size * 0.22, y + size * 0.17)], PALETTE.ink, 1);
}

/** The Commission's red seal on the roof. */
function stamp(pen: Pen, house: Rect, font: number): void {
  seal(pen, '证', house.x + house.w * 0.14, house.y + house.h * 0.12, Math.max(11, font * 1.05));
}

/** Shown when the seat is done. */
function lantern(pen: Pen, x: number, y: number, size: number): void {
  disc(pen, x, y, size * 0.55, { fill: PALETTE.jade, line: PALETTE.jadeDeep, width: 1 });
  stroke(
    pen,
    [at(x - size * 0.26, y), at(x - size * 0.05, y + size * 0.22), at(x + size * 0.3, y - size * 0.24)],
    PALETTE.paperLight,
    1.4,
  );
  stroke(pen, [at(x, y + size * 0.55), at(x, y + size * 0.9)], PALETTE.jadeDeep, 1);
}
