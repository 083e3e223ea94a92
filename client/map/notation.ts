/**
 * The paper's notation (Figures 2 to 4): what is drawn between two actors, and how.
 *
 * Solid one-way arrows are command and ownership, dotted lines relinquished control, solid two-way lines cooperation.
 * Figures 2, 3 and 4 differ in nothing else, so a drawn district shows which one it is.
 */

import { isGovernment, type Seat } from '../../shared/engine/actors.ts';
import { DEAL_OFFERS, type DealOffer, type Offer } from '../../shared/engine/parts.ts';
import type { PublicPact, PublicSeat, PublicView } from '../../shared/engine/public-view.ts';
import type { SeatView } from '../../shared/engine/view.ts';

/** State of a pact in the last round. */
export const PROMISES = ['kept', 'untested', 'broken'] as const;
export type PromiseState = (typeof PROMISES)[number];

interface Between {
  /** The higher-level actor; for cooperation the lower seat. */
  readonly from: Seat;
  readonly to: Seat;
  /** Line weight, 1 (thin) to 4. */
  readonly weight: number;
}
export interface CommandTie extends Between {
  readonly kind: 'command';
  /**
   * `owned`: bought by consent; `forced`: taken over by command; `held`: by its university's shelter; `ordered`: by
   * government.
   */
  readonly by: 'owned' | 'forced' | 'held' | 'ordered';
}
export interface RelinquishedTie extends Between {
  readonly kind: 'relinquished';
}
export interface CooperationTie extends Between {
  readonly kind: 'cooperation';
  readonly promise: PromiseState;
}
/** An offer of this year that is not refused; visible to its two sides only. */
export interface OfferTie extends Between {
  readonly kind: 'offer';
  readonly of: DealOffer;
}
export type Tie = CommandTie | RelinquishedTie | CooperationTie | OfferTie;

/** Parts of the reader's private view that the map shows: their own dealings. */
export type OwnSide = Pick<SeatView, 'seat' | 'given' | 'received'> & Partial<Pick<SeatView, 'offers'>>;

const HEAVIEST = 5;

/** Every tie of the district, faintest first, so that strong ones are drawn on top. */
export function tiesOf(view: PublicView, own?: OwnSide): readonly Tie[] {
  const firms = view.seats.filter((seat) => seat.kind === 'firm');
  const governed = firms.flatMap((firm) => fromGovernment(view, firm));
  const sponsored = firms.flatMap(fromUniversity);
  const owned = firms.flatMap(fromOwner);
  const pacts = view.pacts.map((pact) => cooperation(pact, own));
  const offered = (own?.offers ?? []).flatMap(offer);
  const order = [...governed, ...sponsored, ...owned, ...pacts, ...offered];
  return [...order.filter((tie) => tie.kind === 'relinquished'), ...order.filter((tie) => tie.kind !== 'relinquished')];
}

function offer({ from, to, kind, status }: Offer): readonly OfferTie[] {
  const of = DEAL_OFFERS.find((each) => each === kind);
  if (of === undefined || status === 'declined') return [];
  return [{ kind: 'offer', from, to, of, weight: status === 'accepted' ? 2.5 : 1.6 }];
}

function fromOwner(firm: PublicSeat): readonly Tie[] {
  if (firm.owner === undefined) return [];
  return [{ kind: 'command', from: firm.owner, to: firm.seat, by: firm.forced ? 'forced' : 'owned', weight: 3 }];
}

/** Draws a held spin-off as vertical, as the rules count it, even if another firm owns it by now. */
function fromUniversity(firm: PublicSeat): readonly Tie[] {
  if (firm.parent === undefined) return [];
  if (firm.held === true) return [{ kind: 'command', from: firm.parent, to: firm.seat, by: 'held', weight: 2 }];
  return firm.owner === undefined ? [{ kind: 'relinquished', from: firm.parent, to: firm.seat, weight: 1.5 }] : [];
}

/**
 * The bureau is above state spin-offs, the Commission above non-state firms; if only one of them plays, it is above
 * all. A firm in a tree is below its head only.
 */
function fromGovernment(view: PublicView, firm: PublicSeat): readonly Tie[] {
  if (firm.owner !== undefined) return [];
  const authority = authorityOver(view, firm);
  if (authority === undefined) return [];
  const points = commandOf(view, authority);
  if (points <= 0) return [{ kind: 'relinquished', from: authority, to: firm.seat, weight: 1 }];
  return [{ kind: 'command', from: authority, to: firm.seat, by: 'ordered', weight: Math.min(2.5, 1 + points / 3) }];
}

function authorityOver(view: PublicView, firm: PublicSeat): Seat | undefined {
  const wanted = firm.parent === undefined ? 'commission' : 'bureau';
  const bodies = view.seats.filter(isGovernment);
  return (bodies.find((body) => body.kind === wanted) ?? bodies[0])?.seat;
}

/** Points of command a government body spent in the last resolved round. */
function commandOf(view: PublicView, body: Seat): number {
  for (const happening of view.happenings)
    if (happening.type === 'PolicyMade')
      return happening.spent.find((entry) => entry.seat === body)?.points.command ?? 0;
  return 0;
}

function cooperation(pact: PublicPact, own: OwnSide | undefined): CooperationTie {
  const promise = pact.kept === undefined ? 'untested' : pact.kept ? 'kept' : 'broken';
  const between = { kind: 'cooperation', from: pact.a, to: pact.b, promise } as const;
  const partner =
    own === undefined ? undefined : pact.a === own.seat ? pact.b : pact.b === own.seat ? pact.a : undefined;
  if (own !== undefined && partner !== undefined && pact.kept !== undefined) {
    const amount = (own.given[partner] ?? 0) + (own.received[partner] ?? 0);
    return { ...between, weight: Math.min(HEAVIEST, 1 + amount * 0.8) };
  }
  return { ...between, weight: promise === 'kept' ? 2.5 : promise === 'untested' ? 1.1 : 1.5 };
}

/**
 * How far the district has become a network, 0 to 1: kept pacts against the density at which the paper's strong network
 * begins (model §6). Untested pacts count a third, so that a network shows while it forms.
 */
export function webOf(view: PublicView): number {
  const actors = view.seats.filter((seat) => seat.kind === 'firm' || seat.kind === 'university').length;
  if (actors === 0) return 0;
  const across = view.pacts.filter((pact) => view.seats[pact.a]?.head !== view.seats[pact.b]?.head);
  const kept = across.filter((pact) => pact.kept === true).length;
  const untested = across.filter((pact) => pact.kept === undefined).length;
  return Math.min(1, (2 * (kept + untested / 3)) / (3 * actors) / 0.35);
}
