/** What others have promised to share this year; promises do not bind. */
import type { Seat } from '../../../shared/engine/actors.ts';
import type { Promised } from '../../../shared/engine/assumptions.ts';
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

/** The other's answer to one's own offer of this kind; undefined without an offer. */
export function answerTo(view: SeatView, kind: DealOffer, to: Seat): Offer['status'] | undefined {
  return view.offers.findLast((offer) => offer.from === view.seat && offer.to === to && offer.kind === kind)?.status;
}

/** One's own promise to a seat. */
export function promisedBy(view: SeatView, to: Seat): number | undefined {
  return view.offers.findLast((offer) => offer.from === view.seat && offer.to === to && offer.promise !== undefined)
    ?.promise;
}
