/**
 * Deals seats to any number of people: districts are filled evenly, bots get the rest. People who do not fill a
 * district get one with bots, mirror a seat or watch, as the class was set up.
 *
 * Within a district firms come first, since the game is theirs. Roles that make the others think follow soon: a state
 * firm beside a non-state one, then a university, later the bureau and the Commission.
 */
import type { ActorKind, Seat } from '../../../shared/engine/actors.ts';
import { omitUndefined } from '../../../shared/engine/omit-undefined.ts';
import { numberAt } from '../../../shared/engine/queries.ts';
import { draw, shuffled } from '../../../shared/engine/random.ts';
import type { RosterEntry } from '../../../shared/engine/scenario.ts';
import type { DealOfRoles, Leftovers } from '../../../shared/protocol/setup.ts';
import { branchesIn, rosterOf } from '../districts/founding.ts';
import { type ClassState, holdersIn } from '../state/class-state.ts';
import type { Placement } from '../state/events.ts';

/** Kinds in the order in which a district's seats are dealt; then the remaining seats in seat order. */
const ORDER: readonly (ActorKind | 'state firm' | 'non-state firm')[] = [
  'non-state firm',
  'state firm',
  'non-state firm',
  'state firm',
  'university',
  'non-state firm',
  'state firm',
  'bureau',
  'commission',
];

/** All seats of a roster in dealing order. */
export function seatOrder(roster: readonly RosterEntry[]): readonly Seat[] {
  const left = roster.map((_, seat) => seat);
  const order: Seat[] = [];
  for (const wanted of ORDER) {
    const found = left.findIndex((seat) => fits(roster[seat], wanted));
    if (found >= 0) order.push(...left.splice(found, 1));
  }
  return [...order, ...left];
}

function fits(entry: RosterEntry | undefined, wanted: (typeof ORDER)[number]): boolean {
  if (entry === undefined) return false;
  if (wanted === 'state firm') return entry.kind === 'firm' && entry.parent !== undefined;
  if (wanted === 'non-state firm') return entry.kind === 'firm' && entry.parent === undefined;
  return entry.kind === wanted;
}

export interface Dealing {
  readonly roster: readonly RosterEntry[];
  readonly seed: number;
  readonly roles?: DealOfRoles;
  readonly leftovers?: Leftovers;
  /** Requested places by player. */
  readonly wishes?: ReadonlyMap<string, Placement>;
  /** Places reserved for people who have not come yet. */
  readonly kept?: readonly Placement[];
  /** Minimum number of districts. */
  readonly least?: number;
}

export function dealingOf({ opened, wishes, expected, players }: ClassState): Dealing {
  const { seed, roles, leftovers } = opened;
  const here = new Set(players.map(({ id }) => id));
  return {
    roster: rosterOf(opened),
    seed,
    wishes,
    kept: [...expected.values()].filter(({ player }) => !here.has(player)),
    least: branchesIn(opened),
    ...omitUndefined({ roles, leftovers }),
  };
}

/** A district's seats in dealing order. */
function orderIn(district: number, { roster, seed, roles = 'balanced' }: Dealing): readonly Seat[] {
  const order = seatOrder(roster);
  if (roles !== 'random') return order;
  return shuffled(order, (seat) => draw(seed, 'role', district, seat));
}

/**
 * Number of districts, with one more for leftover people if the class opens one. At least one, and at least as many as
 * desk placements need.
 */
export function districtsFor(players: number, dealing: Dealing): number {
  const { roster, leftovers = 'bots', wishes, kept = [], least = 1 } = dealing;
  const full = (players + kept.length) / roster.length;
  const asked = [...(wishes?.values() ?? [])].map(({ district }) => district);
  return Math.max(least, leftovers === 'bots' ? Math.ceil(full) : Math.floor(full), ...asked);
}

export interface Seating {
  readonly placements: readonly Placement[];
  /** People without a seat. */
  readonly left: readonly string[];
}

/** Everyone's place at the start. People next to each other in the queue get different districts and roles. */
export function seatEveryone(players: readonly string[], districts: number, dealing: Dealing): Seating {
  const placements: Placement[] = [];
  const taken = Array.from({ length: districts }, () => new Set<Seat>());
  const place = (player: string, index: number, seat: Seat) => {
    taken[index]?.add(seat);
    placements.push({ player, district: index + 1, seat });
  };
  for (const player of players) {
    const wish = dealing.wishes?.get(player);
    const seats = wish === undefined ? undefined : taken[wish.district - 1];
    if (wish === undefined || seats === undefined || seats.has(wish.seat)) continue;
    if (wish.seat < dealing.roster.length) place(player, wish.district - 1, wish.seat);
  }
  for (const { district, seat } of dealing.kept ?? []) taken[district - 1]?.add(seat);
  const placed = new Set(placements.map(({ player }) => player));
  const queue = shuffled(players, (_, place) => draw(dealing.seed, 'seating', place)).filter((id) => !placed.has(id));
  const orders = taken.map((_, index) => orderIn(index + 1, dealing));
  const left: string[] = [];
  for (const player of queue) {
    const index = emptiest(taken);
    const seat = orders[index]?.find((each) => taken[index]?.has(each) === false);
    if (seat === undefined) left.push(player);
    else place(player, index, seat);
  }
  return { placements, left };
}

function emptiest(taken: readonly ReadonlySet<Seat>[]): number {
  const sizes = taken.map(({ size }) => size);
  return sizes.indexOf(Math.min(...sizes));
}

/** A latecomer's place: a bot's seat in the running district with most bots, if any. */
export function lateSeat(
  state: ClassState,
  dealing: Dealing,
  isOver: (district: number) => boolean,
): Omit<Placement, 'player'> | undefined {
  const free = state.districts
    .filter(({ number }) => !isOver(number))
    .map(({ number }) => {
      const taken = holdersIn(state, number);
      const kept = (dealing.kept ?? []).filter(({ district }) => district === number).map(({ seat }) => seat);
      const seats = orderIn(number, dealing).filter((seat) => !taken.has(seat) && !kept.includes(seat));
      return { district: number, seats };
    })
    .toSorted((one, other) => other.seats.length - one.seats.length)[0];
  const seat = free?.seats[0];
  return free === undefined || seat === undefined ? undefined : { district: free.district, seat };
}

/** The first seat dealt in a district founded for one person. */
export function firstSeat(district: number, dealing: Dealing): Seat {
  return numberAt(orderIn(district, dealing), 0);
}

/** The seat for a district of one person, rotating from district to district. */
export function seatInTurn(district: number, dealing: Dealing): Seat {
  const order = orderIn(district, dealing);
  return numberAt(order, (district - 1) % order.length);
}

/** Where the next leftover person mirrors or watches: spread over districts, then over seats that people hold. */
export function besidesSeat(state: ClassState, dealing: Dealing): Omit<Placement, 'player'> {
  const before = state.mirrors.size + state.observers.size;
  const count = Math.max(1, state.districts.length);
  const district = (before % count) + 1;
  const held = holdersIn(state, district);
  const seats = orderIn(district, dealing).filter((seat) => held.has(seat));
  return { district, seat: seats[Math.floor(before / count) % Math.max(1, seats.length)] ?? 0 };
}
