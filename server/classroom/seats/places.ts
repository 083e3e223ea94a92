/** Events that give people their places, at the start or when late. Pure. */

import { omitUndefined } from '../../../shared/engine/omit-undefined.ts';
import type { DistrictState } from '../../../shared/engine/state.ts';
import { districtPlan } from '../districts/founding.ts';
import { type ClassState, districtPlanOf, holdersIn } from '../state/class-state.ts';
import type { ClassEvent, Placement } from '../state/events.ts';
import { evolveClass } from '../state/evolve-class.ts';
import { besidesSeat, dealingOf, districtsFor, firstSeat, lateSeat, seatEveryone, seatInTurn } from './dealing.ts';

/**
 * Founds enough districts and places everyone who is online or was placed by the desk; others get a place when they
 * come. If nobody is online, everyone gets one. `at` gives fixed places.
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

/** The state of a district, if it is open. */
type PlayedIn = (district: number) => DistrictState | undefined;

/** The next round with news still ahead, or on screen. A practice is joined at once. */
function firstRoundIn(state: DistrictState | undefined): number | undefined {
  if (state === undefined || state.practice !== undefined || state.phase === 'opening') return undefined;
  return state.phase === 'news' ? state.round : state.round + 1;
}

/** The place somebody asked for or held in the past, if it is free. */
function wishedSeat(
  state: ClassState,
  player: string,
  isOver: (district: number) => boolean,
): Omit<Placement, 'player'> | undefined {
  const wish = state.wishes.get(player);
  if (wish === undefined) return undefined;
  const { district, seat } = wish;
  const there = districtPlanOf(state, district) !== undefined && !isOver(district);
  return there && !holdersIn(state, district).has(seat) ? { district, seat } : undefined;
}

/**
 * A bot's seat in the district with most bots. Without one, the class's choice for leftover people applies; if every
 * district is over, they watch the end.
 */
function placeLate(state: ClassState, player: string, playedIn: PlayedIn): readonly ClassEvent[] {
  const dealing = dealingOf(state);
  if (state.opened.homework !== undefined) return alone(state, player);
  const isOver = (district: number) => playedIn(district)?.phase === 'ended';
  const place = wishedSeat(state, player, isOver) ?? lateSeat(state, dealing, isOver);
  if (place !== undefined) {
    const firstRound = firstRoundIn(playedIn(place.district));
    return [{ type: 'PlayerSeated', player, ...place, ...omitUndefined({ firstRound }) }];
  }
  if (state.districts.length > 0 && state.districts.every(({ number }) => isOver(number))) {
    return [{ type: 'PlayerObserves', player, district: besidesSeat(state, dealing).district }];
  }
  if ((state.opened.leftovers ?? 'bots') !== 'bots') return [beside(state, player)];
  const number = state.districts.length + 1;
  const seat = firstSeat(number, dealing);
  return [newDistrict(state, number), { type: 'PlayerSeated', player, district: number, seat }];
}

/** Homework: a district for one person. */
function alone(state: ClassState, player: string): readonly ClassEvent[] {
  const number = state.districts.length + 1;
  const seat = state.opened.homework?.seat ?? seatInTurn(number, dealingOf(state));
  return [newDistrict(state, number), { type: 'PlayerSeated', player, district: number, seat }];
}

/** Places several latecomers at once. */
export function placeAll(state: ClassState, players: readonly string[], playedIn: PlayedIn): readonly ClassEvent[] {
  const events: ClassEvent[] = [];
  let placed = state;
  for (const player of players) {
    const place = placeLate(placed, player, playedIn);
    events.push(...place);
    placed = place.reduce(evolveClass, placed);
  }
  return events;
}

/** For people without a seat: a seat to mirror, or a district to watch. */
function beside(state: ClassState, player: string): ClassEvent {
  const { district, seat } = besidesSeat(state, dealingOf(state));
  return state.opened.leftovers === 'mirror'
    ? { type: 'PlayerMirrors', player, district, seat }
    : { type: 'PlayerObserves', player, district };
}

function newDistrict(state: ClassState, number: number): ClassEvent {
  return { type: 'DistrictPlanned', district: districtPlan(state, number) };
}
