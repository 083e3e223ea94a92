/** Queries over a state, for rules, views and bots. All are pure; they do not hide secrets. */
import { type Actor, type ActorKind, FIELDS, isGovernment, isState, type Seat } from './actors.ts';
import { memoizeLast } from './memoize.ts';
import type { Parameters } from './parameters.ts';
import type { ClockMode, Firm, Pact, Phase } from './parts.ts';
import { commandIn, tenths } from './plans.ts';
import type { DistrictState } from './state.ts';
import { zeros } from './zeros.ts';

/**
 * The entry at an index that must exist; throws otherwise. Numbers have `numberAt`, since engines store them
 * differently.
 */
export function at<T extends object>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new Error(`no entry ${index} in a list of ${list.length}`);
  return item;
}

export function numberAt(list: readonly number[], index: number): number {
  const item = list[index];
  if (item === undefined) throw new Error(`no number ${index} in a list of ${list.length}`);
  return item;
}

/** A copy of the list with one entry replaced. */
export function withEntry<T>(list: readonly T[], index: number, entry: T): readonly T[] {
  const copy = list.slice();
  copy[index] = entry;
  return copy;
}

/** Seats of this kind, in seat order. */
export function seatsOf(actors: readonly Pick<Actor, 'kind'>[], kind: ActorKind): readonly Seat[] {
  return actors.flatMap((actor, seat) => (actor.kind === kind ? [seat] : []));
}

/** Rejects -0, which JSON can carry and no state may hold (rule S4). */
export function isSeat(state: DistrictState, seat: unknown): seat is Seat {
  if (typeof seat !== 'number' || !Number.isInteger(seat) || Object.is(seat, -0)) return false;
  return seat >= 0 && seat < state.actors.length;
}

// --- Ownership ---------------------------------------------------------------------------------------------------

/** Root of the seat's ownership tree; the seat itself if independent. */
export function headOf(firms: readonly Firm[], seat: Seat): Seat {
  let head = seat;
  for (let owner = firms[head]?.owner; owner !== undefined; owner = firms[head]?.owner) head = owner;
  return head;
}

/** Everyone in the seat's tree, in seat order. */
export function treeOf(firms: readonly Firm[], seat: Seat): readonly Seat[] {
  const head = headOf(firms, seat);
  return [...firms.keys()].filter((other) => headOf(firms, other) === head);
}

/** All trees at once, indexed by seat. */
export interface Forest {
  readonly head: readonly Seat[];
  /** Number of firms in the seat's tree. */
  readonly size: readonly number[];
}

export const forestOf = memoizeLast((firms: readonly Firm[]): Forest => {
  const count = firms.length;
  const head: Seat[] = zeros(count);
  const members = zeros(count);
  for (let seat = 0; seat < count; seat++) {
    const root = headOf(firms, seat);
    head[seat] = root;
    members[root] = numberAt(members, root) + 1;
  }
  return { head, size: head.map((root) => numberAt(members, root)) };
});

/** Certified by the Commission (rule G7). */
export function isListed({ listed }: Pick<DistrictState, 'listed'>, seat: Seat): boolean {
  return listed?.includes(seat) === true;
}

/** Points of command of all government bodies together, in tenths. */
export function commandTenths({ plans }: Pick<DistrictState, 'plans'>): number {
  let total = 0;
  for (const filed of plans) total += tenths(commandIn(filed?.plan));
  return total;
}

// --- Pacts -------------------------------------------------------------------------------------------------------

type Ends = Pick<Pact, 'a' | 'b'>;

export function pactBetween<P extends Ends>(pacts: readonly P[], one: Seat, other: Seat): P | undefined {
  for (const pact of pacts) if (joins(pact, one, other)) return pact;
  return undefined;
}

export function hasPact(pacts: readonly Pact[], one: Seat, other: Seat): boolean {
  return pactBetween(pacts, one, other) !== undefined;
}

export function pactsWith<P extends Ends>(pacts: readonly P[], seat: Seat): readonly P[] {
  return pacts.filter((pact) => isSideOf(pact, seat));
}

/** The other side of a seat's pact. */
export function partnerIn({ a, b }: Ends, seat: Seat): Seat {
  return a === seat ? b : a;
}

/** Whether the pact is between these two, whichever way round. */
export function joins({ a, b }: Ends, one: Seat, other: Seat): boolean {
  return (a === one && b === other) || (a === other && b === one);
}

/** Whether the seat is a side of the pact. */
export function isSideOf({ a, b }: Ends, seat: Seat): boolean {
  return a === seat || b === seat;
}

const NOBODY: readonly Seat[] = [];

/** Partners of every seat; may have no entry for a seat without pacts. */
const partnersBySeat = memoizeLast((pacts: readonly Pact[]): readonly (readonly Seat[] | undefined)[] => {
  const bySeat: Seat[][] = [];
  const join = (seat: Seat, partner: Seat) => {
    const known = bySeat[seat];
    if (known === undefined) bySeat[seat] = [partner];
    else known.push(partner);
  };
  for (const { a, b } of pacts) {
    join(a, b);
    join(b, a);
  }
  return bySeat;
});

/** Pact partners in seat order, because pacts are kept sorted. */
export function partnersOf(pacts: readonly Pact[], seat: Seat): readonly Seat[] {
  return partnersBySeat(pacts)[seat] ?? NOBODY;
}

/** Most pacts an actor may hold with this many foreign partners (rule D2). */
export function mostPacts({ pactLimit, foreignPactLoss }: Parameters, foreignStakes: number): number {
  return Math.max(0, pactLimit - foreignPactLoss * foreignStakes);
}

/** Pacts this seat may still add (rule D2); negative if it holds too many. */
export function pactRoom(state: DistrictState, seat: Seat): number {
  const held = partnersOf(state.pacts, seat).length;
  return mostPacts(state.parameters, at(state.firms, seat).foreignStakes) - held;
}

/** Fit of two seats, 0..1: complementarity of fields (rule K1), reduced by ownership distance or tree (rule K2). */
export function fitOf(state: DistrictState, forest: Forest, one: Seat, other: Seat): number {
  const a = at(state.actors, one);
  const b = at(state.actors, other);
  if (one === other || a.field === undefined || b.field === undefined) return 0;
  const complement = complementarity(state.parameters, a.field, b.field);
  const size = numberAt(forest.size, one);
  if (forest.head[one] === forest.head[other]) {
    const { treeExchangeFloor, treeExchangeLoss } = state.parameters;
    return complement * Math.max(treeExchangeFloor, 1 - treeExchangeLoss * (size - 1));
  }
  const abroad = at(state.firms, one).foreignStakes > 0 || at(state.firms, other).foreignStakes > 0;
  const apart = abroad || isState(a) !== isState(b) || size > 1 || numberAt(forest.size, other) > 1;
  return complement * (1 - (apart ? state.distance : 0));
}

export function complementarity(parameters: Parameters, one: number, other: number): number {
  const way = Math.abs(one - other);
  switch (Math.min(way, FIELDS - way)) {
    case 0:
      return parameters.complementSame;
    case 1:
      return parameters.complementNear;
    case 2:
      return parameters.complementMiddle;
    default:
      return parameters.complementFar;
  }
}

// --- Planning ----------------------------------------------------------------------------------------------------

/** Points a seat may place this round: the most for government, exactly this many for others (rules G1, E1). */
export function budgetOf(state: DistrictState, seat: Seat): number {
  return isGovernment(at(state.actors, seat)) ? budgetTenths(state) / 10 : state.parameters.effort;
}

/** A government body's budget, in tenths of a point (rule G1). */
function budgetTenths(state: DistrictState): number {
  const { firstBudget, budgetBase, budgetMax, taxPerBudgetPoint } = state.parameters;
  const last = state.history.at(-1);
  if (last === undefined) return tenths(firstBudget);
  const points = Math.max(0, Math.min(budgetMax, budgetBase + last.tax / taxPerBudgetPoint));
  return Math.floor(points * 10 + 1e-9);
}

/** Seats that have not filed a plan. */
export function plansMissing(state: DistrictState): readonly Seat[] {
  const missing: Seat[] = [];
  for (const { seat } of state.actors) if (state.plans[seat] === undefined) missing.push(seat);
  return missing;
}

/** Parameters under which demand never turns to variety. */
export function withoutShock({ rounds }: Pick<Parameters, 'rounds'>): Pick<Parameters, 'shockRound'> {
  return { shockRound: rounds + 1 };
}

export function isShocked(state: DistrictState): boolean {
  return state.round >= state.parameters.shockRound;
}

/** Number of rounds: as founded, or fewer once the desk has made one the last (rule R14). */
export function roundsOf({ shortenedTo, parameters }: Pick<DistrictState, 'shortenedTo' | 'parameters'>): number {
  return shortenedTo ?? parameters.rounds;
}

/** What ends a phase; single phases may wait for the desk (rule R12). */
export function modeOf({ settings, practice }: DistrictState, phase: Phase, round: number): ClockMode {
  const { byHand, clockMode } = settings;
  const practised = practice !== undefined && (byHand === 'firstRound' || (byHand !== undefined && phase === 'news'));
  return practised || (byHand === 'firstRound' && round <= 1) ? 'desk' : clockMode;
}

export function clockModeNow(state: DistrictState): ClockMode {
  return modeOf(state, state.phase, state.round);
}
