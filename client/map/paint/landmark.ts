/** Houses of institutions: campuses with gates, the Academy, the city gate, the Commission's office. */
import type { Site } from '../geography.ts';
import type { Rect } from '../geometry.ts';
import { PALETTE } from '../palette.ts';
import { at, block, box, disc, type Pen, stroke, write } from './pen.ts';

export function paintLandmark(pen: Pen, rect: Rect, site: Site): void {
  PAINTERS[site](pen, rect, Math.max(1, rect.w / 30));
}

const PAINTERS: Readonly<Record<Site, (pen: Pen, rect: Rect, line: number) => void>> = {
  peking,
  tsinghua,
  academy,
  college: campusGate,
  gate: cityGate,
  office,
};

/** The pagoda by Weiming Lake. */
function peking(pen: Pen, { x, y, w, h }: Rect, line: number): void {
  const inks = { fill: PALETTE.paperLight, line: PALETTE.ink, width: line };
  const middle = x + w * 0.64;
  const tiers = 6;
  for (let tier = 0; tier < tiers; tier++) {
    const top = y + h * (0.14 + tier * 0.1);
    const half = w * (0.07 + tier * 0.018);
    box(pen, { x: middle - half * 0.7, y: top, w: half * 1.4, h: h * 0.1 }, inks);
    block(
      pen,
      [
        at(middle - half, top + h * 0.035),
        at(middle + half, top + h * 0.035),
        at(middle + half * 0.65, top - h * 0.01),
        at(middle - half * 0.65, top - h * 0.01),
      ],
      { fill: PALETTE.slate, line: PALETTE.ink, width: line * 0.8 },
    );
  }
  stroke(pen, [at(middle, y + h * 0.13), at(middle, y)], PALETTE.ink, line * 1.4);
  box(pen, { x: middle - w * 0.14, y: y + h * 0.74, w: w * 0.28, h: h * 0.12 }, inks);
  gateHouse(pen, { x, y: y + h * 0.42, w: w * 0.5, h: h * 0.46 }, line);
  ripples(pen, { x, y: y + h * 0.88, w, h: h * 0.12 }, line);
}

/** A red gate with a tiled roof. */
function gateHouse(pen: Pen, { x, y, w, h }: Rect, line: number): void {
  box(
    pen,
    { x: x + w * 0.1, y: y + h * 0.4, w: w * 0.8, h: h * 0.58 },
    { fill: PALETTE.vermilion, line: PALETTE.ink, width: line },
  );
  for (const door of [0.18, 0.41, 0.64])
    box(
      pen,
      { x: x + w * door, y: y + h * 0.58, w: w * 0.18, h: h * 0.4 },
      { fill: PALETTE.vermilionDeep, line: PALETTE.ink, width: line * 0.7 },
    );
  roof(pen, { x, y, w, h: h * 0.44 }, line);
}

function roof(pen: Pen, { x, y, w, h }: Rect, line: number, fill: string = PALETTE.slate): void {
  block(
    pen,
    [
      at(x + w * 0.24, y),
      at(x + w * 0.76, y),
      at(x + w * 0.86, y + h * 0.55),
      at(x + w * 1.02, y + h * 0.78),
      at(x + w * 0.94, y + h),
      at(x + w * 0.06, y + h),
      at(x - w * 0.02, y + h * 0.78),
      at(x + w * 0.14, y + h * 0.55),
    ],
    { fill, line: PALETTE.ink, width: line },
  );
}

function ripples(pen: Pen, { x, y, w, h }: Rect, line: number): void {
  block(pen, [at(x, y + h * 0.2), at(x + w, y + h * 0.2), at(x + w * 0.9, y + h), at(x + w * 0.1, y + h)], {
    fill: PALETTE.water,
  });
  for (const row of [0.35, 0.75])
    stroke(
      pen,
      [at(x + w * (0.1 + row * 0.1), y + h * row), at(x + w * (0.62 + row * 0.2), y + h * row)],
      PALETTE.jadeDeep,
      line * 0.7,
    );
}

/** The white gate with three arches. */
function tsinghua(pen: Pen, { x, y, w, h }: Rect, line: number): void {
  const white = { fill: '#fffdf6', line: PALETTE.ink, width: line };
  box(pen, { x: x + w * 0.06, y: y + h * 0.38, w: w * 0.88, h: h * 0.56 }, white);
  box(pen, { x: x + w * 0.26, y: y + h * 0.2, w: w * 0.48, h: h * 0.74 }, white);
  block(pen, [at(x + w * 0.24, y + h * 0.2), at(x + w * 0.5, y + h * 0.04), at(x + w * 0.76, y + h * 0.2)], white);
  box(pen, { x: x + w * 0.02, y: y + h * 0.34, w: w * 0.24, h: h * 0.05 }, white);
  box(pen, { x: x + w * 0.74, y: y + h * 0.34, w: w * 0.24, h: h * 0.05 }, white);
  arch(pen, { x: x + w * 0.37, y: y + h * 0.42, w: w * 0.26, h: h * 0.52 }, line);
  arch(pen, { x: x + w * 0.1, y: y + h * 0.56, w: w * 0.13, h: h * 0.38 }, line);
  arch(pen, { x: x + w * 0.77, y: y + h * 0.56, w: w * 0.13, h: h * 0.38 }, line);
  stroke(pen, [at(x + w * 0.32, y + h * 0.3), at(x + w * 0.68, y + h * 0.3)], PALETTE.plum, line * 2.4);
  stroke(pen, [at(x, y + h * 0.95), at(x + w, y + h * 0.95)], PALETTE.ink, line * 1.2);
}

function arch(pen: Pen, { x, y, w, h }: Rect, line: number, fill: string = PALETTE.inkSoft): void {
  pen.save();
  pen.beginPath();
  pen.moveTo(x, y + h);
  pen.lineTo(x, y + w / 2);
  pen.arc(x + w / 2, y + w / 2, w / 2, Math.PI, 0);
  pen.lineTo(x + w, y + h);
  pen.closePath();
  pen.fillStyle = fill;
  pen.fill();
  pen.strokeStyle = PALETTE.ink;
  pen.lineWidth = line;
  pen.stroke();
  pen.restore();
}

/** An institute with an observatory, and an atom above the door. */
function academy(pen: Pen, { x, y, w, h }: Rect, line: number): void {
  const wall = { fill: PALETTE.paperLight, line: PALETTE.ink, width: line };
  pen.save();
  pen.beginPath();
  pen.arc(x + w * 0.5, y + h * 0.36, w * 0.2, Math.PI, 0);
  pen.closePath();
  pen.fillStyle = PALETTE.jadePale;
  pen.fill();
  pen.strokeStyle = PALETTE.ink;
  pen.lineWidth = line;
  pen.stroke();
  pen.restore();
  box(pen, { x: x + w * 0.3, y: y + h * 0.36, w: w * 0.4, h: h * 0.58 }, wall);
  box(pen, { x, y: y + h * 0.54, w: w * 0.3, h: h * 0.4 }, wall);
  box(pen, { x: x + w * 0.7, y: y + h * 0.54, w: w * 0.3, h: h * 0.4 }, wall);
  for (const column of [0.06, 0.18, 0.76, 0.88])
    for (const row of [0.6, 0.76])
      box(
        pen,
        { x: x + w * column, y: y + h * row, w: w * 0.07, h: h * 0.09 },
        { fill: PALETTE.water, line: PALETTE.ink, width: line * 0.6 },
      );
  for (const turn of [0, Math.PI / 3, -Math.PI / 3]) {
    pen.save();
    pen.strokeStyle = PALETTE.jadeDeep;
    pen.lineWidth = line * 0.8;
    pen.beginPath();
    pen.ellipse(x + w * 0.5, y + h * 0.54, w * 0.14, w * 0.05, turn, 0, Math.PI * 2);
    pen.stroke();
    pen.restore();
  }
  disc(pen, x + w * 0.5, y + h * 0.54, line * 1.2, { fill: PALETTE.vermilion });
  box(
    pen,
    { x: x + w * 0.43, y: y + h * 0.74, w: w * 0.14, h: h * 0.2 },
    { fill: PALETTE.inkSoft, line: PALETTE.ink, width: line * 0.8 },
  );
}

function campusGate(pen: Pen, { x, y, w, h }: Rect, line: number): void {
  gateHouse(pen, { x: x + w * 0.08, y: y + h * 0.16, w: w * 0.84, h: h * 0.8 }, line);
}

/** The old city's gate tower, for the municipality. */
function cityGate(pen: Pen, { x, y, w, h }: Rect, line: number): void {
  const brick = { fill: PALETTE.slate, line: PALETTE.ink, width: line };
  block(
    pen,
    [at(x, y + h * 0.96), at(x + w * 0.06, y + h * 0.56), at(x + w * 0.94, y + h * 0.56), at(x + w, y + h * 0.96)],
    brick,
  );
  for (let tooth = 0; tooth < 7; tooth++)
    box(pen, { x: x + w * (0.07 + tooth * 0.125), y: y + h * 0.51, w: w * 0.075, h: h * 0.06 }, brick);
  arch(pen, { x: x + w * 0.38, y: y + h * 0.63, w: w * 0.24, h: h * 0.33 }, line, PALETTE.ink);
  box(
    pen,
    { x: x + w * 0.2, y: y + h * 0.36, w: w * 0.6, h: h * 0.15 },
    { fill: PALETTE.vermilion, line: PALETTE.ink, width: line },
  );
  roof(pen, { x: x + w * 0.12, y: y + h * 0.24, w: w * 0.76, h: h * 0.15 }, line);
  box(
    pen,
    { x: x + w * 0.28, y: y + h * 0.15, w: w * 0.44, h: h * 0.1 },
    { fill: PALETTE.vermilion, line: PALETTE.ink, width: line },
  );
  roof(pen, { x: x + w * 0.18, y: y + h * 0.02, w: w * 0.64, h: h * 0.15 }, line);
}

/** The Commission's house with flag and sign. */
function office(pen: Pen, { x, y, w, h }: Rect, line: number): void {
  const wall = { fill: PALETTE.paperLight, line: PALETTE.ink, width: line };
  box(pen, { x: x + w * 0.06, y: y + h * 0.34, w: w * 0.88, h: h * 0.6 }, wall);
  box(pen, { x: x + w * 0.3, y: y + h * 0.24, w: w * 0.4, h: h * 0.7 }, wall);
  for (const column of [0.11, 0.2, 0.73, 0.82])
    for (const row of [0.44, 0.62, 0.79])
      box(
        pen,
        { x: x + w * column, y: y + h * row, w: w * 0.065, h: h * 0.1 },
        { fill: PALETTE.water, line: PALETTE.ink, width: line * 0.6 },
      );
  box(
    pen,
    { x: x + w * 0.34, y: y + h * 0.3, w: w * 0.32, h: h * 0.13 },
    { fill: PALETTE.jade, line: PALETTE.ink, width: line * 0.7 },
  );
  write(pen, '试验区', x + w * 0.5, y + h * 0.37, { size: h * 0.105, colour: PALETTE.paperLight, weight: 700 });
  box(
    pen,
    { x: x + w * 0.42, y: y + h * 0.66, w: w * 0.16, h: h * 0.28 },
    { fill: PALETTE.vermilionDeep, line: PALETTE.ink, width: line * 0.8 },
  );
  stroke(pen, [at(x + w * 0.5, y + h * 0.24), at(x + w * 0.5, y)], PALETTE.ink, line * 1.2);
  block(pen, [at(x + w * 0.5, y + h * 0.01), at(x + w * 0.74, y + h * 0.06), at(x + w * 0.5, y + h * 0.14)], {
    fill: PALETTE.vermilion,
  });
  stroke(pen, [at(x, y + h * 0.95), at(x + w, y + h * 0.95)], PALETTE.ink, line * 1.2);
}
