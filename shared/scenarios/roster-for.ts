/**
 * The roster of a district of any size from 4 to 16 seats, cut from a scenario's 12 or extended from its reserve.
 *
 * The first university always plays, since spin-offs need it. The bureau joins at 5 seats, the second university at 8,
 * the commission at 10. Every other seat is a firm: at least three, and eight of 12. State spin-offs and non-state
 * firms alternate, the state's first. A spin-off plays only if its university does.
 */
import { LARGEST_DISTRICT } from '../engine/actors.ts';
import type { RosterEntry, Scenario } from '../engine/scenario.ts';

export const SMALLEST_DISTRICT = 4;

const BUREAU_FROM = 5;
const SECOND_UNIVERSITY_FROM = 8;
const COMMISSION_FROM = 10;

export function isDistrictSize(seats: number): boolean {
  return Number.isInteger(seats) && seats >= SMALLEST_DISTRICT && seats <= LARGEST_DISTRICT;
}

/** In seat order: firms, universities, bureau, commission. */
export function rosterFor(scenario: Scenario, seats: number): readonly RosterEntry[] {
  if (!isDistrictSize(seats)) throw new RangeError(`no district has ${seats} seats`);
  const pool = [...scenario.roster, ...(scenario.reserve ?? [])];
  const take = (kind: RosterEntry['kind'], count: number) =>
    pool.filter((entry) => entry.kind === kind).slice(0, count);

  const institutions = [
    ...take('university', seats < SECOND_UNIVERSITY_FROM ? 1 : 2),
    ...take('bureau', seats < BUREAU_FROM ? 0 : 1),
    ...take('commission', seats < COMMISSION_FROM ? 0 : 1),
  ];
  const universities = institutions.filter((entry) => entry.kind === 'university').length;
  const firms = alternating(pool, universities).slice(0, seats - institutions.length);
  if (firms.length + institutions.length < seats)
    throw new RangeError(`${scenario.id} has no roster for ${seats} seats`);
  return [...firms, ...institutions];
}

function alternating(pool: readonly RosterEntry[], universities: number): readonly RosterEntry[] {
  const firms = pool.filter((entry) => entry.kind === 'firm');
  const state = firms.filter((firm) => firm.parent !== undefined && firm.parent < universities);
  const nonState = firms.filter((firm) => firm.parent === undefined);
  return state.flatMap((firm, place) => [firm, ...nonState.slice(place, place + 1)]);
}
