/** The sheet: paper with grain, the double frame, and the two worlds beyond it. */
import type { Rect } from '../geometry.ts';
import { PALETTE, PAPER } from '../palette.ts';
import { type Sheet, signRooms } from '../sheet.ts';
import { at, block, box, type Pen, scatter, stroke, write, writeDown, writeTurned } from './pen.ts';

export interface Beyond {
  readonly provinces: string;
  readonly multinationals: string;
  /** Labels run downwards in Chinese. */
  readonly upright: boolean;
}

/** On lower sheets the buttons reach the middle of the western margin. */
const SHORT = 460;

export function paintPaper(pen: Pen, sheet: Sheet): void {
  pen.fillStyle = PALETTE.paperShade;
  pen.fillRect(0, 0, sheet.width, sheet.height);
  const { frame } = sheet;
  pen.fillStyle = PAPER;
  pen.fillRect(frame.x, frame.y, frame.w, frame.h);
}

/** Fibres and specks, printed last so that they lie over the inks. */
export function paintGrain(pen: Pen, sheet: Sheet): void {
  const next = scatter(7);
  const count = Math.round((sheet.width * sheet.height) / 900);
  pen.save();
  for (let speck = 0; speck < count; speck++) {
    const x = next() * sheet.width;
    const y = next() * sheet.height;
    const kind = next();
    pen.globalAlpha = 0.05 + next() * 0.09;
    pen.fillStyle = kind < 0.5 ? PALETTE.inkSoft : '#ffffff';
    if (kind % 0.1 < 0.02) {
      pen.strokeStyle = PALETTE.inkSoft;
      pen.lineWidth = 0.5;
      pen.beginPath();
      pen.moveTo(x, y);
      pen.quadraticCurveTo(x + 5, y + next() * 4 - 2, x + 6 + next() * 7, y + next() * 6 - 3);
      pen.stroke();
    } else pen.fillRect(x, y, 0.6 + next() * 0.9, 0.6 + next() * 0.9);
  }
  pen.restore();
}

export function paintFrame(pen: Pen, { frame }: Sheet): void {
  box(pen, frame, { line: PALETTE.ink, width: 2.2 });
  box(pen, { x: frame.x + 3.5, y: frame.y + 3.5, w: frame.w - 7, h: frame.h - 7 }, { line: PALETTE.ink, width: 0.7 });
}

export function paintBeyond(pen: Pen, sheet: Sheet, words: Beyond): void {
  fields(pen, sheet.provinces);
  sea(pen, sheet.multinationals);
  const size = Math.max(11, sheet.font * 0.92);
  const rooms = sheet.portrait ? signRooms(sheet) : sheet;
  for (const [rect, room, word] of [
    [sheet.provinces, rooms.provinces, words.provinces],
    [sheet.multinationals, rooms.multinationals, words.multinationals],
  ] as const) {
    const x = room.x + room.w / 2;
    const short = rect === sheet.provinces && !sheet.portrait && !sheet.wall && rect.h < SHORT;
    const y = rect.y + rect.h * (short ? 0.37 : 0.5);
    const type = { size, halo: PALETTE.paperShade, weight: 600, colour: PALETTE.ink };
    if (sheet.portrait) write(pen, word, x, y + 1, type);
    else if (words.upright)
      writeDown(pen, word, x, y - size * 1.12 * word.length * 0.5, { ...type, size: size * 1.15 });
    else writeTurned(pen, word, x, y, { ...type, spacing: 1 });
  }
}

/** Fields, a kiln and its smoke: the provinces. */
function fields(pen: Pen, rect: Rect): void {
  pen.save();
  pen.beginPath();
  pen.rect(rect.x, rect.y, rect.w, rect.h);
  pen.clip();
  pen.globalAlpha = 0.5;
  const next = scatter(31);
  const step = 9;
  for (let y = rect.y; y < rect.y + rect.h; y += step)
    for (let x = rect.x - step; x < rect.x + rect.w; x += step * 2.4) {
      const slope = next() * 3;
      for (let furrow = 0; furrow < 3; furrow++)
        stroke(
          pen,
          [at(x + slope, y + furrow * 2.4), at(x + step * 1.8, y + furrow * 2.4 + slope * 0.4)],
          PALETTE.inkFaint,
          0.7,
        );
    }
  pen.restore();
  const unit = Math.min(rect.w * 0.5, rect.h * 0.48, 34);
  for (const place of rect.h > rect.w ? [0.12] : [0.08]) {
    const x = rect.h > rect.w ? rect.x + rect.w / 2 : rect.x + rect.w * place;
    const y = rect.h > rect.w ? rect.y + rect.h * place : rect.y + rect.h * 0.5;
    factory(pen, x, y, unit);
  }
}

function factory(pen: Pen, x: number, y: number, unit: number): void {
  const inks = { fill: PALETTE.paperLight, line: PALETTE.ink, width: 1 };
  block(
    pen,
    [
      at(x - unit / 2, y + unit * 0.4),
      at(x - unit / 2, y),
      at(x - unit * 0.2, y - unit * 0.2),
      at(x - unit * 0.2, y),
      at(x + unit * 0.1, y - unit * 0.2),
      at(x + unit * 0.1, y + unit * 0.4),
    ],
    inks,
  );
  box(pen, { x: x + unit * 0.2, y: y - unit * 0.4, w: unit * 0.14, h: unit * 0.8 }, inks);
  pen.save();
  pen.strokeStyle = PALETTE.inkSoft;
  pen.beginPath();
  pen.arc(x + unit * 0.36, y - unit * 0.5, unit * 0.1, Math.PI * 0.6, Math.PI * 2.1);
  pen.stroke();
  pen.restore();
}

/** The sea, a freighter, and towers on the far shore: the multinationals. */
function sea(pen: Pen, rect: Rect): void {
  pen.save();
  pen.beginPath();
  pen.rect(rect.x, rect.y, rect.w, rect.h);
  pen.clip();
  pen.fillStyle = PALETTE.water;
  pen.globalAlpha = 0.55;
  pen.fillRect(rect.x, rect.y, rect.w, rect.h);
  pen.globalAlpha = 0.6;
  pen.strokeStyle = PALETTE.jadeDeep;
  pen.lineWidth = 0.6;
  const step = 13;
  for (let y = rect.y + 4, row = 0; y < rect.y + rect.h + step; y += 7, row++)
    for (let x = rect.x - step + (row % 2) * (step / 2); x < rect.x + rect.w; x += step) {
      pen.beginPath();
      pen.arc(x + step / 2, y, step / 2, Math.PI * 1.15, Math.PI * 1.85);
      pen.stroke();
    }
  pen.restore();
  const unit = Math.min(rect.w * 0.6, rect.h * 0.54, 40);
  const tall = rect.h > rect.w;
  towers(
    pen,
    tall ? rect.x + rect.w / 2 : rect.x + rect.w * 0.93,
    tall ? rect.y + rect.h * 0.12 : rect.y + rect.h * 0.5,
    unit,
  );
  if (tall) freighter(pen, rect.x + rect.w / 2, rect.y + rect.h * 0.86, unit);
}

function towers(pen: Pen, x: number, y: number, unit: number): void {
  for (const [dx, w, h] of [
    [-0.42, 0.22, 0.6],
    [-0.14, 0.26, 0.95],
    [0.18, 0.24, 0.72],
  ] as const) {
    box(
      pen,
      { x: x + unit * dx, y: y + unit * (0.45 - h), w: unit * w, h: unit * h },
      { fill: PALETTE.paperLight, line: PALETTE.ink, width: 1 },
    );
    for (let row = 0.12; row < h - 0.1; row += 0.16)
      stroke(
        pen,
        [
          at(x + unit * (dx + 0.05), y + unit * (0.45 - h + row)),
          at(x + unit * (dx + w - 0.05), y + unit * (0.45 - h + row)),
        ],
        PALETTE.inkSoft,
        0.8,
      );
  }
}

function freighter(pen: Pen, x: number, y: number, unit: number): void {
  block(
    pen,
    [
      at(x - unit * 0.5, y + unit * 0.04),
      at(x + unit * 0.5, y + unit * 0.04),
      at(x + unit * 0.38, y + unit * 0.28),
      at(x - unit * 0.4, y + unit * 0.28),
    ],
    { fill: PALETTE.vermilion, line: PALETTE.ink, width: 1 },
  );
  for (const [dx, colour] of [
    [-0.36, PALETTE.gold],
    [-0.14, PALETTE.jade],
    [0.08, PALETTE.paperLight],
  ] as const)
    box(
      pen,
      { x: x + unit * dx, y: y - unit * 0.12, w: unit * 0.19, h: unit * 0.15 },
      { fill: colour, line: PALETTE.ink, width: 0.8 },
    );
  box(
    pen,
    { x: x + unit * 0.3, y: y - unit * 0.26, w: unit * 0.12, h: unit * 0.29 },
    { fill: PALETTE.paperLight, line: PALETTE.ink, width: 0.8 },
  );
}
