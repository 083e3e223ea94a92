/**
 * A plan being drafted. It may have points left, and points for seats that are no partners; `planOf` cuts it to a legal
 * plan.
 *
 * Pure: panels call these functions and store the result.
 */

import type { Seat } from '../../shared/engine/actors.ts';
import { omitUndefined } from '../../shared/engine/omit-undefined.ts';
import type { Offer, OfferKind } from '../../shared/engine/parts.ts';
import {
  type Deal,
  FIRM_USES,
  NO_DEAL,
  type Plan,
  POLICY_INSTRUMENTS,
  type PolicyInstrument,
  type Share,
  tenths,
  UNIVERSITY_USES,
} from '../../shared/engine/plans.ts';
import type { RefusalCode } from '../../shared/engine/refusals.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import { numbersOf } from './game-parameters.ts';

export const VERBS = ['none', 'cooperate', 'merge', 'capital', 'leave'] as const;
export type Verb = (typeof VERBS)[number];
export type DealVerb = Exclude<Verb, 'none'>;
export const CAPITALS = ['loan', 'venture', 'foreign'] as const;
export type Capital = (typeof CAPITALS)[number];

/** Uses of points other than partners. */
export type Use = (typeof FIRM_USES)[number] | (typeof UNIVERSITY_USES)[number] | PolicyInstrument;

export interface Draft {
  readonly kind: Plan['kind'];
  readonly uses: Readonly<Partial<Record<Use, number>>>;
  /** By seat. Points for seats that are no partners are kept, but do not count. */
  readonly shares: Readonly<Record<number, number>>;
  readonly wishes: readonly Seat[];
  readonly breaks: readonly Seat[];
  readonly verb: Verb;
  readonly mergeAs: 'buy' | 'sell';
  readonly sellers: readonly Seat[];
  readonly buyer?: Seat;
  readonly capital?: Capital;
  /** Firms that the Commission certifies. */
  readonly list: readonly Seat[];
}

export function planKind(view: SeatView): Plan['kind'] {
  const own = view.public.seats[view.seat]?.kind;
  if (own === 'firm' || own === 'university') return own;
  return 'government';
}

export function usesOf(kind: Plan['kind']): readonly Use[] {
  if (kind === 'firm') return FIRM_USES;
  return kind === 'university' ? UNIVERSITY_USES : POLICY_INSTRUMENTS;
}

const NO_CHOICES: Pick<Draft, 'wishes' | 'breaks' | 'sellers' | 'buyer' | 'capital'> = {
  wishes: [],
  breaks: [],
  sellers: [],
};
const BLANK: Omit<Draft, 'kind' | 'uses'> = { ...NO_CHOICES, shares: {}, verb: 'none', mergeAs: 'buy', list: [] };

function sharesOf(list: readonly Share[]): Record<number, number> {
  return Object.fromEntries(list.map((share) => [share.to, share.points]));
}

/** The draft equal to a plan. */
export function draftOf(plan: Plan): Draft {
  switch (plan.kind) {
    case 'government': {
      const { kind, list = BLANK.list, ...uses } = plan;
      return { ...BLANK, kind, uses, list };
    }
    case 'university': {
      const { publish, outside, shelter, open, shares, wishes, breaks } = plan;
      const uses = { publish, outside, shelter, open };
      return { ...BLANK, kind: plan.kind, uses, shares: sharesOf(shares), wishes, breaks };
    }
    case 'firm': {
      const uses = { trade: plan.trade, research: plan.research };
      return { ...BLANK, kind: plan.kind, uses, shares: sharesOf(plan.shares), ...choicesOf(plan.deal) };
    }
  }
}

function choicesOf(deal: Deal): Partial<Draft> {
  switch (deal.kind) {
    case 'none':
      return {};
    case 'cooperate':
      return { verb: 'cooperate', wishes: deal.wishes, breaks: deal.breaks };
    case 'buy':
      return { verb: 'merge', mergeAs: 'buy', sellers: deal.sellers };
    case 'sell':
      return { verb: 'merge', mergeAs: 'sell', buyer: deal.buyer };
    case 'leave':
      return { verb: 'leave' };
    default:
      return { verb: 'capital', capital: deal.kind };
  }
}

/** Fits uses into a smaller budget, cutting the largest first. */
function withinBudget(uses: Draft['uses'], budget: number): Draft['uses'] {
  const rows = Object.entries(uses).map(([use, points]) => ({ use, left: tenths(points) }));
  let over = rows.reduce((sum, { left }) => sum + left, 0) - tenths(budget);
  for (const row of rows.sort((one, other) => other.left - one.left)) {
    const cut = Math.max(0, Math.min(row.left, over));
    row.left -= cut;
    over -= cut;
  }
  return Object.fromEntries(rows.map(({ use, left }) => [use, left / 10]));
}

/** A round's first draft: no points, deal or promises; certificates stay. */
export function firstDraft(view: SeatView): Draft {
  const kind = planKind(view);
  const list = view.lastPlan?.kind === 'government' ? (view.lastPlan.list ?? BLANK.list) : BLANK.list;
  return { ...BLANK, kind, uses: {}, list };
}

/** Last year's points where still possible; the others are left to place. */
export function sameAsLastYear(draft: Draft, view: SeatView): Draft | undefined {
  if (view.lastPlan === undefined || view.lastPlan.kind !== draft.kind) return undefined;
  const { uses, shares } = draftOf(view.lastPlan);
  const targets = shareTargets(draft, view);
  const kept = Object.entries(shares).filter(([seat]) => targets.includes(Number(seat)));
  return {
    ...draft,
    uses: draft.kind === 'government' ? withinBudget(uses, view.budget) : uses,
    shares: Object.fromEntries(kept),
  };
}

/** Seats to share with under this draft, in seat order, so that a partner keeps its row once the pact is made. */
export function shareTargets(draft: Draft, view: SeatView): readonly Seat[] {
  if (draft.kind === 'government') return [];
  const pacts = draft.kind === 'university' || draft.verb === 'cooperate';
  const kept = view.legal.partners.filter((seat) => !(pacts && draft.breaks.includes(seat)));
  const hoped = pacts ? draft.wishes.filter((seat) => !kept.includes(seat)) : [];
  return [...kept, ...hoped].toSorted((one, other) => one - other);
}

export function placed(draft: Draft, view: SeatView): number {
  const uses = usesOf(draft.kind).reduce((sum, use) => sum + tenths(draft.uses[use] ?? 0), 0);
  const shares = shareTargets(draft, view).reduce((sum, seat) => sum + tenths(draft.shares[seat] ?? 0), 0);
  return (uses + shares) / 10;
}

export function pointsLeft(draft: Draft, view: SeatView): number {
  return (tenths(view.budget) - tenths(placed(draft, view))) / 10;
}

/** Places `points` on a use or partner, limited to the points left. */
export function place(draft: Draft, view: SeatView, on: Use | Seat, points: number): Draft {
  const now = (typeof on === 'number' ? draft.shares[on] : draft.uses[on]) ?? 0;
  const most = now + Math.max(0, pointsLeft(draft, view));
  const next = tenths(Math.min(most, Math.max(0, points))) / 10;
  return typeof on === 'number'
    ? { ...draft, shares: { ...draft.shares, [on]: next } }
    : { ...draft, uses: { ...draft.uses, [on]: next } };
}

interface Movable {
  readonly use: Use;
  readonly points: number;
}

/** Uses that could give up points for this one, the largest first. Partners' points are never taken automatically. */
function movable(draft: Draft, on: Use | Seat): readonly Movable[] {
  return usesOf(draft.kind)
    .filter((use) => use !== on)
    .map((use) => ({ use, points: draft.uses[use] ?? 0 }))
    .filter(({ points }) => tenths(points) > 0)
    .toSorted((one, other) => other.points - one.points);
}

/** Largest number of points for a use or partner: present, left, and movable from other uses. */
export function mostOn(draft: Draft, view: SeatView, on: Use | Seat): number {
  const now = (typeof on === 'number' ? draft.shares[on] : draft.uses[on]) ?? 0;
  const others = movable(draft, on).reduce((sum, { points }) => sum + tenths(points), 0);
  return (tenths(now) + Math.max(0, tenths(pointsLeft(draft, view))) + others) / 10;
}

/** Half of the largest other use in whole points, which makes both equal. */
export function halfOfLargest(draft: Draft, on: Use | Seat): number {
  const [largest] = movable(draft, on);
  return largest === undefined ? 0 : Math.floor(largest.points / 2);
}

export interface Moved {
  readonly draft: Draft;
  /** The use that points were taken from. */
  readonly from?: Use;
}

/** Places `points` on a use or partner; missing points come from the largest other use. */
export function placeOrMove(draft: Draft, view: SeatView, on: Use | Seat, points: number): Moved {
  const [from] = movable(draft, on);
  const now = (typeof on === 'number' ? draft.shares[on] : draft.uses[on]) ?? 0;
  const lacking = tenths(points) - tenths(now) - Math.max(0, tenths(pointsLeft(draft, view)));
  if (lacking <= 0 || from === undefined) return { draft: place(draft, view, on, points) };
  const given = Math.min(lacking, tenths(from.points));
  const freed = { ...draft, uses: { ...draft.uses, [from.use]: (tenths(from.points) - given) / 10 } };
  const next = given < lacking ? placeOrMove(freed, view, on, points).draft : place(freed, view, on, points);
  return { draft: next, from: from.use };
}

export function toggled(seats: readonly Seat[], seat: Seat): readonly Seat[] {
  return seats.includes(seat) ? seats.filter((other) => other !== seat) : [...seats, seat];
}

/** Removes the deal and its choices. */
export function withoutDeal({ buyer: _buyer, capital: _capital, ...rest }: Draft): Draft {
  return { ...rest, ...NO_CHOICES, verb: 'none' };
}

/** Opens another kind of deal, with nothing chosen yet. */
export function under(draft: Draft, verb: DealVerb): Draft {
  return draft.kind === 'university' || draft.verb === verb ? draft : { ...withoutDeal(draft), mergeAs: draft.mergeAs };
}

/** A choice makes this the year's deal in place of any other; withdrawing the last choice leaves none. */
export function decided(draft: Draft, verb: DealVerb, choice: Partial<Draft> = {}): Draft {
  const next: Draft = { ...under(draft, verb), ...choice, verb };
  const says = verb === 'cooperate' ? next.wishes.length + next.breaks.length > 0 : dealOf(next).kind !== 'none';
  return says ? next : { ...next, verb: 'none' };
}

/** Writes an accepted offer into the draft, with as many points as the other promised, if available. */
export function withAccepted(
  draft: Draft,
  view: SeatView,
  offer: Pick<Offer, 'kind' | 'from' | 'plea'>,
  promised = 0,
): Draft {
  const { kind, from } = offer;
  switch (kind) {
    case 'share':
      return draft;
    case 'plea':
      return offer.plea === 'certify' ? certified(draft, view, from) : draft;
    case 'pact': {
      const { wishes, breaks } = under(draft, 'cooperate');
      const wished = decided(draft, 'cooperate', {
        wishes: wishes.includes(from) ? wishes : [...wishes, from],
        breaks: breaks.filter((seat) => seat !== from),
      });
      return promised > 0 ? place(wished, view, from, promised) : wished;
    }
    case 'buy':
      return decided(draft, 'merge', { mergeAs: 'sell', buyer: from });
    case 'sell': {
      const { sellers } = under(draft, 'merge');
      return decided(draft, 'merge', {
        mergeAs: 'buy',
        sellers: sellers.includes(from) ? sellers : [...sellers, from],
      });
    }
  }
}

/** Whether the plan certifies the firm, or has a certificate left for it. */
export function mayCertify({ list }: Draft, view: SeatView, seat: Seat): boolean {
  return list.includes(seat) || list.length < (numbersOf(view.public)?.listPlaces ?? 0);
}

function certified(draft: Draft, view: SeatView, seat: Seat): Draft {
  if (draft.list.includes(seat) || !mayCertify(draft, view, seat)) return draft;
  return { ...draft, list: [...draft.list, seat] };
}

/** The kind of deal that an offer asks for. */
export function verbOf(kind: OfferKind): DealVerb | undefined {
  if (kind === 'share' || kind === 'plea') return undefined;
  return kind === 'pact' ? 'cooperate' : 'merge';
}

function dealOf(draft: Draft): Deal {
  switch (draft.verb) {
    case 'none':
      return NO_DEAL;
    case 'cooperate':
      return { kind: 'cooperate', wishes: draft.wishes, breaks: draft.breaks };
    case 'capital':
      return draft.capital === undefined ? NO_DEAL : { kind: draft.capital };
    case 'leave':
      return { kind: 'leave' };
    case 'merge':
      if (draft.mergeAs === 'buy') return draft.sellers.length > 0 ? { kind: 'buy', sellers: draft.sellers } : NO_DEAL;
      return draft.buyer === undefined ? NO_DEAL : { kind: 'sell', buyer: draft.buyer };
  }
}

export function planOf(draft: Draft, view: SeatView): Plan {
  const uses = (use: Use) => draft.uses[use] ?? 0;
  const shares: readonly Share[] = shareTargets(draft, view)
    .map((to) => ({ to, points: draft.shares[to] ?? 0 }))
    .filter((share) => share.points > 0);
  switch (draft.kind) {
    case 'government':
      return {
        kind: 'government',
        command: uses('command'),
        law: uses('law'),
        reform: uses('reform'),
        fund: uses('fund'),
        training: uses('training'),
        ...omitUndefined({ list: draft.list.length === 0 ? undefined : draft.list }),
      };
    case 'university':
      return {
        kind: 'university',
        publish: uses('publish'),
        outside: uses('outside'),
        shelter: uses('shelter'),
        open: uses('open'),
        shares,
        wishes: draft.wishes,
        breaks: draft.breaks,
      };
    case 'firm':
      return { kind: 'firm', trade: uses('trade'), research: uses('research'), shares, deal: dealOf(draft) };
  }
}

/** Why the drafted deal cannot be filed, by the same check as the server's. */
export function dealProblem(draft: Draft, view: SeatView): RefusalCode | undefined {
  const { legal } = view;
  if (draft.verb === 'capital') return draft.capital === undefined ? undefined : legal[draft.capital].refused;
  if (draft.verb === 'leave') return legal.leave.refused;
  if (draft.verb !== 'merge') return undefined;
  if (draft.mergeAs === 'sell') return legal.sell.find(({ seat }) => seat === draft.buyer)?.refused;
  return legal.buy.find(({ seat, refused }) => refused !== undefined && draft.sellers.includes(seat))?.refused;
}

/** Whether two plans mean the same, whatever the order of their lists. */
export function samePlan(a: Plan | undefined, b: Plan | undefined): boolean {
  return a !== undefined && b !== undefined && canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).sort()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([name, field]) => `${name}: ${canonical(field)}`)
    .sort()}}`;
}
