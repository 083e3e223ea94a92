/**
 * Routes of lines between houses: a gentle curve, bent to the side on which it crosses the fewest houses. Between close
 * neighbours it swings out, so that more than its ends shows.
 *
 * The bend is chosen once per layout and stays while houses move.
 */
import { between, contains, grown, onCurve, type Point, type Rect } from './geometry.ts';
import type { MapLayout, PlacedActor } from './layout.ts';
import type { Tie } from './notation.ts';

export interface Route {
  readonly tie: Tie;
  /** Sideways offset of the curve's control point, as a share of the distance. */
  readonly bend: number;
}
/** A house and its box (with name) at one moment. */
export interface Stand {
  readonly house: Rect;
  readonly box: Rect;
}
export interface Curve {
  readonly from: Point;
  readonly control: Point;
  readonly to: Point;
}

const BENDS = [0, 0.1, -0.1, 0.2, -0.2, 0.3, -0.3, 0.42, -0.42, 0.56, -0.56, 0.72, -0.72] as const;
const NEIGHBOURS_BENDS = [...BENDS, 0.95, -0.95, 1.3, -1.3, 1.7, -1.7] as const;
const PROBES = 18;
/** Lines no longer than their arrowheads look like blots, which is worse than a wide bend or a crossed name. */
const BLOT = 16;
/** Visible line between its heads, in pixels. */
const SHAFT = 9;

export function routesOf(ties: readonly Tie[], layout: MapLayout): readonly Route[] {
  const chosen: Route[] = [];
  for (const tie of ties) {
    const from = layout.actors[tie.from];
    const to = layout.actors[tie.to];
    if (from === undefined || to === undefined) continue;
    const others = layout.actors.filter((actor) => actor.seat !== tie.from && actor.seat !== tie.to);
    const beside = chosen.filter((route) => samePair(route.tie, tie)).map((route) => route.bend);
    let best: number = BENDS[0];
    let least = Number.POSITIVE_INFINITY;
    const needed = lengthNeeded(tie, lineScale(layout));
    const straight = lengthOf(curveBetween(from, to, 0));
    for (const bend of straight < needed ? NEIGHBOURS_BENDS : BENDS) {
      const curve = curveBetween(from, to, bend);
      const crossed = others.reduce((sum, other) => sum + trespass(curve, other), 0);
      const cost =
        crossed +
        Math.abs(bend) * 2.5 +
        (beside.includes(bend) ? 6 : 0) +
        outside(curve, layout) +
        BLOT * Math.max(0, 1 - lengthOf(curve) / needed);
      if (cost < least) {
        least = cost;
        best = bend;
      }
    }
    chosen.push({ tie, bend: best });
  }
  return chosen;
}

/** Line width relative to a phone's. */
export function lineScale(layout: MapLayout): number {
  return layout.sheet.miniature ? 0.7 : layout.sheet.font / 11;
}

/** Two heads and a shaft; a broken pact also needs both pieces beside the gap. */
function lengthNeeded(tie: Tie, scale: number): number {
  return 2 * headLength(tie.weight, scale) + SHAFT * scale;
}

export function headLength(weight: number, scale: number): number {
  return (5 + 1.9 * weight) * scale;
}

function samePair(a: Tie, b: Tie): boolean {
  return (a.from === b.from && a.to === b.to) || (a.from === b.to && a.to === b.from);
}

function trespass(curve: Curve, other: PlacedActor): number {
  const house = grown(other.house, 2);
  let hits = 0;
  for (let probe = 1; probe < PROBES; probe++) {
    const point = onCurve(curve.from, curve.control, curve.to, probe / PROBES);
    if (contains(house, point)) hits += 2;
    else if (contains(other.box, point)) hits += 1;
  }
  return hits;
}

function outside(curve: Curve, layout: MapLayout): number {
  const middle = onCurve(curve.from, curve.control, curve.to, 0.5);
  return contains(layout.sheet.frame, middle) ? 0 : 20;
}

/** From house to house, starting and ending at the boxes' edges, so that no name hides an arrowhead. */
export function curveBetween(from: Stand, to: Stand, bend: number): Curve {
  const a = heart(from.house);
  const b = heart(to.house);
  const middle = between(a, b, 0.5);
  const control = { x: middle.x - (b.y - a.y) * bend, y: middle.y + (b.x - a.x) * bend };
  return { from: leaving(a, control, from.box), control, to: leaving(b, control, to.box) };
}

/** The middle of a house's walls, slightly below its centre. */
export function heart(house: Rect): Point {
  return { x: house.x + house.w / 2, y: house.y + house.h * 0.54 };
}

/** Where a line from inside a box leaves it towards a point, at most just short of that point. */
function leaving(inside: Point, towards: Point, box: Rect): Point {
  const room = grown(box, 2);
  const dx = towards.x - inside.x;
  const dy = towards.y - inside.y;
  const alongX = dx === 0 ? Number.POSITIVE_INFINITY : ((dx > 0 ? room.x + room.w : room.x) - inside.x) / dx;
  const alongY = dy === 0 ? Number.POSITIVE_INFINITY : ((dy > 0 ? room.y + room.h : room.y) - inside.y) / dy;
  return between(inside, towards, Math.max(0, Math.min(0.9, alongX, alongY)));
}

/** Points along a curve, for drawing. */
export function pointsOf(curve: Curve, count: number, from = 0, to = 1): readonly Point[] {
  return Array.from({ length: count + 1 }, (_, index) =>
    onCurve(curve.from, curve.control, curve.to, from + ((to - from) * index) / count),
  );
}

export function lengthOf(curve: Curve): number {
  const points = pointsOf(curve, 12);
  return points.slice(1).reduce((sum, point, index) => {
    const before = points[index] ?? point;
    return sum + Math.hypot(point.x - before.x, point.y - before.y);
  }, 0);
}
