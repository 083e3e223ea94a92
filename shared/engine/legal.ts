/**
 * What a seat may do now, or why not. `decide` and this share the same functions, so `decide` accepts exactly what is
 * offered. They read only what the seat itself may know, so a refusal reveals no secret.
 */

import { isGovernment, type Seat } from './actors.ts';
import { memoizeBySeat } from './memoize.ts';
import { at, type Forest, forestOf, isSeat, numberAt, partnersOf } from './queries.ts';
import type { RefusalCode } from './refusals.ts';
import type { DistrictState } from './state.ts';

/** One option for one counterpart: allowed, or the refusal. */
export interface SeatOption {
  readonly seat: Seat;
  readonly refused?: RefusalCode;
}

export interface LegalActions {
  readonly canPlan: boolean;
  readonly pactWishes: readonly SeatOption[];
  /** Pact partners: the seats to share with or to break with. */
  readonly partners: readonly Seat[];
  readonly buy: readonly SeatOption[];
  readonly sell: readonly SeatOption[];
  readonly loan: { readonly refused?: RefusalCode };
  readonly venture: { readonly refused?: RefusalCode };
  readonly foreign: { readonly refused?: RefusalCode };
  readonly leave: { readonly refused?: RefusalCode };
  /** Firms that the Commission may certify; empty for all other seats. */
  readonly list: readonly SeatOption[];
  /** Number of certificates. */
  readonly listPlaces: number;
}

export function legalFor(state: DistrictState, seat: Seat): LegalActions {
  const sell = sellOptions(state, seat);
  return {
    canPlan: state.phase === 'plan',
    pactWishes: wishOptions(state, seat),
    partners: partnersOf(state.pacts, seat),
    buy: buyOptions(state, seat, sell),
    sell,
    loan: maybe(loanRefusal(state, seat)),
    venture: maybe(ventureRefusal(state, seat)),
    foreign: maybe(foreignRefusal(state, seat)),
    leave: maybe(leaveRefusal(state, seat)),
    list: listOptions(state, seat),
    listPlaces: state.parameters.listPlaces,
  };
}

/** `LegalActions` with each part computed on first use, because a bot reads few of them. */
export class LegalWhenAsked implements LegalActions {
  readonly #state: DistrictState;
  readonly #seat: Seat;

  constructor(state: DistrictState, seat: Seat) {
    this.#state = state;
    this.#seat = seat;
  }

  get canPlan() {
    return this.#state.phase === 'plan';
  }
  get pactWishes() {
    return wishOptions(this.#state, this.#seat);
  }
  get partners() {
    return partnersOf(this.#state.pacts, this.#seat);
  }
  get buy() {
    return buyOptions(this.#state, this.#seat, this.sell);
  }
  get sell() {
    return sellOptions(this.#state, this.#seat);
  }
  get loan() {
    return maybe(loanRefusal(this.#state, this.#seat));
  }
  get venture() {
    return maybe(ventureRefusal(this.#state, this.#seat));
  }
  get foreign() {
    return maybe(foreignRefusal(this.#state, this.#seat));
  }
  get leave() {
    return maybe(leaveRefusal(this.#state, this.#seat));
  }
  get list() {
    return listOptions(this.#state, this.#seat);
  }
  get listPlaces() {
    return this.#state.parameters.listPlaces;
  }
}

const wishOptions = memoizeBySeat(
  ({ pacts, actors }: DistrictState) => [pacts, actors],
  (state, seat): readonly SeatOption[] => {
    const partners = partnersOf(state.pacts, seat);
    return state.actors.map((_, other) => option(other, wishRefusal(state, seat, other, partners)));
  },
);

const sellOptions = memoizeBySeat(
  ({ firms, actors, parameters }: DistrictState) => [firms, actors, parameters.treeLimit],
  (state, seat): readonly SeatOption[] => {
    const forest = forestOf(state.firms);
    return state.actors.map((_, other) => option(other, mergerRefusal(state, seat, other, forest)));
  },
);

function buyOptions(state: DistrictState, seat: Seat, mergers: readonly SeatOption[]): readonly SeatOption[] {
  const purse = purseRefusal(state, seat);
  if (purse === undefined) return mergers;
  return mergers.map((merger) => (merger.refused === undefined ? option(merger.seat, purse) : merger));
}

const NO_OPTIONS: readonly SeatOption[] = [];

function listOptions(state: DistrictState, seat: Seat): readonly SeatOption[] {
  if (at(state.actors, seat).kind !== 'commission') return NO_OPTIONS;
  return state.actors.map((actor) => option(actor.seat, listRefusal(state, seat, actor.seat)));
}

// --- Options are few and immutable: all views share one object for each ---------------------------------------------

type Option = { readonly refused?: RefusalCode };
const bySeat = new Map<RefusalCode | undefined, SeatOption[]>();
const options = new Map<RefusalCode | undefined, Option>();

function option(seat: Seat, refused: RefusalCode | undefined): SeatOption {
  const made = bySeat.get(refused) ?? [];
  const known = made[seat];
  if (known !== undefined) return known;
  const first = Object.freeze(refused === undefined ? { seat } : { seat, refused });
  made[seat] = first;
  bySeat.set(refused, made);
  return first;
}

function maybe(refused: RefusalCode | undefined): Option {
  const known = options.get(refused);
  if (known !== undefined) return known;
  const made = Object.freeze(refused === undefined ? {} : { refused });
  options.set(refused, made);
  return made;
}

// --- Reasons ------------------------------------------------------------------------------------------------------

/** May `seat` wish for a pact with `other` (rule D1)? A seat may state more wishes than it has room for. */
export function wishRefusal(
  state: DistrictState,
  seat: Seat,
  other: Seat,
  partners: readonly Seat[] = partnersOf(state.pacts, seat),
): RefusalCode | undefined {
  if (!isSeat(state, other)) return 'unknown-seat';
  if (seat === other) return 'pact-with-self';
  if (isGovernment(at(state.actors, seat)) || isGovernment(at(state.actors, other))) return 'pact-with-government';
  return partners.includes(other) ? 'pact-exists' : undefined;
}

/** May `buyer` take over `seller` (rule D4)? Symmetric for both sides. Consent and price are settled with the deal. */
export function mergerRefusal(
  state: DistrictState,
  buyer: Seat,
  seller: Seat,
  forest: Forest = forestOf(state.firms),
): RefusalCode | undefined {
  if (!isSeat(state, buyer) || !isSeat(state, seller)) return 'unknown-seat';
  if (at(state.actors, buyer).kind !== 'firm' || at(state.actors, seller).kind !== 'firm') return 'merge-not-a-firm';
  if (buyer === seller) return 'merge-with-self';
  if (forest.head[buyer] === forest.head[seller]) return 'merge-same-tree';
  if (forest.head[buyer] !== buyer || forest.head[seller] !== seller) return 'merge-not-independent';
  const together = numberAt(forest.size, buyer) + numberAt(forest.size, seller);
  return together > state.parameters.treeLimit ? 'merge-tree-too-large' : undefined;
}

export function buyRefusal(state: DistrictState, buyer: Seat, seller: Seat): RefusalCode | undefined {
  return mergerRefusal(state, buyer, seller) ?? purseRefusal(state, buyer);
}

/** A buyer needs the minimum price of any firm; another firm's exact price is secret. */
function purseRefusal(state: DistrictState, buyer: Seat): RefusalCode | undefined {
  return at(state.firms, buyer).cash < state.parameters.priceBase ? 'merge-no-cash' : undefined;
}

export function sellRefusal(state: DistrictState, seller: Seat, buyer: Seat): RefusalCode | undefined {
  return mergerRefusal(state, buyer, seller);
}

/** Rule D6: may the firm take a loan? */
export function loanRefusal(state: DistrictState, seat: Seat): RefusalCode | undefined {
  if (at(state.actors, seat).kind !== 'firm') return 'wrong-kind-of-plan';
  return at(state.firms, seat).loans.length >= state.parameters.loanLimit ? 'loan-limit' : undefined;
}

/** Rule D7: may it sell a venture stake? */
export function ventureRefusal(state: DistrictState, seat: Seat): RefusalCode | undefined {
  if (at(state.actors, seat).kind !== 'firm') return 'wrong-kind-of-plan';
  return at(state.firms, seat).ventureStakes >= state.parameters.ventureLimit ? 'venture-limit' : undefined;
}

/** Rule D8: may it take a foreign partner? */
export function foreignRefusal(state: DistrictState, seat: Seat): RefusalCode | undefined {
  if (at(state.actors, seat).kind !== 'firm') return 'wrong-kind-of-plan';
  if (state.round < state.parameters.foreignFrom) return 'foreign-too-early';
  return at(state.firms, seat).foreignStakes >= state.parameters.foreignLimit ? 'foreign-limit' : undefined;
}

/** Rule D9: may it leave its tree? Whether it can pay is settled when it leaves. */
export function leaveRefusal({ firms, parameters }: DistrictState, seat: Seat): RefusalCode | undefined {
  const allowed = parameters.leaveAllowed > 0 && at(firms, seat).owner !== undefined;
  return allowed ? undefined : 'leave-not-owned';
}

/** May this government body certify the firm now (rule G7)? The number of certificates is checked elsewhere. */
export function listRefusal(state: DistrictState, seat: Seat, firm: Seat): RefusalCode | undefined {
  if (at(state.actors, seat).kind !== 'commission') return 'list-not-yours';
  if (!(state.round >= state.parameters.listFrom)) return 'list-too-early';
  if (!isSeat(state, firm)) return 'unknown-seat';
  return at(state.actors, firm).kind === 'firm' ? undefined : 'list-not-a-firm';
}
