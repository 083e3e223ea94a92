/** Effect of leaving or joining a tree: to the game's end if it is near, else as far as a forecast goes. */

import type { Seat } from '../../shared/engine/actors.ts';
import { lookAhead } from '../../shared/engine/look-ahead.ts';
import { at } from '../../shared/engine/queries.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import { type Draft, planOf, pointsLeft, sameAsLastYear } from './draft.ts';
import { yearlyNumbers } from './game-parameters.ts';
import { yearsLeft } from './years.ts';

export interface Leaving {
  /** Number of years in the forecast. */
  readonly years: number;
  /** Whether they reach the end of the game. */
  readonly toTheEnd: boolean;
  /** Change of final score by round of leaving, against staying; only this round if the end is far. */
  readonly brings: readonly { readonly round: number; readonly change: number }[];
}

/** From this many years before it, forecasts go to the end. */
const NEAR = 5;
/** Years of a forecast that does not reach the end. */
export const FORESEEN = 3;

/** Length of the forecast, and the complete plan to repeat. */
export function span(draft: Draft, view: SeatView) {
  const numbersIn = yearlyNumbers(view.public);
  const whole = pointsLeft(draft, view) === 0 ? draft : sameAsLastYear(draft, view);
  if (numbersIn === undefined || whole === undefined || pointsLeft(whole, view) !== 0) return undefined;
  const left = yearsLeft(view.public);
  const toTheEnd = left <= NEAR;
  const years = toTheEnd ? left : FORESEEN;
  return { toTheEnd, years, left, numbersIn, plan: planOf(whole, view) };
}

export interface Joining extends Pick<Leaving, 'years' | 'toTheEnd'> {
  /** Change of final score against staying independent, the price included. */
  readonly change: number;
}

/** If the tree takes the firm at today's price, and everybody repeats last year. */
export function joiningBrings(draft: Draft, view: SeatView, head: Seat): Joining | undefined {
  const known = span(draft, view);
  if (known === undefined) return undefined;
  const { years, toTheEnd, numbersIn, plan } = known;
  const scoreWith = (joins: { readonly joins?: Seat }) =>
    at(lookAhead({ view, plan, numbersIn, outlook: 'likely', years, ...joins }), years - 1).score;
  return { years, toTheEnd, change: scoreWith({ joins: head }) - scoreWith({}) };
}

/** Others repeat last year without command; undefined while the draft is no complete plan. */
export function leavingBrings(draft: Draft, view: SeatView): Leaving | undefined {
  const known = span(draft, view);
  if (known === undefined) return undefined;
  const { years, toTheEnd, left, numbersIn, plan } = known;
  const { round } = view.public;
  const ahead = { view: withoutCommand(view), plan, numbersIn, outlook: 'likely', years } as const;
  const scoreWhere = (leaves: number) => at(lookAhead({ ...ahead, leaves }), years - 1).score;
  // A year beyond the forecast, so that the firm never leaves.
  const staying = scoreWhere(years);
  const brings = Array.from({ length: toTheEnd ? left : 1 }, (_, year) => ({
    round: round + year,
    change: scoreWhere(year) - staying,
  }));
  return { years, toTheEnd, brings };
}

export function withoutCommand(view: SeatView): SeatView {
  const happenings = view.public.happenings.map((event) =>
    event.type === 'PolicyMade'
      ? { ...event, spent: event.spent.map((spent) => ({ ...spent, points: { ...spent.points, command: 0 } })) }
      : event,
  );
  return { ...view, public: { ...view.public, happenings } };
}
