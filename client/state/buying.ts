/** Effects of buying a firm if it agrees, for as many years as the effects of leaving. */
import type { Seat } from '../../shared/engine/actors.ts';
import { lookAhead } from '../../shared/engine/look-ahead.ts';
import { omitUndefined } from '../../shared/engine/omit-undefined.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import type { Draft } from './draft.ts';
import { span } from './leaving.ts';
import { less, type Moved, outcomeOf } from './office-forecast.ts';
import { priceRange } from './price.ts';

export interface Buying {
  /** Number of years ahead. */
  readonly years: number;
  /** Compared with no deal, price included. Firms whose least price exceeds the cash are left out. */
  readonly bySeller: ReadonlyMap<Seat, Moved>;
}

/** Undefined while the plan is incomplete. */
export function buyingBrings(draft: Draft, view: SeatView, sellers: readonly Seat[]): Buying | undefined {
  const known = span(draft, view);
  if (known === undefined) return undefined;
  const { years, numbersIn, plan } = known;
  const ahead = (takes?: Seat): Moved => {
    // Neither side of the comparison makes the deal in the draft.
    const none = takes === undefined ? { leaves: years } : { takes };
    return outcomeOf(lookAhead({ view, plan, numbersIn, outlook: 'likely', years, ...omitUndefined(none) }));
  };
  const free = ahead();
  const inReach = sellers.filter((seat) => (priceRange(view.public, seat)?.from ?? 0) <= view.books.cash);
  return {
    years,
    bySeller: new Map(inReach.map((seat) => [seat, less(ahead(seat), free)])),
  };
}
