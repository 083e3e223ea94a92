/**
 * `viewFor` is the only door through which anyone, bot or human, sees a district.
 *
 * A seat sees public facts, its own books, and what was said to it. It never sees another's cash, debts or shares with
 * third parties.
 */
import type { Seat } from './actors.ts';
import { glutFactor } from './formulas.ts';
import { type LegalActions, leaveRefusal, legalFor } from './legal.ts';
import { memoizeBy, memoizeLast } from './memoize.ts';
import { numbersOf } from './older-rules.ts';
import { type OwnResult, ownResult } from './own-result.ts';
import type { Firm, Offer, RoundFlows, TalkLine } from './parts.ts';
import type { Plan } from './plans.ts';
import { type PublicView, publicView, type Writable } from './public-view.ts';
import { at, budgetOf, fitOf, forestOf, isShocked, numberAt } from './queries.ts';
import { leavePriceOf, priceOf } from './rules/deals.ts';
import { quotedMargin } from './rules/market.ts';
import { scoreOf } from './score.ts';
import type { DistrictState } from './state.ts';
import { visibleLine } from './talk.ts';
import { zeros } from './zeros.ts';

export type OwnBooks = Pick<Firm, 'knowledge' | 'cash' | 'loans' | 'ventureStakes' | 'ventureDue' | 'foreignStakes'>;

export interface SeatView {
  readonly seat: Seat;
  readonly public: PublicView;
  readonly books: OwnBooks;
  readonly score: number;
  readonly scores: readonly number[];
  /** This seat's trust in each other seat, 0..1. */
  readonly trust: readonly number[];
  /** Points received from each seat in the last round, and points given to each. */
  readonly received: readonly number[];
  readonly given: readonly number[];
  /** Technology fit with each seat: complementarity · (1 − ownership distance); 0 with government. */
  readonly fit: readonly number[];
  /**
   * Points to place this round: a maximum for government, exact for the others. Disarray halves a plan only when it is
   * carried out.
   */
  readonly budget: number;
  readonly legal: LegalActions;
  readonly plan?: Plan;
  readonly lastPlan?: Plan;
  /** Offers this seat made or received in this phase. */
  readonly offers: readonly Offer[];
  /** Promises and pleas of the last plan phase, made by this seat or to it. */
  readonly said?: readonly Offer[];
  /** Talk that this seat may read, newest last. */
  readonly talk: readonly TalkLine[];
  readonly result?: OwnResult;
  readonly quotes: Quotes;
}

/** Market quotes a seat can know. */
export interface Quotes {
  /** This round's trade margin before the glut, in cash per point. */
  readonly margin: number;
  /** The margin if everybody trades as much as last round; in the first round, the margin itself. */
  readonly marginAsLast: number;
  /** Price of its own firm, from last round's knowledge. */
  readonly ownPrice: number;
  /** Cash for leaving its tree now; absent if it has no owner or leaving is off (rule D9). */
  readonly leavePrice?: number;
}

/** Technology fit of a seat with each. */
export function fitsOf(state: DistrictState, seat: Seat): readonly number[] {
  return rowOf(fitMatrix(state), state.actors.length, seat);
}

const fitMatrix = memoizeBy(
  ({ actors, firms, parameters, distance }: DistrictState) => [actors, firms, parameters, distance],
  (state): readonly number[] => {
    const count = state.actors.length;
    const forest = forestOf(state.firms);
    const matrix = zeros(count * count);
    for (const { seat: a, field } of state.actors) {
      if (field === undefined) continue;
      for (let b = a + 1; b < count; b++) {
        const fit = fitOf(state, forest, a, b);
        matrix[a * count + b] = fit;
        matrix[b * count + a] = fit;
      }
    }
    return matrix;
  },
);

const margins = memoizeLast((state: DistrictState): Pick<Quotes, 'margin' | 'marginAsLast'> => {
  const margin = quotedMargin(state);
  const tradeShare = state.history.at(-1)?.tradeShare ?? 0;
  return { margin, marginAsLast: margin * glutFactor(numbersOf(state), isShocked(state), tradeShare) };
});

export function quotesFor(state: DistrictState, seat: Seat): Quotes {
  const { margin, marginAsLast } = margins(state);
  const quotes = { margin, marginAsLast, ownPrice: priceOf(state, seat) };
  return leaveRefusal(state, seat) === undefined ? { ...quotes, leavePrice: leavePriceOf(state, seat) } : quotes;
}

export function booksOf(state: DistrictState, seat: Seat): OwnBooks {
  const { knowledge, cash, loans, ventureStakes, ventureDue, foreignStakes } = at(state.firms, seat);
  return { knowledge, cash, loans, ventureStakes, ventureDue, foreignStakes };
}

/** Points by receiver and giver. */
const receivedMatrix = memoizeLast(({ shared, product: { length: count } }: RoundFlows): readonly number[] => {
  const received = shared.slice();
  for (let giver = 0; giver < count; giver++) {
    for (let to = 0; to < count; to++) received[to * count + giver] = numberAt(shared, giver * count + to);
  }
  return received;
});

export function receivedBy({ actors, flows }: DistrictState, seat: Seat): readonly number[] {
  return flows === undefined ? zeros(actors.length) : rowOf(receivedMatrix(flows), actors.length, seat);
}

export function givenBy({ actors, flows }: DistrictState, seat: Seat): readonly number[] {
  return flows === undefined ? zeros(actors.length) : rowOf(flows.shared, actors.length, seat);
}

export function trustOf({ actors, trust }: DistrictState, seat: Seat): readonly number[] {
  return rowOf(trust, actors.length, seat);
}

function rowOf(matrix: readonly number[], count: number, seat: Seat): readonly number[] {
  return matrix.slice(seat * count, (seat + 1) * count);
}

export function offersOf({ offers }: DistrictState, seat: Seat): readonly Offer[] {
  return offers.filter((offer) => isBetween(offer, seat));
}

function isBetween({ from, to }: Pick<Offer, 'from' | 'to'>, seat: Seat): boolean {
  return from === seat || to === seat;
}

export function viewFor(state: DistrictState, seat: Seat): SeatView {
  const view: Writable<SeatView> = {
    seat,
    public: publicView(state),
    books: booksOf(state, seat),
    score: scoreOf(state, seat),
    scores: state.history.map((past) => numberAt(past.scores, seat)),
    trust: trustOf(state, seat),
    received: receivedBy(state, seat),
    given: givenBy(state, seat),
    fit: fitsOf(state, seat),
    budget: budgetOf(state, seat),
    legal: legalFor(state, seat),
    offers: offersOf(state, seat),
    talk: state.talk.filter((line) => line.to === undefined || line.from === seat || line.to === seat).map(visibleLine),
    quotes: quotesFor(state, seat),
  };
  const said = state.said?.filter((offer) => isBetween(offer, seat)) ?? [];
  if (said.length > 0) view.said = said;
  const plan = state.plans[seat]?.plan;
  if (plan !== undefined) view.plan = plan;
  const lastPlan = state.lastPlans[seat];
  if (lastPlan !== undefined) view.lastPlan = lastPlan;
  const result = ownResult(state, seat);
  if (result !== undefined) view.result = result;
  return view;
}
