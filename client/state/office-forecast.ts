/**
 * Forecast for an office or university: effects of this year's choices on itself and the street until the end, against
 * doing nothing this year. By the engine's look-ahead (`shared/engine/look-ahead.ts`), likely case. Afterwards it
 * repeats last year without command, and so does everybody else.
 */

import type { Seat } from '../../shared/engine/actors.ts';
import { type ExpectedYear, lookAhead } from '../../shared/engine/look-ahead.ts';
import { omitUndefined } from '../../shared/engine/omit-undefined.ts';
import {
  type GovernmentPlan,
  IDLE_GOVERNMENT,
  IDLE_UNIVERSITY,
  type Plan,
  POLICY_INSTRUMENTS,
  type PolicyInstrument,
  UNIVERSITY_USES,
  type UniversityPlan,
} from '../../shared/engine/plans.ts';
import { at } from '../../shared/engine/queries.ts';
import { bureauInnovation, districtInnovation } from '../../shared/engine/score.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import { planKind, type Use } from './draft.ts';
import { numbersOf, yearlyNumbers } from './game-parameters.ts';
import { yearsLeft } from './years.ts';

/** Differences from another plan: the office's own score, and the knowledge of the street's firms. */
export interface Moved {
  /** Own score this year. */
  readonly now: number;
  /** Own score by the end. */
  readonly score: number;
  readonly street: number;
  /** The street's knowledge this year. */
  readonly streetNow: number;
}

export type OfficeUse = PolicyInstrument | (typeof UNIVERSITY_USES)[number];
/** Plans with this forecast; firms have one of their own. */
export type OfficePlan = GovernmentPlan | UniversityPlan;

export interface Instead extends Moved {
  readonly use: OfficeUse;
}

/** `then`: the plan afterwards, by default last year's. */
type Ahead = (plan: Plan, then?: Plan) => Moved;

/** How a plan turns out over the years ahead, for the seat and the street. */
export function outcomeOf(expected: readonly ExpectedYear[]): Moved {
  const first = at(expected, 0);
  return {
    now: first.score,
    score: at(expected, expected.length - 1).score,
    street: districtInnovation(expected),
    streetNow: first.innovation,
  };
}

/** A function for repeated look-aheads of one seat; undefined if the parameters are unknown. */
function aheadFor(view: SeatView): Ahead | undefined {
  const numbersIn = yearlyNumbers(view.public);
  if (numbersIn === undefined) return undefined;
  const { round, seats } = view.public;
  const bureau = seats[view.seat]?.kind === 'bureau';
  const years = yearsLeft(view.public);
  const kind = planKind(view);
  const again = nextYears(view, kind);
  return (plan, then = again) => {
    const expected = lookAhead({ view, plan, then, numbersIn, outlook: 'likely', years });
    const { now, score, street, streetNow } = outcomeOf(expected);
    // The bureau's payment for innovation counts as saved until the end.
    const saved = bureau ? bureauInnovation(numbersIn(round), street) : 0;
    return { now: now - view.score, score: score - view.score + saved, street, streetNow };
  };
}

function nextYears(view: SeatView, kind: Plan['kind']): Plan {
  if (kind !== 'university') return policyAgain(view);
  return view.lastPlan?.kind === 'university' ? view.lastPlan : IDLE_UNIVERSITY;
}

/**
 * Last year's policy without command: the effect of holding firms shows only if the next year does not hold them too.
 */
function policyAgain({ lastPlan }: SeatView): GovernmentPlan {
  return lastPlan?.kind === 'government' ? { ...lastPlan, command: 0 } : IDLE_GOVERNMENT;
}

export function less(one: Moved, other: Moved): Moved {
  return {
    now: one.now - other.now,
    score: one.score - other.score,
    street: one.street - other.street,
    streetNow: one.streetNow - other.streetNow,
  };
}

/** The plan without points; certificates and wishes stay. */
function without(plan: OfficePlan): OfficePlan {
  if (plan.kind === 'university') return { ...IDLE_UNIVERSITY, wishes: plan.wishes, breaks: plan.breaks };
  return { ...IDLE_GOVERNMENT, ...omitUndefined({ list: plan.list }) };
}

/** Against doing nothing this year. */
export function officeForecast(view: SeatView, plan: OfficePlan): Moved | undefined {
  const ahead = aheadFor(view);
  return ahead && less(ahead(plan), ahead(without(plan)));
}

/** Effects of putting all points into a single use, against the plan. */
export function instead(view: SeatView, plan: OfficePlan): readonly Instead[] {
  const ahead = aheadFor(view);
  if (ahead === undefined) return [];
  const own = ahead(plan);
  return wholes(view, plan).map(([use, whole]) => ({ use, ...less(ahead(whole), own) }));
}

function wholes(view: SeatView, plan: OfficePlan): readonly (readonly [OfficeUse, OfficePlan])[] {
  const nothing = without(plan);
  const { budget } = view;
  if (nothing.kind === 'government') return POLICY_INSTRUMENTS.map((use) => [use, { ...nothing, [use]: budget }]);
  const { scorePublish = 0, scoreOutside = 0, scoreOpenFull = 0 } = numbersOf(view.public) ?? {};
  const closed = scoreOutside > scorePublish ? 'outside' : 'publish';
  // An open lab gets what opens it fully; the rest goes where it scores most at once.
  const open = Math.min(budget, scoreOpenFull);
  return [
    [closed, { ...nothing, [closed]: budget }],
    ['shelter', { ...nothing, shelter: budget }],
    ['open', { ...nothing, open, [closed]: budget - open }],
  ];
}

/** Effect of one use's points: the plan against the same plan without them. */
export function movedBy(view: SeatView, plan: OfficePlan, use: OfficeUse): Moved | undefined {
  const ahead = aheadFor(view);
  return ahead && less(ahead(plan), ahead({ ...plan, [use]: 0 }));
}

/** Effect of each certificate by firm, against the same plan without it; later certificates are as planned. */
export function movedBySeals(view: SeatView, plan: GovernmentPlan, firms: readonly Seat[]): ReadonlyMap<Seat, Moved> {
  const ahead = aheadFor(view);
  if (ahead === undefined) return new Map();
  const { list = [] } = plan;
  const then = { ...policyAgain(view), list };
  const certifying = (names: readonly Seat[]) => ahead({ ...plan, list: names }, then);
  const own = certifying(list);
  return new Map(
    firms.map((seat) => {
      const rest = list.filter((other) => other !== seat);
      if (rest.length < list.length) return [seat, less(own, certifying(rest))] as const;
      return [seat, less(certifying([...list, seat]), own)] as const;
    }),
  );
}

export interface Effects {
  /** Points on each use. */
  readonly points: number;
  readonly uses: Readonly<Partial<Record<Use, Moved>>>;
  /** Effect of a university's next point for each partner. */
  readonly partners: ReadonlyMap<Seat, Moved>;
}

/**
 * Effect of an office's whole budget on each use, or of a university's next point after those already placed: three points
 * open its lab fully, and a fourth adds little.
 */
export function effectsOf(
  view: SeatView,
  list: readonly Seat[],
  placed: UniversityPlan = IDLE_UNIVERSITY,
): Effects | undefined {
  const kind = planKind(view);
  const ahead = kind === 'firm' ? undefined : aheadFor(view);
  if (ahead === undefined) return undefined;
  const government = kind === 'government';
  const idle: OfficePlan = government ? { ...IDLE_GOVERNMENT, list } : placed;
  const nothing = ahead(idle);
  const points = government ? view.budget : 1;
  const uses = (government ? POLICY_INSTRUMENTS : UNIVERSITY_USES).map((use) => {
    return [use, less(ahead(withMore(idle, use, points)), nothing)] as const;
  });
  const partners = (government ? [] : view.legal.partners).map((to) => {
    return [to, less(ahead(sharingMore(placed, to)), nothing)] as const;
  });
  return { points, uses: Object.fromEntries(uses), partners: new Map(partners) };
}

function withMore(plan: OfficePlan, use: OfficeUse, points: number): OfficePlan {
  const had: Readonly<Partial<Record<OfficeUse, number>>> = plan;
  return { ...plan, [use]: (had[use] ?? 0) + points };
}

function sharingMore(plan: UniversityPlan, to: Seat): UniversityPlan {
  const had = plan.shares.find((share) => share.to === to)?.points ?? 0;
  return { ...plan, shares: [...plan.shares.filter((share) => share.to !== to), { to, points: had + 1 }] };
}
