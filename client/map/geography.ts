/**
 * Haidian as the sheet shows it: positions in fractions of the framed area, north upwards.
 *
 * A sketch map with true relations but no true distances. The street runs from Baishiqiao north to Zhong'guancun.
 * Peking University is north-west of its end and Tsinghua north-east, the Academy's institutes to the east. Shangdi
 * base beyond the campuses to the north-west, the Summer Palace to the west, and the city wall with its gate to the
 * south-east.
 */
import type { PublicSeat } from '../../shared/engine/public-view.ts';
import type { Point } from './geometry.ts';

export const SITES = ['peking', 'tsinghua', 'academy', 'college', 'gate', 'office'] as const;
/** Where an institution stands. `college`: a further university; `gate`: the bureau; `office`: the Zone Commission. */
export type Site = (typeof SITES)[number];

type Pins = Readonly<Record<Site, Point>>;

const LANDSCAPE: Pins = {
  peking: { x: 0.39, y: 0.13 },
  tsinghua: { x: 0.67, y: 0.11 },
  academy: { x: 0.88, y: 0.36 },
  college: { x: 0.12, y: 0.72 },
  gate: { x: 0.92, y: 0.86 },
  office: { x: 0.61, y: 0.93 },
};
const PORTRAIT: Pins = {
  peking: { x: 0.27, y: 0.08 },
  tsinghua: { x: 0.76, y: 0.08 },
  academy: { x: 0.9, y: 0.34 },
  college: { x: 0.1, y: 0.7 },
  gate: { x: 0.88, y: 0.94 },
  office: { x: 0.34, y: 0.95 },
};

export function pins(portrait: boolean): Pins {
  return portrait ? PORTRAIT : LANDSCAPE;
}

/** The street's axis: x at a height, both as fractions of the frame; bent as the real one. */
export function streetAt(y: number): number {
  return 0.5 + 0.022 * (y - 0.3) * (1 - y) * 4 - 0.006;
}

/** North end (Zhong'guancun) and south end (Baishiqiao) of the street, as fractions of the frame's height. */
export const STREET = { north: 0.2, south: 1 } as const;

const NAMED: readonly (readonly [RegExp, Site])[] = [
  [/peking|beida/i, 'peking'],
  [/tsinghua|qinghua/i, 'tsinghua'],
  [/academy|institute/i, 'academy'],
];
const CAMPUSES = ['peking', 'tsinghua', 'academy', 'college'] as const;

/** Site of each institution by seat: universities by name, else in roster order. */
export function sitesOf(seats: readonly PublicSeat[]): ReadonlyMap<number, Site> {
  const sites = new Map<number, Site>();
  const free = new Set<Site>(CAMPUSES);
  const take = (seat: PublicSeat, site: Site | undefined) => {
    if (site === undefined) return;
    sites.set(seat.seat, site);
    free.delete(site);
  };
  const universities = seats.filter((seat) => seat.kind === 'university');
  for (const seat of universities) {
    const named = NAMED.find(([pattern, site]) => free.has(site) && pattern.test(seat.name.en));
    take(seat, named?.[1]);
  }
  for (const seat of universities) if (!sites.has(seat.seat)) take(seat, [...free][0] ?? 'college');
  for (const seat of seats) {
    if (seat.kind === 'bureau') sites.set(seat.seat, 'gate');
    if (seat.kind === 'commission') sites.set(seat.seat, 'office');
  }
  return sites;
}
