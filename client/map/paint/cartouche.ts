/** The two printed boxes: the title with the year, and the district's figure. */
import type { Figure } from '../../../shared/engine/figure-reading.ts';
import type { Point, Rect } from '../geometry.ts';
import { PALETTE } from '../palette.ts';
import type { Sheet } from '../sheet.ts';
import { at, box, disc, fontOf, type Pen, seal, stroke, write } from './pen.ts';

export interface TitleWords {
  readonly han: string;
  readonly latin: string;
  readonly year: string;
}

export function paintTitle(pen: Pen, sheet: Sheet, words: TitleWords): void {
  const { title, portrait, font } = sheet;
  if (portrait) {
    const middle = title.y + title.h / 2;
    const unit = title.h / 25;
    seal(pen, '街', title.x + 10 * unit, middle, 17 * unit);
    squeeze(pen, words.year, title.x + 23 * unit, middle, title.w - 26 * unit, {
      size: 12.5 * unit,
      weight: 700,
      align: 'left',
    });
    return;
  }
  plate(pen, title);
  const left = title.x + font * 0.8;
  write(pen, words.han, left, title.y + font * 1.35, {
    size: font * 1.62,
    weight: 900,
    align: 'left',
    spacing: font * 0.08,
  });
  squeeze(pen, words.latin, left, title.y + font * 2.75, title.w - font * 1.5, {
    size: font * 0.8,
    weight: 700,
    align: 'left',
  });
  stroke(
    pen,
    [at(left, title.y + font * 3.4), at(title.x + title.w - font * 0.8, title.y + font * 3.4)],
    PALETTE.ink,
    0.8,
  );
  squeeze(pen, words.year, left, title.y + font * 4.25, title.w - font * 1.9, {
    size: font * 0.98,
    weight: 700,
    align: 'left',
    colour: PALETTE.vermilionDeep,
  });
}

interface FigureWords {
  readonly number: string;
  readonly name: string;
}

export function paintFigure(pen: Pen, sheet: Sheet, figure: Figure | undefined, words: FigureWords): void {
  const { figure: rect, portrait, font } = sheet;
  if (portrait) {
    const size = rect.h * 0.82;
    diagram(pen, { x: rect.x + rect.w - size - 3, y: rect.y + (rect.h - size) / 2, w: size, h: size }, figure);
    squeeze(
      pen,
      figure === undefined ? words.number : `${words.number} · ${words.name}`,
      rect.x + rect.w - size - 9,
      rect.y + rect.h / 2,
      rect.w - size - 12,
      {
        size: (12 * rect.h) / 25,
        weight: 700,
        align: 'right',
        colour: colourOf(figure),
      },
    );
    return;
  }
  plate(pen, rect);
  const size = rect.h - font * 1.3;
  diagram(pen, { x: rect.x + font * 0.7, y: rect.y + font * 0.65, w: size, h: size }, figure);
  const left = rect.x + size + font * 1.5;
  const room = rect.w - size - font * 2.1;
  squeeze(pen, words.number, left, rect.y + rect.h * 0.34, room, {
    size: font * 1.3,
    weight: 900,
    align: 'left',
    colour: colourOf(figure),
  });
  squeeze(pen, words.name, left, rect.y + rect.h * 0.68, room, { size: font, weight: 600, align: 'left' });
}

function colourOf(figure: Figure | undefined): string {
  return figure === '4' ? PALETTE.jadeDeep : figure === '2' ? PALETTE.vermilionDeep : PALETTE.ink;
}

function plate(pen: Pen, rect: Rect): void {
  box(pen, rect, { fill: PALETTE.paperLight, line: PALETTE.ink, width: 1.4 });
  box(pen, { x: rect.x + 3, y: rect.y + 3, w: rect.w - 6, h: rect.h - 6 }, { line: PALETTE.ink, width: 0.6 });
}

function squeeze(
  pen: Pen,
  text: string,
  x: number,
  y: number,
  width: number,
  type: { size: number; weight: number; align: CanvasTextAlign; colour?: string },
): void {
  pen.save();
  pen.font = fontOf(type);
  const wide = pen.measureText(text).width;
  pen.restore();
  const size = wide > width ? Math.max(10, (type.size * width) / wide) : type.size;
  write(pen, text, x, y, { ...type, size, room: width });
}

/** A small figure as the paper prints it: circles of three sizes, with lines. */
function diagram(pen: Pen, rect: Rect, figure: Figure | undefined): void {
  const spot = (u: number, v: number) => at(rect.x + rect.w * u, rect.y + rect.h * v);
  const top = spot(0.5, 0.14);
  const middle = [spot(0.2, 0.5), spot(0.8, 0.5)];
  const low = [spot(0.06, 0.9), spot(0.34, 0.9), spot(0.66, 0.9), spot(0.94, 0.9)];
  const line = Math.max(1, rect.w / 28);
  const down: readonly (readonly [Point, Point])[] = middle.flatMap((mid, index) => [
    [top, mid] as const,
    ...low.slice(index * 2, index * 2 + 2).map((foot) => [mid, foot] as const),
  ]);
  for (const [a, b] of down)
    stroke(pen, [a, b], PALETTE.ink, figure === '2' ? line * 1.4 : line, figure === '2' ? [] : [1.5, 2.5]);
  const across: readonly (readonly [Point, Point])[] =
    figure === '4' ? pairs([...middle, ...low]) : figure === '3' ? pairs(low.slice(1, 3)) : [];
  for (const [a, b] of across) stroke(pen, [a, b], PALETTE.jade, line * 1.3);
  for (const [point, size] of [
    [top, 0.13],
    ...middle.map((each) => [each, 0.1] as const),
    ...low.map((each) => [each, 0.07] as const),
  ] as const)
    disc(pen, point.x, point.y, rect.w * size, { fill: PALETTE.paperLight, line: PALETTE.ink, width: line });
  if (figure === undefined)
    write(pen, '?', rect.x + rect.w / 2, rect.y + rect.h * 0.56, {
      size: rect.h * 0.5,
      weight: 900,
      halo: PALETTE.paperLight,
      colour: PALETTE.inkSoft,
    });
}

function pairs(points: readonly Point[]): readonly (readonly [Point, Point])[] {
  return points.flatMap((a, index) => points.slice(index + 1).map((b) => [a, b] as const));
}
