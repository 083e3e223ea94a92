/**
 * Checks a plan and normalises it: shares and lists in seat order, exact tenths, no duplicates. Returns the canonical
 * plan or a refusal. Rules E1, D1 to D8, G1.
 */
import { isGovernment, type Seat } from './actors.ts';
import {
  buyRefusal,
  foreignRefusal,
  leaveRefusal,
  listRefusal,
  loanRefusal,
  sellRefusal,
  ventureRefusal,
  wishRefusal,
} from './legal.ts';
import {
  type Deal,
  type PactChange,
  type Plan,
  POLICY_INSTRUMENTS,
  pactChangeOf,
  type Share,
  tenths,
} from './plans.ts';
import { at, budgetOf, isSeat, numberAt, partnersOf } from './queries.ts';
import { isRefusal, type Refusal, type RefusalCode, refuse } from './refusals.ts';
import type { DistrictState } from './state.ts';

export function checkPlan(state: DistrictState, seat: Seat, plan: Plan): Plan | Refusal {
  const actor = at(state.actors, seat);
  switch (plan.kind) {
    case 'firm': {
      if (actor.kind !== 'firm') return refuse('wrong-kind-of-plan');
      const deal = checkDeal(state, seat, plan.deal);
      if (isRefusal(deal)) return deal;
      const { wishes, breaks } = pactChangeOf(deal);
      const shares = checkShares(state, seat, plan.shares, wishes, breaks);
      if (isRefusal(shares)) return shares;
      const refusal = checkPoints([plan.trade, plan.research], shares, state.parameters.effort, true);
      return refusal ?? { kind: 'firm', trade: exact(plan.trade), research: exact(plan.research), shares, deal };
    }
    case 'university': {
      if (actor.kind !== 'university') return refuse('wrong-kind-of-plan');
      const change = checkPacts(state, seat, plan.wishes, plan.breaks);
      if (isRefusal(change)) return change;
      const shares = checkShares(state, seat, plan.shares, change.wishes, change.breaks);
      if (isRefusal(shares)) return shares;
      const { publish, outside, shelter, open } = plan;
      const refusal = checkPoints([publish, outside, shelter, open], shares, state.parameters.effort, true);
      if (refusal !== undefined) return refusal;
      return {
        kind: 'university',
        publish: exact(publish),
        outside: exact(outside),
        shelter: exact(shelter),
        open: exact(open),
        shares,
        ...change,
      };
    }
    case 'government': {
      if (!isGovernment(actor)) return refuse('wrong-kind-of-plan');
      const points = POLICY_INSTRUMENTS.map((instrument) => plan[instrument]);
      const refusal = checkPoints(points, NO_SHARES, budgetOf(state, seat), false);
      if (refusal !== undefined) return refusal;
      const { command, law, reform, fund, training } = plan;
      const list = checkList(state, seat, plan.list ?? NOBODY);
      if (isRefusal(list)) return list;
      const checked = {
        kind: 'government',
        command: exact(command),
        law: exact(law),
        reform: exact(reform),
        fund: exact(fund),
        training: exact(training),
      } as const;
      return list.length === 0 ? checked : { ...checked, list };
    }
    default:
      return refuse('wrong-kind-of-plan');
  }
}

const NO_SHARES: readonly Share[] = [];
const NOBODY: readonly Seat[] = [];

/** Rounds to the nearest tenth; never returns -0. */
function exact(points: number): number {
  return tenths(points) / 10 + 0;
}

function checkNumber(points: unknown): Refusal | undefined {
  if (typeof points !== 'number' || !Number.isFinite(points)) return refuse('points-not-numbers');
  if (points < 0) return refuse('points-negative', { value: points });
  if (Math.abs(points * 10 - tenths(points)) > 1e-9) return refuse('points-finer-than-a-tenth', { value: points });
  return undefined;
}

/** `whole`: the plan must place all of the limit. */
function checkPoints(
  points: readonly number[],
  shares: readonly Share[],
  limit: number,
  whole: boolean,
): Refusal | undefined {
  let sum = 0;
  for (const value of points) {
    const refusal = checkNumber(value);
    if (refusal !== undefined) return refusal;
    sum += tenths(value);
  }
  for (const share of shares) sum += tenths(share.points);
  if (sum > tenths(limit)) return refuse('points-too-many', { value: sum / 10, limit });
  if (whole && sum < tenths(limit)) return refuse('points-too-few', { value: sum / 10, limit });
  return undefined;
}

function checkShares(
  state: DistrictState,
  seat: Seat,
  shares: readonly Share[],
  wishes: readonly Seat[],
  breaks: readonly Seat[],
): readonly Share[] | Refusal {
  const checked: Share[] = [];
  for (const { to, points } of shares) {
    if (!isSeat(state, to)) return refuse('unknown-seat', { value: Number(to) });
    const stands = partnersOf(state.pacts, seat).includes(to) && !breaks.includes(to);
    if (!stands && !wishes.includes(to)) return refuse('share-with-stranger', { seat: to });
    const refusal = checkNumber(points);
    if (refusal !== undefined) return refusal;
    if (checked.some((share) => share.to === to)) return refuse('share-twice', { seat: to });
    checked.push({ to, points: exact(points) });
  }
  return checked.filter(({ points }) => points > 0).sort((one, other) => one.to - other.to);
}

/** Sorted by seat without duplicates. Lists are short, so insertion is faster than a set and a sort. */
function inOrder(seats: readonly Seat[]): readonly Seat[] {
  const ordered: Seat[] = [];
  for (let next = 0; next < seats.length; next++) {
    const seat = numberAt(seats, next);
    let place = ordered.length;
    while (place > 0 && numberAt(ordered, place - 1) > seat) place--;
    if (ordered[place - 1] === seat) continue;
    for (let moved = ordered.length; moved > place; moved--) ordered[moved] = numberAt(ordered, moved - 1);
    ordered[place] = seat;
  }
  return ordered;
}

function checkPacts(
  state: DistrictState,
  seat: Seat,
  wishes: readonly Seat[],
  breaks: readonly Seat[],
): PactChange | Refusal {
  const partners = partnersOf(state.pacts, seat);
  for (const other of breaks) {
    if (!isSeat(state, other)) return refuse('unknown-seat', { value: Number(other) });
    if (wishes.includes(other)) return refuse('pact-wish-and-break', { seat: other });
    if (!partners.includes(other)) return refuse('pact-missing', { seat: other });
  }
  for (const other of wishes) {
    const refused = wishRefusal(state, seat, other, partners);
    if (refused === 'unknown-seat') return refuse(refused, { value: Number(other) });
    if (refused !== undefined) return refuse(refused, { seat: other });
  }
  return { wishes: inOrder(wishes), breaks: inOrder(breaks) };
}

/** Rule G7: checks the list of certificates. */
function checkList(state: DistrictState, seat: Seat, list: readonly Seat[]): readonly Seat[] | Refusal {
  const { listPlaces, listFrom } = state.parameters;
  for (const firm of list) {
    const refused = listRefusal(state, seat, firm);
    if (refused === 'list-too-early') return refuse(refused, { value: state.round, limit: listFrom });
    if (refused === 'unknown-seat') return refuse(refused, { value: Number(firm) });
    if (refused !== undefined) return refuse(refused, { seat: firm });
  }
  const listed = inOrder(list);
  if (listed.length < list.length) {
    const twice = list.find((firm, place) => list.indexOf(firm) < place);
    return refuse('list-twice', twice === undefined ? undefined : { seat: twice });
  }
  if (list.length > listPlaces) return refuse('list-too-many', { value: list.length, limit: listPlaces });
  return listed;
}

function checkDeal(state: DistrictState, seat: Seat, deal: Deal): Deal | Refusal {
  switch (deal.kind) {
    case 'none':
      return deal;
    case 'cooperate': {
      const change = checkPacts(state, seat, deal.wishes, deal.breaks);
      return isRefusal(change) ? change : { kind: 'cooperate', ...change };
    }
    case 'buy': {
      for (const seller of deal.sellers) {
        const refused = buyRefusal(state, seat, seller);
        if (refused !== undefined) return refuseMerger(state, refused, seller);
      }
      return { kind: 'buy', sellers: inOrder(deal.sellers) };
    }
    case 'sell': {
      const refused = sellRefusal(state, seat, deal.buyer);
      if (refused === undefined) return { kind: 'sell', buyer: deal.buyer };
      return refuseMerger(state, refused, deal.buyer);
    }
    case 'loan':
      return allowedOr(deal, loanRefusal(state, seat), { limit: state.parameters.loanLimit });
    case 'venture':
      return allowedOr(deal, ventureRefusal(state, seat), { limit: state.parameters.ventureLimit });
    case 'foreign':
      return allowedOr(deal, foreignRefusal(state, seat), foreignNumbers(state));
    case 'leave':
      return allowedOr(deal, leaveRefusal(state, seat));
    default:
      return refuse('wrong-kind-of-plan');
  }
}

type Simple = Extract<Deal, { kind: 'loan' | 'venture' | 'foreign' | 'leave' }>;

function allowedOr(
  { kind }: Simple,
  refused: ReturnType<typeof loanRefusal>,
  about?: Refusal['about'],
): Deal | Refusal {
  return refused === undefined ? { kind } : refuse(refused, about);
}

/** Numbers of the refusal: before the first year, this round and that year; later the limit of partners. */
function foreignNumbers({ round, parameters }: DistrictState): Refusal['about'] {
  const { foreignFrom, foreignLimit } = parameters;
  return round < foreignFrom ? { value: round, limit: foreignFrom } : { limit: foreignLimit };
}

/** A refusal that names the other firm and the limit. */
function refuseMerger(state: DistrictState, refused: RefusalCode, other: Seat): Refusal {
  if (!isSeat(state, other)) return refuse(refused, { value: Number(other) });
  const { priceBase, treeLimit } = state.parameters;
  if (refused === 'merge-no-cash') return refuse(refused, { seat: other, limit: priceBase });
  return refuse(refused, refused === 'merge-tree-too-large' ? { seat: other, limit: treeLimit } : { seat: other });
}
