/** The landscape of Haidian: hills, lakes, campuses, Shangdi's grid, ring roads, railway, city wall. */
import type { Season } from '../calendar.ts';
import { streetAt } from '../geography.ts';
import { centred, overlap, type Point, type Rect } from '../geometry.ts';
import { PALETTE, PAPER } from '../palette.ts';
import type { SayPlace } from '../place-words.ts';
import type { Sheet } from '../sheet.ts';
import { at, block, box, disc, fontOf, type Pen, scatter, stroke, type Type, trace, write, writeDown } from './pen.ts';
import { tree } from './street.ts';

/** A point by fractions of the frame. */
type Spot = (u: number, v: number) => Point;

function spotIn({ frame }: Sheet): Spot {
  return (u, v) => at(frame.x + u * frame.w, frame.y + v * frame.h);
}

/** Areas without shops: the lake of the Summer Palace. */
export function watersOf(sheet: Sheet): readonly Rect[] {
  const unit = Math.min(sheet.frame.w, sheet.frame.h);
  const { x, y } = spotIn(sheet)(0.045, 0.34);
  return [centred(x, y, unit * 0.17, unit * 0.2)];
}

export function paintPlaces(pen: Pen, sheet: Sheet, season: Season): void {
  const spot = spotIn(sheet);
  const unit = Math.min(sheet.frame.w, sheet.frame.h);
  pen.save();
  pen.beginPath();
  pen.rect(sheet.frame.x, sheet.frame.y, sheet.frame.w, sheet.frame.h);
  pen.clip();
  hills(pen, sheet, spot);
  lake(pen, spot(0.045, 0.34), unit * 0.07, unit * 0.085);
  lake(pen, spot(0.33, 0.93), unit * 0.035, unit * 0.03);
  lake(pen, spot(0.25, 0.95), unit * 0.026, unit * 0.02);
  const west = sheet.portrait ? 0.24 : 0.31;
  roads(pen, spot);
  railway(pen, spot);
  campus(pen, [spot(west, 0.045), spot(0.455, 0.03), spot(0.475, 0.235), spot(west + 0.025, 0.25)], season, 3);
  campus(pen, [spot(0.54, 0.03), spot(0.82, 0.03), spot(0.81, 0.215), spot(0.56, 0.235)], season, 5);
  institutes(pen, spot, unit);
  shangdi(pen, sheet, spot, unit);
  wall(pen, spot, unit);
  pen.restore();
}

function hills(pen: Pen, { frame }: Sheet, spot: Spot): void {
  const ridge = (base: number, height: number, from: number, to: number, phase: number) => {
    const points = Array.from({ length: 25 }, (_, index) => {
      const u = from + ((to - from) * index) / 24;
      const fall = 1 - index / 24;
      const rise = Math.abs(Math.sin(index * 0.9 + phase)) * 0.6 + Math.abs(Math.sin(index * 0.37 + phase * 2)) * 0.7;
      return spot(u, base - height * rise * fall);
    });
    block(pen, [...points, spot(to, base), spot(from, base)], { fill: PALETTE.jadePale, alpha: 0.55 });
    stroke(pen, points, PALETTE.inkSoft, 0.9);
    for (const point of points.slice(1, -4))
      stroke(pen, [point, at(point.x + frame.w * 0.006, point.y + frame.h * 0.03)], PALETTE.inkFaint, 0.7);
  };
  ridge(0.17, 0.1, 0, 0.2, 0.4);
  ridge(0.22, 0.08, 0, 0.15, 1.7);
}

function lake(pen: Pen, centre: Point, rx: number, ry: number): void {
  const shore = Array.from({ length: 20 }, (_, index) => {
    const angle = (index / 20) * Math.PI * 2;
    const wobble = 1 + 0.12 * Math.sin(angle * 3 + 1) + 0.06 * Math.sin(angle * 5);
    return at(centre.x + rx * wobble * Math.cos(angle), centre.y + ry * wobble * Math.sin(angle));
  });
  block(pen, shore, { fill: PALETTE.water, line: PALETTE.jadeDeep, width: 0.7, alpha: 0.8 });
  for (const row of [-0.4, 0, 0.4])
    stroke(
      pen,
      [at(centre.x - rx * 0.5, centre.y + ry * row), at(centre.x + rx * 0.35, centre.y + ry * row)],
      PALETTE.jadeDeep,
      0.5,
    );
}

function roads(pen: Pen, spot: Spot): void {
  for (const [v, bend] of [
    [0.3, 0.012],
    [0.655, -0.01],
  ] as const) {
    const line = [spot(0, v + bend), spot(0.25, v), spot(0.5, v), spot(0.75, v - bend), spot(1, v)];
    stroke(pen, line, PALETTE.inkFaint, 4.6);
    stroke(pen, line, PAPER, 3.2);
  }
  for (const [u, from, to] of [
    [0.2, 0.3, 1],
    [0.79, 0.3, 0.86],
  ] as const) {
    const line = [spot(u, from), spot(u + 0.01, (from + to) / 2), spot(u - 0.005, to)];
    stroke(pen, line, PALETTE.inkFaint, 3.2);
    stroke(pen, line, PAPER, 2.2);
  }
}

function railway(pen: Pen, spot: Spot): void {
  const line = [spot(0.86, 0), spot(0.9, 0.2), spot(0.965, 0.4), spot(0.975, 0.7)];
  stroke(pen, line, PALETTE.inkSoft, 3);
  stroke(pen, line, PAPER, 1.8, [5, 5]);
}

function campus(pen: Pen, corners: readonly Point[], season: Season, seed: number): void {
  block(pen, corners, { fill: PALETTE.jadePale, alpha: 0.35 });
  stroke(pen, [...corners, ...corners.slice(0, 1)], PALETTE.inkSoft, 0.9, [7, 2]);
  const next = scatter(seed);
  const [a, b, , d] = corners;
  if (a === undefined || b === undefined || d === undefined) return;
  for (let index = 0; index < 16; index++) {
    const u = 0.06 + next() * 0.88;
    const v = 0.08 + next() * 0.84;
    tree(
      pen,
      a.x + (b.x - a.x) * u + (d.x - a.x) * v,
      a.y + (b.y - a.y) * u + (d.y - a.y) * v,
      2.4 + next() * 1.6,
      season,
    );
  }
}

/** The Academy's institutes, east of the street. */
function institutes(pen: Pen, spot: Spot, unit: number): void {
  for (const [u, v] of [
    [0.83, 0.4],
    [0.87, 0.47],
    [0.92, 0.42],
    [0.84, 0.54],
    [0.91, 0.55],
  ] as const) {
    const point = spot(u, v);
    const size = unit * 0.03;
    box(
      pen,
      { x: point.x - size / 2, y: point.y - size / 2, w: size, h: size * 0.62 },
      { fill: PALETTE.paperLight, line: PALETTE.inkFaint, width: 0.9 },
    );
    stroke(
      pen,
      [at(point.x - size * 0.3, point.y - size * 0.2), at(point.x + size * 0.3, point.y - size * 0.2)],
      PALETTE.inkFaint,
      0.7,
    );
  }
}

/** Shangdi's planned grid, away from the street. */
function shangdi(pen: Pen, sheet: Sheet, spot: Spot, unit: number): void {
  const corner = spot(sheet.portrait ? 0.09 : 0.205, 0.04);
  const size = unit * 0.034;
  for (let row = 0; row < 3; row++)
    for (let column = 0; column < 4; column++)
      box(
        pen,
        { x: corner.x + column * size * 1.25, y: corner.y + row * size, w: size, h: size * 0.72 },
        { fill: PALETTE.paperLight, line: PALETTE.inkSoft, width: 0.8 },
      );
}

/** Corner of the old city with its moat. */
function wall(pen: Pen, spot: Spot, unit: number): void {
  const corner = [spot(0.8, 1), spot(0.805, 0.885), spot(0.83, 0.83), spot(1, 0.81)];
  pen.save();
  pen.globalAlpha = 0.5;
  trace(pen, [...corner, spot(1, 1)]);
  pen.fillStyle = PALETTE.paperShade;
  pen.fill();
  pen.restore();
  stroke(
    pen,
    corner.map((point) => at(point.x - unit * 0.014, point.y - unit * 0.014)),
    PALETTE.water,
    unit * 0.012,
  );
  stroke(pen, corner, PALETTE.ink, 3.4);
  stroke(pen, corner, PALETTE.slate, 2);
  stroke(pen, corner, PALETTE.ink, 3.4, [2, 5]);
}

interface PlaceName {
  readonly text: string;
  readonly spot: readonly [number, number];
  readonly size: number;
  readonly strong?: boolean;
  readonly down?: boolean;
}

/** Place names where no house stands on them. Returns their boxes. */
export function paintPlaceNames(
  pen: Pen,
  sheet: Sheet,
  say: SayPlace,
  upright: boolean,
  keepClear: readonly Rect[],
): readonly Rect[] {
  const spot = spotIn(sheet);
  const size = Math.max(11, sheet.font * 0.88);
  const names: readonly PlaceName[] = [
    { text: say('zhongguancun'), spot: [streetAt(0.19), 0.185], size: size * 1.15, strong: true },
    { text: say('baishiqiao'), spot: [streetAt(0.97) + (sheet.portrait ? 0.14 : -0.065), 0.965], size, strong: true },
    { text: say('shangdi'), spot: sheet.portrait ? [0.155, 0.18] : [0.245, 0.2], size },
    { text: say('summerPalace'), spot: [0.07, 0.46], size, down: upright },
    { text: say('haidian'), spot: [0.24, 0.36], size: size * 1.1 },
    { text: say('academy'), spot: [0.885, 0.6], size },
    { text: say('bamboo'), spot: [0.29, 0.885], size },
    { text: say('ruins'), spot: [0.5, 0.055], size },
    { text: say('city'), spot: [0.955, 0.975], size },
    { text: say('hills'), spot: [0.05, 0.235], size },
  ];
  const taken: Rect[] = [...keepClear];
  for (const name of names) {
    const type = {
      size: name.size,
      colour: name.strong === true ? PALETTE.ink : PALETTE.inkSoft,
      weight: name.strong === true ? 700 : 500,
      halo: PAPER,
      italic: !upright && name.strong !== true,
    };
    const rect = rectOf(pen, name, type, spot, sheet);
    const inside = rect.x > sheet.frame.x + 5 && rect.x + rect.w < sheet.frame.x + sheet.frame.w - 5;
    if (!inside || taken.some((other) => overlap(other, rect))) continue;
    taken.push(rect);
    if (name.down === true) writeDown(pen, name.text, rect.x + rect.w / 2, rect.y, type);
    else write(pen, name.text, rect.x + rect.w / 2, rect.y + rect.h / 2, type);
  }
  return taken.slice(keepClear.length);
}

function rectOf(pen: Pen, name: PlaceName, type: Type, spot: Spot, sheet: Sheet): Rect {
  pen.save();
  pen.font = fontOf(type);
  const long = pen.measureText(name.text).width * 1.06;
  pen.restore();
  const centre = spot(...name.spot);
  const w = name.down === true ? name.size * 1.2 : long;
  const h = name.down === true ? name.size * 1.12 * [...name.text].length : name.size * 1.25;
  const left = sheet.frame.x + 7;
  const right = sheet.frame.x + sheet.frame.w - 7 - w;
  return { x: Math.min(Math.max(centre.x - w / 2, left), right), y: centre.y - h / 2, w, h };
}

/** A compass rose. */
export function paintCompass(pen: Pen, x: number, y: number, size: number, letter: string): void {
  disc(pen, x, y, size, { fill: PALETTE.paperLight, line: PALETTE.ink, width: 0.9 });
  block(pen, [at(x, y - size * 1.25), at(x + size * 0.3, y), at(x - size * 0.3, y)], {
    fill: PALETTE.vermilion,
    line: PALETTE.ink,
    width: 0.8,
  });
  block(pen, [at(x, y + size * 1.1), at(x + size * 0.3, y), at(x - size * 0.3, y)], {
    fill: PALETTE.paperLight,
    line: PALETTE.ink,
    width: 0.8,
  });
  write(pen, letter, x, y - size * 1.25 - 6, { size: 11, weight: 700 });
}
