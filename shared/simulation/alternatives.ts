/**
 * Alternatives to a bot's plan for a year. Each changes its points, its deal or its certificates, and keeps the rest.
 */
import { certificates, withList } from '../bots/certificates.ts';
import { botRandom } from '../bots/index.ts';
import { keptPacts, wishes, without } from '../bots/partners.ts';
import { effortOf, equalShares, firmPlan } from '../bots/points.ts';
import type { Seat } from '../engine/actors.ts';
import { type BotView, botViewFor } from '../engine/bot-view.ts';
import {
  type Deal,
  type FirmPlan,
  type GovernmentPlan,
  IDLE_GOVERNMENT,
  IDLE_UNIVERSITY,
  NO_DEAL,
  type Plan,
  POLICY_INSTRUMENTS,
  tenths,
  type UniversityPlan,
} from '../engine/plans.ts';
import { at } from '../engine/queries.ts';
import { recordOf } from '../engine/record-of.ts';
import type { DistrictState } from '../engine/state.ts';

export const MATTERS = ['points', 'deal', 'certificates'] as const;
export type Matter = (typeof MATTERS)[number];
type Options = Readonly<Record<string, Plan>>;

/** `plans`: everybody's plans for this year, because a sale needs a buyer. */
export function alternativesFor(
  state: DistrictState,
  plans: readonly Plan[],
  seat: Seat,
): Readonly<Partial<Record<Matter, Options>>> {
  const own = plans[seat];
  const view = botViewFor(state, seat);
  switch (own?.kind) {
    case 'firm':
      return { points: firmPoints(view, own), deal: firmDeals(view, own, plans, state.seed) };
    case 'university':
      return { points: universityPoints(view, own) };
    case 'government':
      return { points: officePoints(view, own), ...lists(view, own) };
    default:
      return {};
  }
}

function firmPoints(view: BotView, { deal }: FirmPlan): Options {
  const effort = effortOf(view);
  const half = Math.floor(effort / 2);
  const partners = deal.kind === 'cooperate' ? without(view.legal.partners, deal.breaks) : view.legal.partners;
  const alone = {
    trade: firmPlan(effort, 0, [], deal),
    research: firmPlan(0, effort, [], deal),
    'trade, research': firmPlan(half, effort - half, [], deal),
  };
  if (partners.length === 0) return alone;
  return {
    ...alone,
    share: firmPlan(0, 0, equalShares(effort, partners), deal),
    'trade, share': firmPlan(half, 0, equalShares(effort - half, partners), deal),
  };
}

function firmDeals(view: BotView, own: FirmPlan, plans: readonly Plan[], seed: number): Options {
  const { legal, seat } = view;
  const sellers = plans.flatMap((plan, other) =>
    dealOf(plan)?.kind === 'sell' && isWith(plan, seat) && legal.buy[other]?.refused === undefined ? [other] : [],
  );
  const buyer = plans.findIndex(
    (plan, other) => dealOf(plan)?.kind === 'buy' && isWith(plan, seat) && legal.sell[other]?.refused === undefined,
  );
  const wished = wishes(view, botRandom(seed, seat), { best: 6 });
  const { partners } = legal;
  const open: readonly (readonly [string, boolean, Deal])[] = [
    ['none', true, NO_DEAL],
    ['new pacts', wished.length > 0, { kind: 'cooperate', wishes: wished, breaks: [] }],
    ['leave partners', partners.length > 0, { kind: 'cooperate', wishes: [], breaks: partners }],
    ['buy', sellers.length > 0, { kind: 'buy', sellers }],
    ['sell', buyer >= 0, { kind: 'sell', buyer }],
    ['loan', legal.loan.refused === undefined, { kind: 'loan' }],
    ['venture', legal.venture.refused === undefined, { kind: 'venture' }],
    ['foreign', legal.foreign.refused === undefined, { kind: 'foreign' }],
    ['leave the tree', legal.leave.refused === undefined, { kind: 'leave' }],
  ];
  return Object.fromEntries(
    open.flatMap(([name, legalNow, deal]) => (legalNow ? [[name, withDeal(own, deal, partners)]] : [])),
  );
}

function dealOf(plan: Plan): Deal | undefined {
  return plan.kind === 'firm' ? plan.deal : undefined;
}

function isWith(plan: Plan, seat: Seat): boolean {
  const deal = dealOf(plan);
  return deal?.kind === 'sell' ? deal.buyer === seat : deal?.kind === 'buy' && deal.sellers.includes(seat);
}

/** Points for seats that are no partners go to research. */
function withDeal(own: FirmPlan, deal: Deal, partners: readonly Seat[]): FirmPlan {
  const left = deal.kind === 'cooperate' ? deal.breaks : [];
  const shares = own.shares.filter(({ to }) => partners.includes(to) && !left.includes(to));
  const shared = shares.reduce((sum, { points }) => sum + tenths(points), 0);
  const before = own.shares.reduce((sum, { points }) => sum + tenths(points), 0);
  return { ...own, shares, research: (tenths(own.research) + before - shared) / 10, deal };
}

/** An open lab needs only half of the points for its full effect; the other half goes to partners, if any. */
function universityPoints(view: BotView, { wishes: wished }: UniversityPlan): Options {
  const effort = effortOf(view);
  const half = Math.floor(effort / 2);
  const { partners } = view.legal;
  const plan = (points: Partial<UniversityPlan>): UniversityPlan => ({
    ...IDLE_UNIVERSITY,
    wishes: wished,
    ...points,
  });
  const alone = {
    publish: plan({ publish: effort / 10 }),
    outside: plan({ outside: effort / 10 }),
    shelter: plan({ shelter: effort / 10 }),
    'open, shelter': plan({ open: half / 10, shelter: (effort - half) / 10 }),
  };
  if (partners.length === 0) return { ...alone, open: plan({ open: half / 10, outside: (effort - half) / 10 }) };
  const shared = Math.min(effort, 10 * partners.length);
  return {
    ...alone,
    open: plan({ open: half / 10, shares: equalShares(effort - half, partners) }),
    share: plan({ shares: equalShares(shared, partners), outside: (effort - shared) / 10 }),
  };
}

/** Puts the whole budget into one instrument. */
function officePoints(view: BotView, own: GovernmentPlan): Options {
  const budget = effortOf(view) / 10;
  return recordOf(POLICY_INSTRUMENTS, (instrument) => ({ ...own, ...IDLE_GOVERNMENT, [instrument]: budget }));
}

function lists(view: BotView, { list: _, ...own }: GovernmentPlan): { readonly certificates?: Options } {
  const to = (worth: (seat: Seat) => number) => withList(own, certificates(view, worth));
  if (!view.legal.list.some(({ refused }) => refused === undefined)) return {};
  const standing = (seat: Seat) => at(view.public.seats, seat).standing;
  return {
    certificates: {
      nobody: own,
      'pact keepers': to((seat) => keptPacts(view, seat)),
      loners: to((seat) => -keptPacts(view, seat)),
      'the largest': to(standing),
      'the smallest': to((seat) => -standing(seat)),
    },
  };
}
