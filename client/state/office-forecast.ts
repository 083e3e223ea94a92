/**
 * What an office's choices do to itself and to the street over the years, beside doing nothing, by the engine's own
 * look-ahead (`shared/engine/look-ahead.ts`): everybody else goes on as last year, as likely as the office can know.
 */
import type { Seat } from '../../shared/engine/actors.ts';
import { lookAhead } from '../../shared/engine/look-ahead.ts';
import type { Parameters } from '../../shared/engine/parameters.ts';
import {
  type GovernmentPlan,
  type Plan,
  POLICY_INSTRUMENTS,
  type PolicyInstrument,
} from '../../shared/engine/plans.ts';
import type { PublicView } from '../../shared/engine/public-view.ts';
import { at } from '../../shared/engine/queries.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import { planKind } from './draft.ts';
import { yearlyNumbers } from './numbers.ts';

const YEARS = 3;

/** Against another plan: the office's own score, and what the firms of the street learn. */
export interface Moved {
  readonly now: number;
  readonly score: number;
  readonly street: number;
  /** Of that, in the first year. */
  readonly streetNow: number;
}

export interface OfficeForecast {
  readonly years: number;
  readonly plan: Moved;
  /** All points on this one instead: the other pole of the office's dilemma. */
  readonly instead: Moved & { readonly use: 'command' | 'training' };
}

const NOTHING: GovernmentPlan = { kind: 'government', command: 0, law: 0, reform: 0, fund: 0, training: 0 };

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
  return { ...NOTHING, [use]: Math.floor(budget * 10 + 1e-9) / 10, ...(list === undefined ? {} : { list }) };
}

export function officeForecast(view: SeatView, plan: GovernmentPlan): OfficeForecast | undefined {
  const ahead = aheadFor(view);
  if (ahead === undefined) return undefined;
  const { list } = plan;
  const own = ahead.of(plan);
  const nothing = ahead.of(list === undefined ? NOTHING : { ...NOTHING, list });
  const uses = POLICY_INSTRUMENTS.filter((use) => use !== 'command');
  const orders = plan.command > uses.reduce((sum, use) => sum + plan[use], 0);
  const use = orders ? 'training' : 'command';
  const other = ahead.of(allOn(use, plan, view.budget));
  return { years: ahead.years, plan: less(own, nothing), instead: { use, ...less(other, own) } };
}

/** What the year's own points on one use did: the plan beside the same plan without them. */
export function movedBy(view: SeatView, plan: GovernmentPlan, use: PolicyInstrument): Moved | undefined {
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
}

/** Of the chips an office has, and of a university's open lab. */
export function pointEffects(view: SeatView): PointEffects | undefined {
  const kind = planKind(view);
  const ahead = kind === 'firm' ? undefined : aheadFor(view);
  if (ahead === undefined) return undefined;
  const { years, of } = ahead;
  if (kind === 'university') {
    const idle = { kind, publish: 0, outside: 0, shelter: 0, open: 0, shares: [], wishes: [], breaks: [] } as const;
    return { years, uses: { open: less(of({ ...idle, open: 1 }), of(idle)) } };
  }
  const needed = yearlyNumbers(view.public)?.(view.public.round).commandNeeded ?? 0;
  const nothing = of(NOTHING);
  const each = POLICY_INSTRUMENTS.map((use) => {
    const points = use === 'command' ? needed : 1;
    return [use, less(of({ ...NOTHING, [use]: points }), nothing)] as const;
  });
  return { years, uses: Object.fromEntries(each) };
}
