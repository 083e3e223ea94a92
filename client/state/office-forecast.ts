/**
 * What the choices of an office or a university do to itself and to the street over the years, beside doing nothing, by the engine's own
 * look-ahead (`shared/engine/look-ahead.ts`): everybody else goes on as last year, as likely as the office can know.
 */

import type { Seat } from '../../shared/engine/actors.ts';
import { given } from '../../shared/engine/given.ts';
import { lookAhead } from '../../shared/engine/look-ahead.ts';
import type { Parameters } from '../../shared/engine/parameters.ts';
import {
  type GovernmentPlan,
  type Plan,
  POLICY_INSTRUMENTS,
  type PolicyInstrument,
  type UniversityPlan,
} from '../../shared/engine/plans.ts';
import type { PublicView } from '../../shared/engine/public-view.ts';
import { at } from '../../shared/engine/queries.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import { planKind } from './draft.ts';
import { numbersOf, yearlyNumbers } from './numbers.ts';

const YEARS = 3;

/** Against another plan: the office's own score, and what the firms of the street learn. */
export interface Moved {
  readonly now: number;
  readonly score: number;
  readonly street: number;
  /** The part of it in the first year. */
  readonly streetNow: number;
}

export interface OfficeForecast {
  readonly years: number;
  readonly plan: Moved;
  /** The points on this instead: the other pole of the seat's dilemma. */
  readonly instead: Moved & { readonly use: Pole };
}

/** An open lab takes as much as opens it fully; the rest goes where it scores most at once. */
export type Pole = 'command' | 'training' | 'open' | 'publish' | 'outside';
/** Whose forecast this is: firms have their own. */
export type OfficePlan = GovernmentPlan | UniversityPlan;

const NOTHING: GovernmentPlan = { kind: 'government', command: 0, law: 0, reform: 0, fund: 0, training: 0 };
const IDLE = { publish: 0, outside: 0, shelter: 0, open: 0, shares: [] } as const;

type NumbersIn = (round: number) => Parameters;

interface Ahead {
  readonly years: number;
  readonly of: (plan: Plan) => Moved;
}

/** As many as are left, and no more than can be foreseen. */
export function yearsAhead({ round, rounds }: PublicView): number {
  return Math.max(1, Math.min(YEARS, rounds - round + 1));
}

/** One look-ahead after another for the same seat; undefined where the numbers are not known. */
function aheadFor(view: SeatView): Ahead | undefined {
  const numbersIn: NumbersIn | undefined = yearlyNumbers(view.public);
  if (numbersIn === undefined) return undefined;
  const { round, seats } = view.public;
  const bureau = seats[view.seat]?.kind === 'bureau';
  const years = yearsAhead(view.public);
  const of = (plan: Plan): Moved => {
    const expected = lookAhead({ view, plan, numbersIn, outlook: 'likely', years });
    const street = expected.reduce((sum, { innovation }) => sum + innovation, 0);
    // A bureau is paid for innovation at the end: until then it is saved up.
    const saved = bureau ? numbersIn(round).scoreBureauInnovation * street : 0;
    return {
      now: at(expected, 0).score - view.score,
      score: at(expected, years - 1).score - view.score + saved,
      street,
      streetNow: at(expected, 0).innovation,
    };
  };
  return { years, of };
}

function less(one: Moved, other: Moved): Moved {
  return {
    now: one.now - other.now,
    score: one.score - other.score,
    street: one.street - other.street,
    streetNow: one.streetNow - other.streetNow,
  };
}

/** Everything the budget allows on one use; who is certified stays. */
function allOn(use: PolicyInstrument, { list }: GovernmentPlan, budget: number): GovernmentPlan {
  return { ...NOTHING, [use]: Math.floor(budget * 10 + 1e-9) / 10, ...given({ list }) };
}

/** Beside doing nothing, and beside the other pole. */
export function officeForecast(view: SeatView, plan: OfficePlan): OfficeForecast | undefined {
  const ahead = aheadFor(view);
  const numbers = numbersOf(view.public);
  if (ahead === undefined || numbers === undefined) return undefined;
  const [nothing, use, pole] = plan.kind === 'government' ? ofOffice(plan, view.budget) : ofLab(plan, view, numbers);
  const own = ahead.of(plan);
  return {
    years: ahead.years,
    plan: less(own, ahead.of(nothing)),
    instead: { use, ...less(ahead.of(pole), own) },
  };
}

type Poles = readonly [nothing: OfficePlan, use: Pole, pole: OfficePlan];

function ofOffice(plan: GovernmentPlan, budget: number): Poles {
  const { list } = plan;
  const uses = POLICY_INSTRUMENTS.filter((use) => use !== 'command');
  const orders = plan.command > uses.reduce((sum, use) => sum + plan[use], 0);
  const use = orders ? 'training' : 'command';
  return [list === undefined ? NOTHING : { ...NOTHING, list }, use, allOn(use, plan, budget)];
}

/** Papers or contracts, whichever scores more this year, against an open lab; whom it signs with stays. */
function ofLab(plan: UniversityPlan, { budget }: SeatView, numbers: Parameters): Poles {
  const { scorePublish, scoreOutside, scoreOpenFull } = numbers;
  const closed = scoreOutside > scorePublish ? 'outside' : 'publish';
  const idle = { ...plan, ...IDLE };
  if (plan.open + plan.shares.reduce((sum, { points }) => sum + points, 0) >= budget / 2)
    return [idle, closed, { ...idle, [closed]: budget }];
  const open = Math.min(budget, scoreOpenFull);
  return [idle, 'open', { ...idle, open, [closed]: budget - open }];
}

/** What the year's own points on one use did: the plan beside the same plan without them. */
export function movedBy(view: SeatView, plan: OfficePlan, use: PolicyInstrument | 'open'): Moved | undefined {
  const ahead = aheadFor(view);
  return ahead && less(ahead.of(plan), ahead.of({ ...plan, [use]: 0 }));
}

/** What a seal does, beside the same plan without it. */
export function movedBySeal(view: SeatView, plan: GovernmentPlan, seat: Seat): Moved | undefined {
  const ahead = aheadFor(view);
  const list = (plan.list ?? []).filter((other) => other !== seat);
  return ahead && less(ahead.of({ ...plan, list: [...list, seat] }), ahead.of({ ...plan, list }));
}

export interface PointEffects {
  readonly years: number;
  /** A point on each; of command, as much as moves somebody. */
  readonly uses: Readonly<Partial<Record<PolicyInstrument | 'open', Moved>>>;
  /** A university's first point for each partner. */
  readonly partners: ReadonlyMap<Seat, Moved>;
}

/** What a point does, for an office's chips and for a university's open lab and partners. */
export function pointEffects(view: SeatView): PointEffects | undefined {
  const kind = planKind(view);
  const ahead = kind === 'firm' ? undefined : aheadFor(view);
  if (ahead === undefined) return undefined;
  const { years, of } = ahead;
  if (kind === 'university') {
    const idle: UniversityPlan = { kind, ...IDLE, wishes: [], breaks: [] };
    const nothing = of(idle);
    const partners = view.legal.partners.map(
      (to) => [to, less(of({ ...idle, shares: [{ to, points: 1 }] }), nothing)] as const,
    );
    return { years, uses: { open: less(of({ ...idle, open: 1 }), nothing) }, partners: new Map(partners) };
  }
  const needed = yearlyNumbers(view.public)?.(view.public.round).commandNeeded ?? 0;
  const nothing = of(NOTHING);
  const each = POLICY_INSTRUMENTS.map((use) => {
    const points = use === 'command' ? needed : 1;
    return [use, less(of({ ...NOTHING, [use]: points }), nothing)] as const;
  });
  return { years, uses: Object.fromEntries(each), partners: new Map() };
}
