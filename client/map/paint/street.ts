/** Electronics Street and its shops: forty in 1984, four and a half thousand eleven years later. */
import type { Season } from '../calendar.ts';
import { STREET, streetAt } from '../geography.ts';
import { contains, grown, type Point, type Rect } from '../geometry.ts';
import { PALETTE } from '../palette.ts';
import type { Sheet } from '../sheet.ts';
import { at, block, box, disc, type Pen, scatter, stroke, trace } from './pen.ts';

export const LEAVES: Readonly<Record<Season, string>> = {
  spring: '#d9a3a0',
  summer: '#9db592',
  autumn: '#d2a35c',
  winter: '#d9d2c3',
};

function axisOf(sheet: Sheet): readonly Point[] {
  const steps = 24;
  return Array.from({ length: steps + 1 }, (_, step) => {
    const v = STREET.north + ((STREET.south - STREET.north) * step) / steps;
    return { x: sheet.frame.x + streetAt(v) * sheet.frame.w, y: sheet.frame.y + v * sheet.frame.h };
  });
}

export function paintStreet(pen: Pen, sheet: Sheet, season: Season): void {
  const axis = axisOf(sheet);
  const half = sheet.lane * 0.36;
  const west = axis.map((point) => at(point.x - half, point.y));
  const east = axis.map((point) => at(point.x + half, point.y));
  block(pen, [...west, ...[...east].reverse()], { fill: PALETTE.paperLight });
  stroke(pen, west, PALETTE.inkSoft, 1.1);
  stroke(pen, east, PALETTE.inkSoft, 1.1);
  stroke(pen, axis, PALETTE.inkFaint, 0.8, [6, 6]);
  const every = 3;
  for (let index = 1; index < axis.length - 1; index += every)
    for (const side of [-1, 1]) {
      const point = axis[index];
      if (point !== undefined) tree(pen, point.x + side * (half + 3.5), point.y, sheet.lane * 0.13 + 1.4, season);
    }
}

export function tree(pen: Pen, x: number, y: number, size: number, season: Season): void {
  stroke(pen, [at(x, y), at(x, y + size * 1.5)], PALETTE.inkSoft, 0.8);
  if (season === 'winter') {
    for (const side of [-1, 1])
      stroke(pen, [at(x, y + size * 0.6), at(x + side * size * 0.8, y - size * 0.6)], PALETTE.inkSoft, 0.7);
    stroke(pen, [at(x, y), at(x, y - size)], PALETTE.inkSoft, 0.7);
  } else disc(pen, x, y, size, { fill: LEAVES[season], line: PALETTE.inkSoft, width: 0.6 });
}

/**
 * Small shopfronts, along the street first, then in the lanes behind. `firms` is the year's real number; the print
 * shows its square root, since thousands would turn the sheet black.
 */
export function paintShops(pen: Pen, sheet: Sheet, firms: number, keepClear: readonly Rect[]): void {
  const { frame } = sheet;
  const next = scatter(1984);
  const wanted = Math.round((Math.sqrt(firms) * 8 * frame.w * frame.h) / 600_000);
  const clear = keepClear.map((rect) => grown(rect, 2));
  const size = sheet.portrait ? 4 : 6;
  const spread = 0.05 + 0.36 * Math.min(1, Math.sqrt(firms / 4500));
  let printed = 0;
  for (let trial = 0; trial < wanted * 6 && printed < wanted; trial++) {
    const v = STREET.north + 0.03 + next() * (0.95 - STREET.north);
    const away = (next() + next() + next() - 1.5) * 1.3 * spread;
    const lane = Math.round(away * 24) / 24;
    const side = away < 0 ? -1 : 1;
    const x = frame.x + streetAt(v) * frame.w + lane * frame.w + side * (sheet.lane * 0.5 + size);
    const y = frame.y + (Math.round((v * frame.h) / (size * 1.8)) + ((lane * 7.3) % 1)) * size * 1.8;
    const spot = { x, y };
    if (!contains(grown(frame, -size * 2), spot) || clear.some((rect) => contains(rect, spot))) continue;
    shopfront(pen, x, y, size, next());
    printed += 1;
  }
}

function shopfront(pen: Pen, x: number, y: number, size: number, kind: number): void {
  const half = size / 2;
  pen.save();
  pen.globalAlpha *= 0.62;
  pen.lineWidth = 0.7;
  pen.strokeStyle = PALETTE.inkSoft;
  if (kind < 0.55) {
    trace(pen, [
      at(x - half, y + half),
      at(x - half, y - half * 0.2),
      at(x, y - half),
      at(x + half, y - half * 0.2),
      at(x + half, y + half),
    ]);
    pen.stroke();
  } else {
    box(pen, { x: x - half, y: y - half * 0.6, w: size, h: size * 0.8 }, { line: PALETTE.inkSoft, width: 0.7 });
    if (kind > 0.86) box(pen, { x: x - half, y: y - half * 0.6, w: size, h: size * 0.28 }, { fill: PALETTE.vermilion });
  }
  pen.restore();
}
