/** The big trees: a crown over a head and its subsidiaries. "Under a big tree it is cool." */
import type Phaser from 'phaser';
import { grown, type Point, type Rect } from '../geometry.ts';
import { PALETTE, toNumber } from '../palette.ts';
import { fillThrough, strokeThrough } from './ties.ts';

export interface Crown {
  readonly rect: Rect;
  readonly alpha: number;
}

export function drawGroves(pen: Phaser.GameObjects.Graphics, crowns: readonly Crown[], scale: number): void {
  for (const crown of crowns) drawCrown(pen, crown, scale);
}

function drawCrown(pen: Phaser.GameObjects.Graphics, { rect, alpha }: Crown, scale: number): void {
  trunk(pen, rect, alpha, scale);
  const outline = scalloped(grown(rect, -3 * scale), scale);
  pen.fillStyle(toNumber(PALETTE.crown), 0.5 * alpha);
  fillThrough(pen, outline);
  pen.lineStyle(1.6 * scale, toNumber(PALETTE.crownLine), alpha);
  strokeThrough(pen, [...outline, ...outline.slice(0, 1)]);
}

function trunk(pen: Phaser.GameObjects.Graphics, rect: Rect, alpha: number, scale: number): void {
  const x = rect.x + rect.w / 2;
  const y = rect.y + rect.h;
  const foot = 9 * scale;
  pen.fillStyle(toNumber(PALETTE.crownLine), alpha);
  fillThrough(pen, [
    { x: x - 4 * scale, y: y - 2 },
    { x: x + 4 * scale, y: y - 2 },
    { x: x + 8 * scale, y: y + foot },
    { x: x - 8 * scale, y: y + foot },
  ]);
}

/** A cloud of half-circles along a rounded box. */
function scalloped(rect: Rect, scale: number): readonly Point[] {
  const bump = 13 * scale;
  const reach = bump * 0.26;
  const points: Point[] = [];
  const corner = Math.min(rect.w, rect.h) * 0.16;
  const sides: readonly (readonly [Point, Point])[] = [
    [at(rect.x + corner, rect.y), at(rect.x + rect.w - corner, rect.y)],
    [at(rect.x + rect.w - corner, rect.y), at(rect.x + rect.w, rect.y + corner)],
    [at(rect.x + rect.w, rect.y + corner), at(rect.x + rect.w, rect.y + rect.h - corner)],
    [at(rect.x + rect.w, rect.y + rect.h - corner), at(rect.x + rect.w - corner, rect.y + rect.h)],
    [at(rect.x + rect.w - corner, rect.y + rect.h), at(rect.x + corner, rect.y + rect.h)],
    [at(rect.x + corner, rect.y + rect.h), at(rect.x, rect.y + rect.h - corner)],
    [at(rect.x, rect.y + rect.h - corner), at(rect.x, rect.y + corner)],
    [at(rect.x, rect.y + corner), at(rect.x + corner, rect.y)],
  ];
  for (const [from, to] of sides) {
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    const bumps = Math.max(1, Math.round(length / bump));
    const normal = at((to.y - from.y) / length, -(to.x - from.x) / length);
    for (let index = 0; index < bumps; index++)
      for (let step = 0; step < 6; step++) {
        const along = (index + step / 6) / bumps;
        const out = Math.sin((step / 6) * Math.PI) * reach;
        points.push(
          at(from.x + (to.x - from.x) * along + normal.x * out, from.y + (to.y - from.y) * along + normal.y * out),
        );
      }
  }
  return points;
}

function at(x: number, y: number): Point {
  return { x, y };
}
