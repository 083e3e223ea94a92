/** The next house in a direction: near, and close to that direction. */
import type { Seat } from '../../shared/engine/actors.ts';
import { centreOf, type Point } from './geometry.ts';
import type { PlacedActor } from './layout.ts';

/** How much more distance off the direction costs than distance along it. */
const ASTRAY = 2.5;

export function nextHouse(actors: readonly PlacedActor[], from: Seat | undefined, towards: Point): Seat | undefined {
  const start = actors.find(({ seat }) => seat === from);
  if (start === undefined) return actors[0]?.seat;
  const here = centreOf(start.house);
  let best: Seat | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const { seat, house } of actors) {
    const there = centreOf(house);
    const along = (there.x - here.x) * towards.x + (there.y - here.y) * towards.y;
    const aside = Math.abs((there.x - here.x) * towards.y) + Math.abs((there.y - here.y) * towards.x);
    if (seat === from || along <= 0) continue;
    const cost = along + ASTRAY * aside;
    if (cost >= least) continue;
    least = cost;
    best = seat;
  }
  return best ?? from;
}
