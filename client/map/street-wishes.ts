/**
 * Wished places of firms and trees: along the street while they keep to themselves, on a ring round its middle as their
 * neighbours keep pacts.
 */
import type { Seat } from '../../shared/engine/actors.ts';
import type { PublicSeat } from '../../shared/engine/public-view.ts';
import { type Site, streetAt } from './geography.ts';
import { between, clamp, mix, type Point } from './geometry.ts';
import type { Sheet } from './sheet.ts';

export interface Unit {
  readonly seat: Seat;
  readonly w: number;
  readonly h: number;
  /** Number of firms; more than one for a tree. */
  readonly firms: number;
}

/** Range of heights for firms, as fractions of the frame. */
const FIRST = 0.27;
const LAST = 0.9;
const EAST: readonly (Site | undefined)[] = ['tsinghua', 'academy'];

export type Side = -1 | 1;

export interface Wish {
  /** Wished centre. */
  readonly wish: Point;
  /** Side of the street of a single firm: -1 west, 1 east. Trees need more space and have none. */
  readonly side?: Side;
}

/** In the order of the units. */
export function streetWishes(
  units: readonly Unit[],
  seats: readonly PublicSeat[],
  sites: ReadonlyMap<Seat, Site>,
  sheet: Sheet,
  web: number,
): readonly Wish[] {
  const wishes = new Map<Unit, Wish>();
  const [west, east] = sidesOf(units, seats, sites);
  for (const [side, row] of [[-1, west] as const, [1, east] as const]) {
    const total = row.reduce((sum, unit) => sum + unit.h, 0);
    const room = (LAST - FIRST) * sheet.frame.h;
    const ranks = clamp(Math.ceil(total / room), 1, 4);
    let along = 0;
    row.forEach((unit, place) => {
      const share = (along + unit.h / 2) / Math.max(total, 1);
      along += unit.h;
      const wish = wishFor(unit, side, share, place % ranks, sheet, web);
      wishes.set(unit, unit.firms > 1 ? { wish } : { wish, side });
    });
  }
  const overgrown = dominance(units);
  return units.map((unit) => {
    const wished = wishes.get(unit) ?? { wish: middleOf(sheet) };
    return unit === overgrown.unit ? { wish: between(wished.wish, middleOf(sheet), overgrown.share) } : wished;
  });
}

/** The dominant tree, which moves to the middle of the street with its share of firms. */
function dominance(units: readonly Unit[]): { readonly unit: Unit | undefined; readonly share: number } {
  const [first, second] = [...units].sort((a, b) => b.firms - a.firms);
  const all = units.reduce((sum, unit) => sum + unit.firms, 0);
  if (first === undefined || first.firms < 3) return { unit: undefined, share: 0 };
  return { unit: first, share: clamp(((first.firms - (second?.firms ?? 0)) / all - 0.1) / 0.25, 0, 1) };
}

function middleOf({ frame }: Sheet): Point {
  return { x: frame.x + streetAt(0.55) * frame.w, y: frame.y + 0.55 * frame.h };
}

function wishFor(unit: Unit, sign: Side, share: number, rank: number, sheet: Sheet, web: number): Point {
  const { frame } = sheet;
  const v = mix(FIRST, LAST, share);
  const axis = frame.x + streetAt(v) * frame.w;
  const inLine = sheet.lane / 2 + unit.w / 2 + 3 + rank * (unit.w + 4);
  const angle = (share - 0.5) * Math.PI * 0.94;
  const onRing = Math.max(sheet.lane, frame.w * (sheet.portrait ? 0.4 : 0.34) * Math.cos(angle));
  const ringV = mix(FIRST, LAST, 0.5 + 0.5 * Math.sin(angle));
  return {
    x: axis + sign * mix(inLine, onRing, web),
    y: frame.y + mix(v, ringV, web) * frame.h,
  };
}

/** West and east side, from north to south: spin-offs near their university, others below. */
function sidesOf(
  units: readonly Unit[],
  seats: readonly PublicSeat[],
  sites: ReadonlyMap<Seat, Site>,
): readonly [readonly Unit[], readonly Unit[]] {
  const [west, east] = homesOf(seats, sites);
  const on = (side: readonly Seat[]) =>
    units.filter(({ seat }) => side.includes(seat)).toSorted((a, b) => side.indexOf(a.seat) - side.indexOf(b.seat));
  return [on(west), on(east)];
}

/** Fixed sides: each firm keeps its side whatever its size and owner, so that readers find it again. */
function homesOf(
  seats: readonly PublicSeat[],
  sites: ReadonlyMap<Seat, Site>,
): readonly [readonly Seat[], readonly Seat[]] {
  const homes: [Seat[], Seat[]] = [[], []];
  const firms = seats.filter((seat) => seat.kind === 'firm');
  for (const { seat, parent } of firms)
    if (parent !== undefined) homes[EAST.includes(sites.get(parent)) ? 1 : 0].push(seat);
  for (const { seat, parent } of firms)
    if (parent === undefined) homes[homes[0].length <= homes[1].length ? 0 : 1].push(seat);
  return homes;
}
