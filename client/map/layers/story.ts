/** Draws one instant of the round's story over the map. Every beat is a function of its elapsed share, 0 to 1. */
import type Phaser from 'phaser';
import { between, centred, onCurve, type Point, type Rect } from '../geometry.ts';
import { PALETTE, toNumber } from '../palette.ts';
import type { Picture } from '../picture.ts';
import { type Curve, curveBetween, heart, pointsOf, type Stand } from '../routes.ts';
import type { BeatKind, Pair, StoryMoment } from '../story.ts';
import { fillThrough, strokeThrough } from './ties.ts';

type Graphics = Phaser.GameObjects.Graphics;

interface Telling {
  readonly pen: Graphics;
  readonly t: number;
  readonly pairs: readonly Pair[];
  readonly picture: Picture;
  readonly stands: readonly Stand[];
  readonly scale: number;
}

export function drawStory(
  pen: Graphics,
  moment: StoryMoment,
  picture: Picture,
  stands: readonly Stand[],
  scale: number,
): void {
  TELL[moment.beat.kind]({ pen, t: moment.t, pairs: moment.beat.pairs, picture, stands, scale });
}

const TELL: Readonly<Record<BeatKind, (telling: Telling) => void>> = {
  policy,
  listed: policy,
  absorbed: (telling) => taken(telling, PALETTE.vermilionDeep),
  broken,
  formed,
  left: broken,
  sold: (telling) => taken(telling, PALETTE.ink),
  foreign,
  knowledge,
  goods,
  tax: (telling) => coins(telling, 1),
  rescued: (telling) => coins(telling, -1),
  failed,
  falters,
  shock,
};

/** Opacity: rises, stays, fades. */
function presence(t: number): number {
  return Math.min(1, t * 5, (1 - t) * 4);
}

function eachPair(telling: Telling, draw: (a: Stand, b: Stand, index: number) => void): void {
  telling.pairs.forEach(([a, b], index) => {
    const from = telling.stands[a];
    const to = telling.stands[b];
    if (from !== undefined && to !== undefined) draw(from, to, index);
  });
}

/** Rings spread from the government's house. */
function policy(telling: Telling): void {
  const { pen, t, scale, picture } = telling;
  eachPair(telling, ({ house }) => {
    const centre = heart(house);
    for (const delay of [0, 0.2, 0.4]) {
      const grown = (t - delay) / 0.6;
      if (grown <= 0 || grown >= 1) continue;
      pen.lineStyle(2.4 * scale, toNumber(PALETTE.vermilion), 1 - grown);
      ringWithin(pen, centre, house.w * (0.6 + grown * 1.8), picture.layout.sheet.frame);
    }
  });
}

const RING_PARTS = 48;

/** The part of a ring on the sheet. */
function ringWithin(pen: Graphics, centre: Point, radius: number, frame: Rect): void {
  const within = ({ x, y }: Point) => x >= frame.x && x <= frame.x + frame.w && y >= frame.y && y <= frame.y + frame.h;
  const at = (part: number): Point => {
    const angle = (part / RING_PARTS) * Math.PI * 2;
    return { x: centre.x + Math.cos(angle) * radius, y: centre.y + Math.sin(angle) * radius };
  };
  for (let part = 0; part < RING_PARTS; part++) {
    const [from, to] = [at(part), at(part + 1)];
    if (within(from) && within(to)) strokeThrough(pen, [from, to]);
  }
}

/** A house is taken over: an arrow from the head reaches it, and a ring closes round it. */
function taken(telling: Telling, colour: string): void {
  const { pen, t, scale } = telling;
  eachPair(telling, (firm, head) => {
    const curve = curveBetween(head, firm, 0.1);
    const reach = Math.min(1, t * 2);
    pen.lineStyle(4 * scale, toNumber(colour), presence(t));
    strokeThrough(pen, pointsOf(curve, 20, 0, reach));
    const { x, y } = heart(firm.house);
    if (t > 0.45) {
      const closing = Math.min(1, (t - 0.45) * 3);
      pen.lineStyle(2.6 * scale, toNumber(colour), presence(t));
      pen.beginPath();
      pen.arc(x, y, firm.house.w * 0.72, -Math.PI / 2, -Math.PI / 2 + closing * Math.PI * 2);
      pen.strokePath();
    }
  });
}

/** The line breaks in the middle, and both ends spring back. */
function broken(telling: Telling): void {
  const { pen, t, scale } = telling;
  eachPair(telling, (a, b) => {
    const curve = curveBetween(a, b, 0);
    const gap = Math.max(0, (t - 0.25) / 0.75) * 0.5;
    pen.lineStyle(3 * scale, toNumber(PALETTE.vermilion), presence(t));
    strokeThrough(pen, pointsOf(curve, 12, 0, 0.5 - gap));
    strokeThrough(pen, pointsOf(curve, 12, 0.5 + gap, 1));
    if (t < 0.25) return;
    const middle = onCurve(curve.from, curve.control, curve.to, 0.5);
    for (let shard = 0; shard < 7; shard++) {
      const angle = (shard / 7) * Math.PI * 2;
      const away = (t - 0.25) * 26 * scale;
      pen.fillStyle(toNumber(PALETTE.vermilion), 1 - t);
      pen.fillRect(middle.x + Math.cos(angle) * away, middle.y + Math.sin(angle) * away, 2.6 * scale, 2.6 * scale);
    }
  });
}

/** Two lines grow and meet. */
function formed(telling: Telling): void {
  const { pen, t, scale } = telling;
  eachPair(telling, (a, b) => {
    const curve = curveBetween(a, b, 0);
    const reach = Math.min(0.5, t * 0.9);
    pen.lineStyle(3 * scale, toNumber(PALETTE.jade), presence(t));
    strokeThrough(pen, pointsOf(curve, 12, 0, reach));
    strokeThrough(pen, pointsOf(curve, 12, 1 - reach, 1));
    if (t <= 0.55) return;
    const middle = onCurve(curve.from, curve.control, curve.to, 0.5);
    pen.lineStyle(2 * scale, toNumber(PALETTE.jade), (1 - t) * 2);
    pen.strokeCircle(middle.x, middle.y, (t - 0.55) * 40 * scale);
  });
}

/** A line enters over the frame. */
function foreign(telling: Telling): void {
  const { pen, t, scale, picture } = telling;
  const sea = picture.layout.sheet.multinationals;
  const port = { x: sea.x + sea.w / 2, y: sea.y + sea.h / 2 };
  eachPair(telling, (firm) => {
    const quay = centred(port.x, port.y, 8, 8);
    const shore = { house: quay, box: quay };
    const curve = curveBetween(shore, firm, 0.12);
    const reach = Math.min(1, t * 1.6);
    pen.lineStyle(2.6 * scale, toNumber(PALETTE.plum), presence(t));
    for (let dash = 0; dash < 14; dash++) {
      const start = dash / 14;
      if (start < reach) strokeThrough(pen, pointsOf(curve, 2, start, Math.min(reach, start + 0.045)));
    }
    const { x, y } = heart(firm.house);
    if (t > 0.6)
      pen.lineStyle(2.4 * scale, toNumber(PALETTE.plum), presence(t)).strokeCircle(x, y, firm.house.w * 0.72);
  });
}

/** Sparks run both ways along every kept pact. */
function knowledge(telling: Telling): void {
  const { pen, t, scale, picture, stands } = telling;
  for (const { tie, bend } of picture.routes) {
    if (tie.kind !== 'cooperation' || tie.promise !== 'kept') continue;
    const from = stands[tie.from];
    const to = stands[tie.to];
    if (from === undefined || to === undefined) continue;
    const curve = curveBetween(from, to, bend);
    for (let spark = 0; spark < 3; spark++) {
      const along = (t * 1.5 + spark / 3) % 1;
      flow(pen, curve, along, presence(t), scale);
      flow(pen, curve, 1 - along, presence(t), scale);
    }
  }
}

function flow(pen: Graphics, curve: Curve, along: number, alpha: number, scale: number): void {
  const point = onCurve(curve.from, curve.control, curve.to, along);
  pen.fillStyle(toNumber(PALETTE.jade), 0.3 * alpha).fillCircle(point.x, point.y, 5.4 * scale);
  pen.fillStyle(toNumber(PALETTE.paperLight), alpha).fillCircle(point.x, point.y, 3 * scale);
  pen.lineStyle(1.4 * scale, toNumber(PALETTE.jadeDeep), alpha).strokeCircle(point.x, point.y, 3 * scale);
}

/** Crates move from each door to the street. */
function goods(telling: Telling): void {
  const { pen, t, scale, picture } = telling;
  const { frame } = picture.layout.sheet;
  const street = frame.x + frame.w / 2;
  eachPair(telling, ({ house }, _, index) => {
    const seat = picture.view.seats[telling.pairs[index]?.[0] ?? -1];
    const crates = Math.max(1, Math.round((seat?.standing ?? 1) * 0.8));
    const door = { x: house.x + house.w / 2, y: house.y + house.h };
    for (let crate = 0; crate < crates; crate++) {
      const along = t * 1.35 - crate * 0.16;
      if (along <= 0 || along >= 1) continue;
      const goal = { x: street, y: door.y + frame.h * 0.06 };
      const point = between(door, goal, along);
      const hop = Math.sin(along * Math.PI) * 12 * scale;
      crateAt(pen, { x: point.x, y: point.y - hop }, 7 * scale, Math.min(1, (1 - along) * 3));
    }
  });
}

function crateAt(pen: Graphics, { x, y }: Point, size: number, alpha: number): void {
  pen.fillStyle(toNumber(PALETTE.gold), alpha).fillRect(x - size / 2, y - size / 2, size, size);
  pen.lineStyle(1.2, toNumber(PALETTE.ink), alpha).strokeRect(x - size / 2, y - size / 2, size, size);
  strokeThrough(pen, [
    { x: x - size / 2, y },
    { x: x + size / 2, y },
  ]);
}

/** Copper coins fly to the collector (1), or from the head to the firm it rescues (-1). */
function coins(telling: Telling, way: 1 | -1): void {
  const { pen, t, scale } = telling;
  eachPair(telling, (firm, other, index) => {
    const [from, to] = way === 1 ? [heart(firm.house), heart(other.house)] : [heart(other.house), heart(firm.house)];
    for (let coin = 0; coin < (way === 1 ? 1 : 3); coin++) {
      const along = t * 1.45 - (index % 5) * 0.05 - coin * 0.13;
      if (along <= 0 || along >= 1) continue;
      const point = between(from, to, along * along * (3 - 2 * along));
      coinAt(pen, { x: point.x, y: point.y - Math.sin(along * Math.PI) * 18 * scale }, 4.4 * scale);
    }
  });
}

function coinAt(pen: Graphics, { x, y }: Point, radius: number): void {
  pen.fillStyle(toNumber(PALETTE.gold), 1).fillCircle(x, y, radius);
  pen.lineStyle(1.1, toNumber(PALETTE.ink), 1).strokeCircle(x, y, radius);
  pen.strokeRect(x - radius * 0.35, y - radius * 0.35, radius * 0.7, radius * 0.7);
}

/** A cross over the door. */
function failed(telling: Telling): void {
  const { pen, t, scale } = telling;
  eachPair(telling, ({ house }) => {
    const { x, y } = heart(house);
    const half = house.w * 0.62;
    pen.lineStyle(5 * scale, toNumber(PALETTE.vermilion), presence(t));
    const first = Math.min(1, t * 4);
    const second = Math.max(0, Math.min(1, t * 4 - 1));
    strokeThrough(pen, [
      { x: x - half, y: y - half },
      between({ x: x - half, y: y - half }, { x: x + half, y: y + half }, first),
    ]);
    if (second > 0)
      strokeThrough(pen, [
        { x: x + half, y: y - half },
        between({ x: x + half, y: y - half }, { x: x - half, y: y + half }, second),
      ]);
  });
}

/** Cracks run from the head to all members of its tree. */
function falters(telling: Telling): void {
  const { pen, t, scale } = telling;
  eachPair(telling, (head, member) => {
    const from = heart(head.house);
    const to = heart(member.house);
    const reach = Math.min(1, t * 2);
    const steps = 9;
    const crack = Array.from({ length: steps + 1 }, (_, step) => {
      const point = between(from, to, (step / steps) * reach);
      const aside = step === 0 || step === steps ? 0 : (step % 2 === 0 ? 5 : -5) * scale;
      return { x: point.x + aside, y: point.y - aside * 0.6 };
    });
    pen.lineStyle(3 * scale, toNumber(PALETTE.vermilionDeep), presence(t));
    strokeThrough(pen, crack);
  });
}

/** A front moves up the street from the south. */
function shock(telling: Telling): void {
  const { pen, t, scale, picture } = telling;
  const { frame } = picture.layout.sheet;
  const y = frame.y + frame.h * (1 - t);
  const teeth = 24;
  const front = Array.from({ length: teeth + 1 }, (_, tooth) => ({
    x: frame.x + (frame.w * tooth) / teeth,
    y: Math.max(frame.y, Math.min(frame.y + frame.h, y + (tooth % 2 === 0 ? -7 : 7) * scale)),
  }));
  const foot = Math.min(frame.y + frame.h, y + 90 * scale);
  pen.fillStyle(toNumber(PALETTE.vermilion), 0.16 * presence(t));
  fillThrough(pen, [...front, { x: frame.x + frame.w, y: foot }, { x: frame.x, y: foot }]);
  pen.lineStyle(2.6 * scale, toNumber(PALETTE.vermilion), presence(t));
  strokeThrough(pen, front);
}
