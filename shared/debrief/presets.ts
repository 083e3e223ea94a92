/** Ready-made plans for a what-if, cut to what the seat could do at that moment. */
import { botRandom, policyFor } from '../bots/index.ts';
import type { Seat } from '../engine/actors.ts';
import { leaveRefusal, wishRefusal } from '../engine/legal.ts';
import {
  type Deal,
  FIRM_USES,
  IDLE_GOVERNMENT,
  IDLE_UNIVERSITY,
  NO_CHANGE,
  NO_DEAL,
  type PactChange,
  type Plan,
  POLICY_INSTRUMENTS,
  type Share,
  tenths,
  UNIVERSITY_USES,
} from '../engine/plans.ts';
import { at, budgetOf, partnersOf } from '../engine/queries.ts';
import type { DistrictState } from '../engine/state.ts';
import { viewFor } from '../engine/view.ts';

const FIRM_PRESETS = ['trade', 'research', 'share', 'break', 'loan', 'leave'] as const;
const COMMISSION_PRESETS = [...POLICY_INSTRUMENTS, 'list'] as const;
export type Preset =
  | (typeof FIRM_PRESETS)[number]
  | (typeof UNIVERSITY_USES)[number]
  | (typeof COMMISSION_PRESETS)[number];

export function presetsFor(kind: 'firm' | 'university' | 'bureau' | 'commission'): readonly Preset[] {
  if (kind === 'firm') return FIRM_PRESETS;
  if (kind === 'university') return UNIVERSITY_USES;
  return kind === 'commission' ? COMMISSION_PRESETS : POLICY_INSTRUMENTS;
}

/** `state`: the plan phase to plan in. Undefined if the preset does not fit this kind of seat. */
export function presetPlan(state: DistrictState, seat: Seat, preset: Preset): Plan | undefined {
  const { kind } = at(state.actors, seat);
  if (!presetsFor(kind).includes(preset)) return undefined;
  const { effort } = state.parameters;
  switch (preset) {
    case 'trade':
      return { kind: 'firm', trade: effort, research: 0, shares: [], deal: NO_DEAL };
    case 'research':
      return { kind: 'firm', trade: 0, research: effort, shares: [], deal: NO_DEAL };
    case 'share':
      return sharing(state, seat);
    case 'break': {
      const breaks = partnersOf(state.pacts, seat);
      const deal = breaks.length === 0 ? NO_DEAL : ({ kind: 'cooperate', wishes: [], breaks } as const);
      return { kind: 'firm', trade: effort, research: 0, shares: [], deal };
    }
    case 'loan':
      return { kind: 'firm', trade: effort / 2, research: effort / 2, shares: [], deal: { kind: 'loan' } };
    case 'leave': {
      const deal = leaveRefusal(state, seat) === undefined ? ({ kind: 'leave' } as const) : NO_DEAL;
      return { kind: 'firm', trade: effort / 2, research: effort / 2, shares: [], deal };
    }
    case 'list': {
      const list = listOfZone(state, seat);
      const plan = { ...IDLE_GOVERNMENT, law: budgetOf(state, seat) };
      return list.length === 0 ? plan : { ...plan, list };
    }
    case 'publish':
    case 'outside':
    case 'shelter':
    case 'open':
      return { ...IDLE_UNIVERSITY, [preset]: effort };
    default:
      return { ...IDLE_GOVERNMENT, [preset]: budgetOf(state, seat) };
  }
}

/** The firms the Zone's bot would certify: most pacts kept last round. Empty before certificates begin. */
function listOfZone(state: DistrictState, seat: Seat): readonly Seat[] {
  const plan = policyFor('zone')?.(viewFor(state, seat), botRandom(state.seed, seat));
  return plan?.kind === 'government' ? (plan.list ?? []) : [];
}

const LIVING = 2;

/** Two points of trade; the rest goes in equal tenths to the present partners, and the remainder into own research. */
function sharing(state: DistrictState, seat: Seat): Plan {
  const partners = partnersOf(state.pacts, seat);
  const open = tenths(state.parameters.effort - LIVING);
  const each = partners.length === 0 ? 0 : Math.floor(open / partners.length);
  const shares: readonly Share[] = each === 0 ? [] : partners.map((to) => ({ to, points: each / 10 }));
  return { kind: 'firm', trade: LIVING, research: (open - each * shares.length) / 10, shares, deal: NO_DEAL };
}

// --- A plan of one's own ------------------------------------------------------------------------------------------

/** Uses of points by kind of seat. What a firm or university leaves unplaced is shared with its partners. */
export const OWN_POINTS = {
  firm: FIRM_USES,
  university: UNIVERSITY_USES,
  bureau: POLICY_INSTRUMENTS,
  commission: POLICY_INSTRUMENTS,
} as const;
export type PointsName = (typeof OWN_POINTS)[keyof typeof OWN_POINTS][number];

export const OWN_DEALS = ['none', 'wishAll', 'breakAll', 'sell', 'buy', 'loan', 'venture', 'foreign', 'leave'] as const;
type OwnDeal = (typeof OWN_DEALS)[number];

export interface OwnPlan {
  readonly points: Readonly<Partial<Record<PointsName, number>>>;
  readonly deal: OwnDeal;
  /** The firm to sell to, or to buy. */
  readonly dealWith: Seat;
}

/** May be illegal: the caller plays it on and reports the refusal. */
export function ownPlan(state: DistrictState, seat: Seat, { points, deal, dealWith }: OwnPlan): Plan {
  const { kind } = at(state.actors, seat);
  const of = (name: PointsName) => points[name] ?? 0;
  if (kind === 'bureau' || kind === 'commission') {
    return {
      kind: 'government',
      command: of('command'),
      law: of('law'),
      reform: of('reform'),
      fund: of('fund'),
      training: of('training'),
    };
  }
  const change = pactChange(state, seat, deal);
  const placed = OWN_POINTS[kind].reduce((sum, name) => sum + of(name), 0);
  const shares = sharedEqually(state, seat, state.parameters.effort - placed, change.breaks);
  if (kind === 'university') {
    const own = { publish: of('publish'), outside: of('outside'), shelter: of('shelter'), open: of('open') };
    return { kind, ...own, shares, ...change };
  }
  return { kind, trade: of('trade'), research: of('research'), shares, deal: dealOf(deal, dealWith, change) };
}

function pactChange(state: DistrictState, seat: Seat, deal: OwnDeal): PactChange {
  if (deal === 'breakAll') return { wishes: [], breaks: partnersOf(state.pacts, seat) };
  if (deal !== 'wishAll') return NO_CHANGE;
  const wishes = state.actors.flatMap((other) =>
    wishRefusal(state, seat, other.seat) === undefined ? [other.seat] : [],
  );
  return { wishes, breaks: [] };
}

function dealOf(deal: OwnDeal, dealWith: Seat, change: PactChange): Deal {
  switch (deal) {
    case 'none':
      return NO_DEAL;
    case 'wishAll':
    case 'breakAll':
      return { kind: 'cooperate', ...change };
    case 'sell':
      return { kind: 'sell', buyer: dealWith };
    case 'buy':
      return { kind: 'buy', sellers: [dealWith] };
    default:
      return { kind: deal };
  }
}

/** Equal shares in whole tenths; the remainder goes to the first partner. Empty without partners. */
function sharedEqually(state: DistrictState, seat: Seat, points: number, breaks: readonly Seat[]): readonly Share[] {
  const partners = partnersOf(state.pacts, seat).filter((partner) => !breaks.includes(partner));
  const open = Math.max(0, tenths(points));
  const each = Math.floor(open / partners.length);
  const shares = partners.map((to, index) => ({
    to,
    points: (each + (index === 0 ? open - each * partners.length : 0)) / 10,
  }));
  return shares.filter((share) => share.points > 0);
}
