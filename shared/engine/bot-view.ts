/** What a bot sees: parts of its seat's view, each worked out when it is first asked for. */
import type { Seat } from './actors.ts';
import { type LegalActions, LegalWhenAsked } from './legal.ts';
import { publicView } from './public-view.ts';
import { budgetOf } from './queries.ts';
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
  'seat' | 'public' | 'books' | 'trust' | 'received' | 'given' | 'fit' | 'budget' | 'legal' | 'quotes'
>;

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
    return publicView(this.#state);
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
