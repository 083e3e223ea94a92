/** What a bot sees: parts of its seat's view, each computed on first use. */
import type { Seat } from './actors.ts';
import { type LegalActions, LegalWhenAsked } from './legal.ts';
import { memoizeLast } from './memoize.ts';
import {
  type Happening,
  happeningsIn,
  type PublicPact,
  type PublicSeat,
  type PublicView,
  publicEffects,
  publicPacts,
  publicSeats,
} from './public-view.ts';
import { budgetOf, isShocked, roundsOf } from './queries.ts';
import type { DistrictState } from './state.ts';
import {
  booksOf,
  fitsOf,
  givenBy,
  type OwnBooks,
  type Quotes,
  quotesFor,
  receivedBy,
  type SeatView,
  trustOf,
} from './view.ts';

export type BotView = Pick<
  SeatView,
  'seat' | 'books' | 'trust' | 'received' | 'given' | 'fit' | 'budget' | 'legal' | 'quotes'
> & { readonly public: BotsPublicView };

/** The part of the public view that bots look at. */
type BotsPublicView = Pick<
  PublicView,
  'round' | 'rounds' | 'talkOn' | 'shocked' | 'fund' | 'seats' | 'pacts' | 'happenings' | 'effects'
>;

class PublicWhenAsked implements BotsPublicView {
  readonly #state: DistrictState;
  #seats: readonly PublicSeat[] | undefined;
  #pacts: readonly PublicPact[] | undefined;
  #happenings: readonly Happening[] | undefined;

  constructor(state: DistrictState) {
    this.#state = state;
  }

  get round() {
    return this.#state.round;
  }
  get rounds() {
    return roundsOf(this.#state);
  }
  get talkOn() {
    return this.#state.settings.talk;
  }
  get shocked() {
    return isShocked(this.#state);
  }
  get fund() {
    return this.#state.fund;
  }
  get seats() {
    this.#seats ??= publicSeats(this.#state);
    return this.#seats;
  }
  get pacts() {
    this.#pacts ??= publicPacts(this.#state);
    return this.#pacts;
  }
  get effects() {
    return publicEffects(this.#state);
  }
  get happenings() {
    this.#happenings ??= happeningsIn(this.#state.lastRound);
    return this.#happenings;
  }
}

const publicFor = memoizeLast((state: DistrictState) => new PublicWhenAsked(state));

class ViewWhenAsked implements BotView {
  readonly seat: Seat;
  readonly #state: DistrictState;
  #books: OwnBooks | undefined;
  #trust: readonly number[] | undefined;
  #received: readonly number[] | undefined;
  #given: readonly number[] | undefined;
  #fit: readonly number[] | undefined;
  #legal: LegalActions | undefined;
  #quotes: Quotes | undefined;

  constructor(state: DistrictState, seat: Seat) {
    this.seat = seat;
    this.#state = state;
  }

  get public() {
    return publicFor(this.#state);
  }
  get books() {
    this.#books ??= booksOf(this.#state, this.seat);
    return this.#books;
  }
  get trust() {
    this.#trust ??= trustOf(this.#state, this.seat);
    return this.#trust;
  }
  get received() {
    this.#received ??= receivedBy(this.#state, this.seat);
    return this.#received;
  }
  get given() {
    this.#given ??= givenBy(this.#state, this.seat);
    return this.#given;
  }
  get fit() {
    this.#fit ??= fitsOf(this.#state, this.seat);
    return this.#fit;
  }
  get budget() {
    return budgetOf(this.#state, this.seat);
  }
  get legal() {
    this.#legal ??= new LegalWhenAsked(this.#state, this.seat);
    return this.#legal;
  }
  get quotes() {
    this.#quotes ??= quotesFor(this.#state, this.seat);
    return this.#quotes;
  }
}

export function botViewFor(state: DistrictState, seat: Seat): BotView {
  return new ViewWhenAsked(state, seat);
}
