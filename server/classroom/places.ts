/** What is recorded when people get their places: all at the start, or one who comes late. Pure. */

import { type ClassState, evolveClass } from './class-state.ts';
import type { ClassEvent, Placement } from './events.ts';
import { dealingOf, districtPlan } from './founding.ts';
import { besidesSeat, districtsFor, firstSeat, lateSeat, seatEveryone } from './seating.ts';

/**
 * Founds as many districts as are needed, and gives a place to everyone who is here or was placed by the desk; the rest
 * get one when they come. Where nobody is here at all, everyone gets one. `at` places people; else seats are dealt.
 */
export function seatClass(
  state: ClassState,
  isHere: (player: string) => boolean,
  at?: readonly Placement[],
): readonly ClassEvent[] {
  const dealing = dealingOf(state);
  const everyone = state.players.map(({ id }) => id);
  const here = everyone.filter((id) => isHere(id) || state.wishes.has(id));
  const ids = everyone.some(isHere) ? here : everyone;
  const count = districtsFor(ids.length, dealing);
  const { placements, left } = at === undefined ? seatEveryone(ids, count, dealing) : { placements: at, left: [] };
  const founding = Array.from({ length: count }, (_, index) => newDistrict(state, index + 1));
  const seats = placements.map((placement) => ({ type: 'PlayerSeated', ...placement }) as const);
  const events: ClassEvent[] = [...founding, ...seats];
  let seated = events.reduce(evolveClass, state);
  for (const player of left) {
    const place = beside(seated, player);
    events.push(place);
    seated = evolveClass(seated, place);
  }
  return events;
}

/**
 * A bot's seat in the district with most bots; when every seat is a person's, as the class does with leftovers. Where
 * every district is over there is nothing left to play: they watch how it ended.
 */
function placeLate(
  state: ClassState,
  player: string,
  isOver: (district: number) => boolean = () => false,
): readonly ClassEvent[] {
  const dealing = dealingOf(state);
  const place = lateSeat(state, dealing, isOver);
  if (place !== undefined) return [{ type: 'PlayerSeated', player, ...place }];
  if (state.districts.length > 0 && state.districts.every(({ number }) => isOver(number))) {
    return [{ type: 'PlayerObserves', player, district: besidesSeat(state, dealing).district }];
  }
  if ((state.opened.leftovers ?? 'bots') !== 'bots') return [beside(state, player)];
  const number = state.districts.length + 1;
  const seat = firstSeat(number, dealing);
  return [newDistrict(state, number), { type: 'PlayerSeated', player, district: number, seat }];
}

/** Several who come late at once. */
export function placeAll(
  state: ClassState,
  players: readonly string[],
  isOver: (district: number) => boolean,
): readonly ClassEvent[] {
  const events: ClassEvent[] = [];
  let placed = state;
  for (const player of players) {
    const place = placeLate(placed, player, isOver);
    events.push(...place);
    placed = place.reduce(evolveClass, placed);
  }
  return events;
}

/** For whom there is no seat: a seat to mirror, or a district to watch. */
function beside(state: ClassState, player: string): ClassEvent {
  const { district, seat } = besidesSeat(state, dealingOf(state));
  return state.opened.leftovers === 'mirror'
    ? { type: 'PlayerMirrors', player, district, seat }
    : { type: 'PlayerObserves', player, district };
}

function newDistrict(state: ClassState, number: number): ClassEvent {
  return { type: 'DistrictPlanned', district: districtPlan(state, number) };
}
