/** What others have said they would share this year; it binds nobody. */
import type { Seat } from '../../../shared/engine/actors.ts';
import type { Promised } from '../../../shared/engine/guess.ts';
import type { DealOffer, Offer } from '../../../shared/engine/parts.ts';
import type { SeatView } from '../../../shared/engine/view.ts';

export function promisesIn(view: SeatView): Promised {
  const promised: Partial<Record<Seat, number>> = {};
  for (const { from, to, promise, status } of view.offers) {
    if (to === view.seat && promise !== undefined && status !== 'declined') promised[from] = promise;
  }
  return promised;
}

export function promisedTo(view: SeatView, from: Seat): number | undefined {
  return promisesIn(view)[from];
}

/** What the other says to one's own offer of this kind; undefined where none was made. */
export function answerTo(view: SeatView, kind: DealOffer, to: Seat): Offer['status'] | undefined {
  return view.offers.findLast((offer) => offer.from === view.seat && offer.to === to && offer.kind === kind)?.status;
}

/** What one has said oneself. */
export function promisedBy(view: SeatView, to: Seat): number | undefined {
  return view.offers.findLast((offer) => offer.from === view.seat && offer.to === to && offer.promise !== undefined)
    ?.promise;
}
