/**
 * A seat's decision for a round: secret until the reveal, replaceable until the plan phase ends.
 *
 * Points are multiples of a tenth. A firm and a university place all of theirs (rule E1); a government body may leave
 * budget unspent.
 */
import type { Seat } from './actors.ts';

/** Effort shared with one pact partner, in points (> 0). */
export interface Share {
  readonly to: Seat;
  readonly points: number;
}

/**
 * A firm makes at most one deal a round. `cooperate` states pact wishes and breaks; a pact needs both wishes. `buy`
 * consents to taking over any of the named firms, `sell` to being taken over with one's tree.
 */
export type Deal =
  | { readonly kind: 'none' }
  | { readonly kind: 'cooperate'; readonly wishes: readonly Seat[]; readonly breaks: readonly Seat[] }
  | { readonly kind: 'buy'; readonly sellers: readonly Seat[] }
  | { readonly kind: 'sell'; readonly buyer: Seat }
  | { readonly kind: 'loan' }
  | { readonly kind: 'venture' }
  | { readonly kind: 'foreign' }
  /** An owned firm buys itself out of its tree (rule D9). */
  | { readonly kind: 'leave' };

export interface FirmPlan {
  readonly kind: 'firm';
  readonly trade: number;
  readonly research: number;
  readonly shares: readonly Share[];
  readonly deal: Deal;
}

export interface UniversityPlan {
  readonly kind: 'university';
  readonly publish: number;
  /** Contracts for provinces outside Beijing. */
  readonly outside: number;
  /** Shelter for its own spin-offs. */
  readonly shelter: number;
  /** The lab opened to the whole district. */
  readonly open: number;
  readonly shares: readonly Share[];
  readonly wishes: readonly Seat[];
  readonly breaks: readonly Seat[];
}

/** Uses of points beside partners. */
export const FIRM_USES = ['trade', 'research'] as const;
export const UNIVERSITY_USES = ['publish', 'outside', 'shelter', 'open'] as const;

export const POLICY_INSTRUMENTS = ['command', 'law', 'reform', 'fund', 'training'] as const;
export type PolicyInstrument = (typeof POLICY_INSTRUMENTS)[number];

export interface GovernmentPlan {
  readonly kind: 'government';
  readonly command: number;
  readonly law: number;
  /** Lowers ownership distance. */
  readonly reform: number;
  /** Fills the venture fund. */
  readonly fund: number;
  /** Training and infrastructure: adds to common knowledge. */
  readonly training: number;
  /** The firms the Commission certifies this round, in seat order (rule G7); absent where it names none. */
  readonly list?: readonly Seat[];
}

export type Plan = FirmPlan | UniversityPlan | GovernmentPlan;

/** The pacts that a plan asks for, and those that it ends. */
export interface PactChange {
  readonly wishes: readonly Seat[];
  readonly breaks: readonly Seat[];
}

export const NO_CHANGE: PactChange = { wishes: [], breaks: [] };

export function pactChangeIn(plan: Plan | undefined): PactChange {
  if (plan?.kind === 'university') return plan;
  return plan?.kind === 'firm' ? pactChangeOf(plan.deal) : NO_CHANGE;
}

export function pactChangeOf(deal: Deal): PactChange {
  return deal.kind === 'cooperate' ? deal : NO_CHANGE;
}

/** Points of command; 0 in any plan but an office's. */
export function commandIn(plan: Plan | undefined): number {
  return plan?.kind === 'government' ? plan.command : 0;
}

/** Points that an office spends. */
export function pointsSpent(plan: GovernmentPlan): number {
  return POLICY_INSTRUMENTS.reduce((sum, instrument) => sum + plan[instrument], 0);
}

/** Points that a plan shares with partners. */
export function sharedIn({ shares }: { readonly shares: readonly Share[] }): number {
  return shares.reduce((sum, { points }) => sum + points, 0);
}

/** Points as whole tenths, so that sums are exact. */
export function tenths(points: number): number {
  return Math.round(points * 10);
}

export const NO_DEAL: Deal = { kind: 'none' };

/** The seats that a plan wishes pacts with. */
export function wishesOf(plan: Plan): readonly Seat[] {
  return pactChangeIn(plan).wishes;
}

/** Nothing spent, which an office may file. */
export const IDLE_GOVERNMENT: GovernmentPlan = {
  kind: 'government',
  command: 0,
  law: 0,
  reform: 0,
  fund: 0,
  training: 0,
};

/** A base for other plans; a filed plan must place all its points. */
export const IDLE_UNIVERSITY: UniversityPlan = {
  kind: 'university',
  publish: 0,
  outside: 0,
  shelter: 0,
  open: 0,
  shares: [],
  wishes: [],
  breaks: [],
};
