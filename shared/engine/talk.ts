/** What people do around a plan: offers, talk, "go on". Cheap talk with a form; only plans bind (rules L1 to L3). */
import type { Seat } from './actors.ts';
import type { DistrictEvent } from './events.ts';
import { buyRefusal, sellRefusal, wishRefusal } from './legal.ts';
import type { Offer, OfferKind } from './parts.ts';
import { isSeat } from './queries.ts';
import { type Refusal, type RefusalCode, refuse } from './refusals.ts';
import type { DistrictState } from './state.ts';

export const TALK_LENGTH = 280;

function offerRefusal(state: DistrictState, kind: OfferKind, from: Seat, to: Seat): RefusalCode | undefined {
  switch (kind) {
    case 'pact':
      return wishRefusal(state, from, to);
    case 'buy':
      return buyRefusal(state, from, to);
    case 'sell':
      return sellRefusal(state, from, to);
  }
}

export function makeOffer(
  state: DistrictState,
  from: Seat,
  kind: OfferKind,
  to: Seat,
): readonly DistrictEvent[] | Refusal {
  if (state.phase !== 'plan') return refuse('wrong-phase');
  const refused = offerRefusal(state, kind, from, to);
  if (refused !== undefined) return refuse(refused, isSeat(state, to) ? { seat: to } : undefined);
  const same = (offer: Offer) =>
    offer.status === 'open' && offer.kind === kind && offer.from === from && offer.to === to;
  if (state.offers.some(same)) return refuse('offer-exists', { seat: to });
  return [{ type: 'OfferMade', id: state.nextId, kind, from, to }];
}

export function answerOffer(
  state: DistrictState,
  seat: Seat,
  id: number,
  accept: boolean,
): readonly DistrictEvent[] | Refusal {
  if (state.phase !== 'plan') return refuse('wrong-phase');
  const offer = state.offers.find((known) => known.id === id && known.to === seat);
  if (offer === undefined) return refuse('offer-unknown');
  if (offer.status !== 'open') return refuse('offer-answered', { seat: offer.from });
  return [{ type: 'OfferAnswered', id, accept }];
}

export function withdrawOffer(state: DistrictState, seat: Seat, id: number): readonly DistrictEvent[] | Refusal {
  if (state.phase !== 'plan') return refuse('wrong-phase');
  const offer = state.offers.find((known) => known.id === id && known.from === seat);
  if (offer === undefined) return refuse('offer-unknown');
  if (offer.status !== 'open') return refuse('offer-answered', { seat: offer.to });
  return [{ type: 'OfferWithdrawn', id }];
}

export function say(state: DistrictState, from: Seat, said: string, to?: Seat): readonly DistrictEvent[] | Refusal {
  if (!state.settings.talk) return refuse('talk-off');
  if (to !== undefined && (!isSeat(state, to) || to === from)) return refuse('unknown-seat');
  const text = cleaned(said);
  if (text === '') return refuse('talk-empty');
  const length = [...text].length;
  if (length > TALK_LENGTH) return refuse('talk-too-long', { value: length, limit: TALK_LENGTH });
  const line = { type: 'Said', id: state.nextId, from, text } as const;
  return [to === undefined ? line : { ...line, to }];
}

/** One line without control characters, or the marks that turn the direction of the text around them. */
function cleaned(said: string): string {
  return said
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim();
}

export function signalReady(state: DistrictState, seat: Seat): readonly DistrictEvent[] | Refusal {
  if (state.phase !== 'news' && state.phase !== 'reveal') return refuse('wrong-phase');
  return state.ready[seat] === true ? [] : [{ type: 'ReadySignalled', seat }];
}
