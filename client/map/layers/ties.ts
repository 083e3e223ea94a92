/** Draws ties in the paper's notation as vectors, which stay sharp at any zoom and follow moving houses. */
import type Phaser from 'phaser';
import type { Seat } from '../../../shared/engine/actors.ts';
import type { Point } from '../geometry.ts';
import type { Tie } from '../notation.ts';
import { PALETTE, PAPER, toNumber } from '../palette.ts';
import { type Curve, curveBetween, headLength, lengthOf, pointsOf, type Route, type Stand } from '../routes.ts';

export interface TieDrawing {
  readonly routes: readonly Route[];
  /** Present place of each house, by seat. */
  readonly stands: readonly (Stand | undefined)[];
  /** Highlights the ties of this seat and dims the others. */
  readonly focus?: Seat;
  readonly alpha: number;
  /** Line widths grow with the sheet; 1 on a phone. */
  readonly scale: number;
}

/** Opacity of other ties while a seat is in focus. */
const STEPPED_BACK = 0.14;

export function drawTies(pen: Phaser.GameObjects.Graphics, drawing: TieDrawing): void {
  for (const route of drawing.routes) {
    const from = drawing.stands[route.tie.from];
    const to = drawing.stands[route.tie.to];
    if (from === undefined || to === undefined) continue;
    const touched = drawing.focus === undefined || drawing.focus === route.tie.from || drawing.focus === route.tie.to;
    const alpha = drawing.alpha * (touched ? 1 : STEPPED_BACK);
    drawTie(pen, route.tie, curveBetween(from, to, route.bend), alpha, drawing.scale);
  }
}

function drawTie(pen: Phaser.GameObjects.Graphics, tie: Tie, curve: Curve, alpha: number, scale: number): void {
  const width = tie.weight * scale;
  if (tie.kind === 'relinquished')
    dotted(pen, curve, alpha * (tie.weight > 1 ? 0.95 : 0.6), scale * (tie.weight > 1 ? 1.15 : 0.75));
  else if (tie.kind === 'command') {
    const colour = tie.by === 'forced' ? PALETTE.vermilionDeep : PALETTE.ink;
    line(pen, curve, colour, width, alpha, [0, 1]);
    arrowhead(pen, curve, 1, colour, width, alpha, scale);
  } else if (tie.kind === 'offer') {
    const colour = tie.of === 'pact' ? PALETTE.jade : PALETTE.ink;
    dashed(pen, curve, colour, width, alpha, scale);
    arrowhead(pen, curve, 1, colour, width, alpha, scale);
  } else if (tie.promise === 'broken') torn(pen, curve, width, alpha, scale);
  else {
    const colour = PALETTE.jade;
    line(pen, curve, colour, width, alpha, [0, 1]);
    arrowhead(pen, curve, 1, colour, width, alpha, scale);
    arrowhead(pen, curve, 0, colour, width, alpha, scale);
  }
}

function line(
  pen: Phaser.GameObjects.Graphics,
  curve: Curve,
  colour: string,
  width: number,
  alpha: number,
  part: readonly [number, number],
): void {
  const points = pointsOf(curve, 24, part[0], part[1]);
  pen.lineStyle(width + 2.4, toNumber(PAPER), 0.75 * alpha);
  strokeThrough(pen, points);
  pen.lineStyle(width, toNumber(colour), alpha);
  strokeThrough(pen, points);
}

export function strokeThrough(pen: Phaser.GameObjects.Graphics, points: readonly Point[]): void {
  pen.beginPath();
  points.forEach((point, index) => {
    if (index === 0) pen.moveTo(point.x, point.y);
    else pen.lineTo(point.x, point.y);
  });
  pen.strokePath();
}

export function fillThrough(pen: Phaser.GameObjects.Graphics, points: readonly Point[]): void {
  pen.beginPath();
  points.forEach((point, index) => {
    if (index === 0) pen.moveTo(point.x, point.y);
    else pen.lineTo(point.x, point.y);
  });
  pen.closePath();
  pen.fillPath();
}

/** At the far end (1) or the near end (0) of the curve. */
function arrowhead(
  pen: Phaser.GameObjects.Graphics,
  curve: Curve,
  end: 0 | 1,
  colour: string,
  width: number,
  alpha: number,
  scale: number,
): void {
  const tip = end === 1 ? curve.to : curve.from;
  const angle = Math.atan2(tip.y - curve.control.y, tip.x - curve.control.x);
  // Even between near houses, arrowheads leave part of the line visible.
  const long = Math.min(headLength(width / scale, scale), lengthOf(curve) * 0.45);
  const half = long * 0.44;
  const over = long * 0.28;
  const at = (along: number, across: number): Point => ({
    x: tip.x + Math.cos(angle) * along - Math.sin(angle) * across,
    y: tip.y + Math.sin(angle) * along + Math.cos(angle) * across,
  });
  const front = at(over, 0);
  const left = at(over - long, half);
  const right = at(over - long, -half);
  pen.fillStyle(toNumber(colour), alpha);
  pen.fillTriangle(front.x, front.y, left.x, left.y, right.x, right.y);
}

function dotted(pen: Phaser.GameObjects.Graphics, curve: Curve, alpha: number, radius: number): void {
  const count = Math.max(2, Math.round(lengthOf(curve) / (radius * 5)));
  pen.fillStyle(toNumber(PALETTE.inkSoft), alpha);
  // Draws all dots in one path, since a sheet has hundreds.
  pen.beginPath();
  for (const { x, y } of pointsOf(curve, count)) {
    pen.moveTo(x + radius, y);
    pen.arc(x, y, radius, 0, Math.PI * 2);
  }
  pen.fillPath();
}

/** A dashed line: an offer without an answer yet. */
export function dashed(
  pen: Phaser.GameObjects.Graphics,
  curve: Curve,
  colour: string,
  width: number,
  alpha: number,
  scale: number,
): void {
  const pieces = Math.max(3, Math.round(lengthOf(curve) / (8 * scale)));
  pen.lineStyle(width, toNumber(colour), alpha);
  for (let piece = 0; piece < pieces; piece++) {
    strokeThrough(pen, pointsOf(curve, 2, piece / pieces, (piece + 0.55) / pieces));
  }
}

/** A dashed line torn in the middle. */
function torn(pen: Phaser.GameObjects.Graphics, curve: Curve, width: number, alpha: number, scale: number): void {
  const pieces = Math.max(4, Math.round(lengthOf(curve) / (9 * scale)));
  pen.lineStyle(Math.max(1.4 * scale, width), toNumber(PALETTE.vermilion), alpha);
  for (let piece = 0; piece < pieces; piece++) {
    const start = piece / pieces;
    const end = start + 0.58 / pieces;
    if (end > 0.44 && start < 0.56) continue;
    strokeThrough(pen, pointsOf(curve, 2, start, end));
  }
  for (const where of [0.44, 0.56]) rent(pen, curve, where, scale);
}

function rent(pen: Phaser.GameObjects.Graphics, curve: Curve, where: number, scale: number): void {
  const [point, ahead] = pointsOf(curve, 1, where, where + 0.02);
  if (point === undefined || ahead === undefined) return;
  const angle = Math.atan2(ahead.y - point.y, ahead.x - point.x) + Math.PI / 2;
  const zigzag = [-1, -0.33, 0.33, 1].map((across, index) => {
    const aside = (index % 2 === 0 ? 1.6 : -1.6) * scale;
    return {
      x: point.x + Math.cos(angle) * across * 5 * scale + Math.sin(angle) * aside,
      y: point.y + Math.sin(angle) * across * 5 * scale - Math.cos(angle) * aside,
    };
  });
  strokeThrough(pen, zigzag);
}
