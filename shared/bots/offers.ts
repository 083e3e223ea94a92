/** What a bot tells the people around it: its plan's wishes as offers, and a yes to offers that match its plan. */
import type { Seat } from '../engine/actors.ts';
import type { SeatAction } from '../engine/commands.ts';
import type { Offer, OfferKind } from '../engine/parts.ts';
import { type Plan, pactChangeIn } from '../engine/plans.ts';
import { grants } from '../engine/pleas.ts';
import type { SeatView } from '../engine/view.ts';
import { isWelcome, onlyPromises, type Sharing, sharesOnSigning } from './signing.ts';

type MakeOffer = Extract<SeatAction, { type: 'makeOffer' }>;
type AnswerOffer = Extract<SeatAction, { type: 'answerOffer' }>;

/** Offers to seats held by people. Leaves out what is already on offer, and pacts beyond `room`. */
export function botOffers(
  view: SeatView,
  plan: Plan,
  room = Number.POSITIVE_INFINITY,
  policy?: string,
): readonly MakeOffer[] {
  const offers: MakeOffer[] = [];
  const offer = (kind: OfferKind, to: Seat) => {
    if (view.public.seats[to]?.control !== 'human') return;
    if (view.offers.some((known) => sameMatter(known, kind, view.seat, to))) return;
    offers.push({ type: 'makeOffer', kind, to });
  };
  if (hasRoom(plan, room)) for (const to of pactChangeIn(plan).wishes) offer('pact', to);
  promise(view, plan, offers, policy);
  if (plan.kind !== 'firm') return offers;
  if (plan.deal.kind === 'buy') for (const to of plan.deal.sellers) offer('buy', to);
  if (plan.deal.kind === 'sell') offer('sell', plan.deal.buyer);
  return offers;
}

/**
 * Adds a promise to each pact offer: the planned share, or one point where the bot will share once both have agreed.
 */
function promise(view: SeatView, plan: Plan, offers: MakeOffer[], policy: string | undefined): void {
  if (!view.public.talkOn || plan.kind === 'government') return;
  for (const [place, made] of offers.entries()) {
    const shares = sharedWith(plan, made.to);
    const points = shares > 0 ? shares : givesOnSigning(view, made.to, policy) ? 1 : 0;
    if (points > 0) offers[place] = { ...made, promise: points };
  }
}

/** Points that the plan shares with a seat. */
function sharedWith({ shares }: Sharing, seat: Seat): number {
  return shares.find(({ to }) => to === seat)?.points ?? 0;
}

/** Whether the bot gives a point on signing, or claims to. */
function givesOnSigning(view: SeatView, to: Seat, policy: string | undefined): boolean {
  return policy === undefined || onlyPromises(policy) || (sharesOnSigning(policy) && isWelcome(view, to));
}

/** Yearly promises to human partners: the planned share. A bot that shares nothing makes no promise. */
export function botPromises(view: SeatView, plan: Plan, policy: string): readonly MakeOffer[] {
  if (!view.public.talkOn || plan.kind === 'government') return [];
  const leaves = pactChangeIn(plan).breaks;
  const people = view.legal.partners.filter((to) => view.public.seats[to]?.control === 'human' && !leaves.includes(to));
  return people.flatMap((to): readonly MakeOffer[] => {
    const points = onlyPromises(policy) ? 1 : sharedWith(plan, to);
    const said = view.offers.some((known) => known.kind === 'share' && known.from === view.seat && known.to === to);
    return points > 0 && !said ? [{ type: 'makeOffer', kind: 'share', to, promise: points }] : [];
  });
}

/** An answer to every open offer to this seat; a pact needs `room` for it. */
export function botAnswers(view: SeatView, plan: Plan, room = Number.POSITIVE_INFINITY): readonly AnswerOffer[] {
  return view.offers
    .filter((offer) => offer.status === 'open' && offer.to === view.seat && offer.kind !== 'share')
    .map((offer) => ({ type: 'answerOffer', offer: offer.id, accept: wants(plan, offer, room) }));
}

/** Whether the plan already does its part of the offer. */
function wants(plan: Plan, offer: Offer, room: number): boolean {
  if (offer.kind === 'pact') return hasRoom(plan, room) && pactChangeIn(plan).wishes.includes(offer.from);
  if (offer.kind === 'plea') return offer.plea !== undefined && grants(plan, offer.plea, offer.from);
  if (plan.kind !== 'firm') return false;
  if (offer.kind === 'buy') return plan.deal.kind === 'sell' && plan.deal.buyer === offer.from;
  return plan.deal.kind === 'buy' && plan.deal.sellers.includes(offer.from);
}

/** Whether one more pact fits, once the pacts this plan breaks are gone. */
function hasRoom(plan: Plan, room: number): boolean {
  return room + pactChangeIn(plan).breaks.length > 0;
}

/** Whether an offer is already made from either side: a purchase by one firm is a sale by the other. */
function sameMatter(known: Offer, kind: OfferKind, from: Seat, to: Seat): boolean {
  if (known.from === from && known.to === to) return known.kind === kind;
  if (known.from !== to || known.to !== from) return false;
  return known.kind === 'pact' ? kind === 'pact' : kind !== 'pact' && known.kind !== kind;
}
