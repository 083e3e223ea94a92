/**
 * Who sits where. Any number of people: as many districts as needed, filled evenly, bots in the seats left over.
 *
 * Within a district people get firms first, since the game is theirs, but soon also the roles that make the others
 * think: a state firm beside a non-state one, then a university, later the bureau and the Commission.
 */
import type { ActorKind, Seat } from '../../shared/engine/actors.ts';
import { draw } from '../../shared/engine/random.ts';
import type { RosterEntry } from '../../shared/engine/scenario.ts';
import type { Placement } from './events.ts';
import { type ClassState, takenSeats } from './state.ts';

/** The kind of seat the next person gets, by how many sit there already; after these, whatever is left, in seat order. */
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

/** All seats of a roster in the order people are given them. */
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

export function districtsFor(players: number, seatsPerDistrict: number): number {
  return Math.max(1, Math.ceil(players / seatsPerDistrict));
}

/** Everyone's place at the start. Neighbours in the queue at the door are dealt to different districts and roles. */
export function seatEveryone(
  players: readonly string[],
  districts: number,
  roster: readonly RosterEntry[],
  seed: number,
): readonly Placement[] {
  const order = seatOrder(roster);
  const shuffled = players
    .map((player, place) => ({ player, key: draw(seed, 'seating', place) }))
    .toSorted((one, other) => one.key - other.key);
  return shuffled.map(({ player }, place) => ({
    player,
    district: (place % districts) + 1,
    seat: order[Math.floor(place / districts)] ?? 0,
  }));
}

/** The place of someone who comes late: in the district with most bots. Undefined when every seat is a person's. */
export function lateSeat(state: ClassState, roster: readonly RosterEntry[]): Omit<Placement, 'player'> | undefined {
  const order = seatOrder(roster);
  const free = state.districts
    .map(({ number }) => {
      const taken = takenSeats(state, number);
      return { district: number, seats: order.filter((seat) => !taken.has(seat)) };
    })
    .toSorted((one, other) => other.seats.length - one.seats.length)[0];
  const seat = free?.seats[0];
  return free === undefined || seat === undefined ? undefined : { district: free.district, seat };
}
