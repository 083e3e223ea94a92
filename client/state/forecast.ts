/**
 * The forecast of a draft: ranges by the engine's own rules (`shared/engine/look-ahead.ts`), with their assumptions.
 *
 * Low: partners give nothing, every rival works on the same project, everybody trades. High: partners give the most of
 * their promise, your share and last year's share, and trust you as you trust them; everyone in a pact shares half
 * their effort. Certificates stay. Prices of mergers and law transfers are left out.
 */

import { OUTLOOKS, type Promised } from '../../shared/engine/assumptions.ts';
import { type ExpectedYear, lookAhead } from '../../shared/engine/look-ahead.ts';
import { omitUndefined } from '../../shared/engine/omit-undefined.ts';
import type { Parameters } from '../../shared/engine/parameters.ts';
import { NO_DEAL, type Plan } from '../../shared/engine/plans.ts';
import type { PublicSeat } from '../../shared/engine/public-view.ts';
import { numberAt } from '../../shared/engine/queries.ts';
import { bureauInnovation, districtInnovation } from '../../shared/engine/score.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import { type Draft, planOf, shareTargets } from './draft.ts';
import { FORESEEN, withoutCommand } from './leaving.ts';
import { type Moved, officeForecast } from './office-forecast.ts';
import { yearsLeft } from './years.ts';

export interface Range {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

export const CAUSES = [
  'partners',
  'taking',
  'rivals',
  'glut',
  'luck',
  'commons',
  'venture',
  'subsidiaries',
  'shelter',
  'leaving',
  'merger',
] as const;
export type Cause = (typeof CAUSES)[number];

export const DANGERS = ['safe', 'risky', 'fails'] as const;
export type Danger = (typeof DANGERS)[number];

export interface Forecast {
  readonly product: Range;
  readonly trade: Range;
  /** Sum of tax, upkeep, debts, investors, pacts and tribute, positive. */
  readonly costs: Range;
  /** Tribute from subsidiaries. */
  readonly fromTree: Range;
  /** Cash the year's deal brings (negative: costs). */
  readonly deal: Range;
  /** Why leaving would fail if last year's command is repeated. */
  readonly leaveRefused?: 'command' | 'cash';
  readonly cash: Range;
  /** Change of knowledge, decay included. */
  readonly knowledge: Range;
  /** Change of score. */
  readonly score: Range;
  /** Part of the score that the last year pays for all innovation (rule C3). */
  readonly atEnd?: number;
  readonly danger: Danger;
  /** Levels that an office's plan changes. */
  readonly street: Pick<ExpectedYear, 'law' | 'distance' | 'fund' | 'commons'>;
  readonly causes: readonly Cause[];
  /** Effect of this year's points of an office or a university by the end, for itself and the street. */
  readonly office?: Moved;
  /** The later round in which this plan runs out of cash; `sure`: even in the likely case. */
  readonly runsOut?: { readonly round: number; readonly sure: boolean };
  /** If repeated, as far as the forecast goes. */
  readonly later?: { readonly years: number; readonly cash: Range; readonly knowledge: Range; readonly score: Range };
}

export type NumbersIn = (round: number) => Parameters;

export function forecast(
  draft: Draft,
  view: SeatView,
  numbersIn: NumbersIn,
  promised: Promised = {},
): Forecast | undefined {
  const own = view.public.seats[view.seat];
  if (own === undefined) return undefined;
  const { round, rounds } = view.public;
  const years = Math.min(FORESEEN, yearsLeft(view.public));
  const { ahead, other } = outlooksOf({ draft, view, numbersIn, promised, years });
  const rangeIn = (year: number) => (of: (expected: ExpectedYear) => number) => {
    const values = [...ahead, ...other].map((expected) => {
      const in_ = expected[year];
      return in_ === undefined ? 0 : of(in_);
    });
    return { low: Math.min(...values), likely: numberAt(values, 1), high: Math.max(...values) };
  };
  const now = rangeIn(0);
  const { books } = view;
  const numbers = numbersIn(round);
  const product = now((year) => year.product);
  const trade = now((year) => year.trade);
  const payers = view.public.seats.filter(
    ({ seat, head, forced }) => head === own.seat && seat !== own.seat && !forced,
  ).length;
  const atMost = numbers.tribute * payers * (product.high + trade.high);
  const paid = now((year) => year.fromTree);
  const settled = now((year) => year.cash);
  const cash = { ...settled, high: settled.high + atMost };
  const { kind } = own;
  const endsNow = kind === 'bureau' && round === rounds;
  const atEnd = ({ innovation }: Pick<ExpectedYear, 'innovation'>) =>
    endsNow ? bureauInnovation(numbers, districtInnovation(view.public.history) + innovation) : 0;
  const scored = now((year) => year.score - view.score + atEnd(year));
  const [, likely] = ahead;
  const [year] = likely ?? [];
  const { law, distance, fund, commons } = year ?? view.public;
  const leaveRefused = year?.leaveRefused;
  const last = rangeIn(years - 1);
  const plan = planOf(draft, view);
  const office = plan.kind === 'firm' ? undefined : officeForecast(view, plan);
  return {
    product,
    trade,
    costs: now((year) => year.costs),
    fromTree: { ...paid, high: Math.max(paid.high, atMost) },
    deal: now((year) => year.deal),
    ...omitUndefined({ leaveRefused }),
    cash,
    knowledge: now((year) => year.knowledge - books.knowledge),
    score: { ...scored, high: scored.high + atMost },
    ...(endsNow && year !== undefined ? { atEnd: atEnd(year) } : {}),
    danger: draft.kind !== 'firm' || cash.low >= 0 ? 'safe' : cash.high < 0 ? 'fails' : 'risky',
    ...omitUndefined({ runsOut: draft.kind === 'firm' && cash.low >= 0 ? runsOut(ahead, round) : undefined }),
    street: { law, distance, fund, commons },
    causes: causesOf(draft, view, own),
    ...omitUndefined({ office }),
    ...(years < 2
      ? {}
      : {
          later: {
            years,
            cash: last((year) => year.cash),
            knowledge: last((year) => year.knowledge),
            score: last((year) => year.score),
          },
        }),
  };
}

interface LookingAhead {
  readonly draft: Draft;
  readonly view: SeatView;
  readonly numbersIn: NumbersIn;
  readonly promised: Promised;
  readonly years: number;
}

/** The years ahead in each outlook. `other`: the same if a firm that leaves is held, or is not. */
function outlooksOf({ draft, view, numbersIn, promised, years }: LookingAhead) {
  const looks = (seen: SeatView, plan: Plan) =>
    OUTLOOKS.map((outlook) => lookAhead({ view: seen, plan, numbersIn, promised, outlook, years }));
  const plan = planOf(draft, view);
  const ahead = looks(view, plan);
  // Whether command holds the firm is unknown, so the range includes both.
  const held = ahead[1]?.[0]?.leaveRefused;
  const listed = view.public.seats[view.seat]?.listed === true;
  if (plan.kind !== 'firm' || plan.deal.kind !== 'leave' || listed || held === 'cash') return { ahead, other: [] };
  const other = held === 'command' ? looks(withoutCommand(view), plan) : looks(view, { ...plan, deal: NO_DEAL });
  return { ahead, other };
}

function runsOut([low = [], likely = []]: readonly (readonly ExpectedYear[])[], round: number): Forecast['runsOut'] {
  const without = (years: readonly ExpectedYear[]) => years.findIndex(({ cash }) => cash < 0);
  const [sure, badly] = [without(likely), without(low)];
  if (sure !== -1) return { round: round + sure, sure: true };
  return badly !== -1 ? { round: round + badly, sure: false } : undefined;
}

function rivalsOf(view: SeatView, own: PublicSeat): number {
  return view.public.seats.filter(
    (other) => other.kind === 'firm' && other.seat !== own.seat && other.field === own.field && other.head !== own.head,
  ).length;
}

function causesOf(draft: Draft, view: SeatView, own: PublicSeat): readonly Cause[] {
  const shares = shareTargets(draft, view).length > 0;
  const research = (draft.uses.research ?? 0) > 0;
  const firm = draft.kind === 'firm';
  const applies: Readonly<Record<Cause, boolean>> = {
    partners: shares,
    taking: view.legal.partners.some((seat) => (view.received[seat] ?? 0) > 0 && (draft.shares[seat] ?? 0) === 0),
    rivals: research && rivalsOf(view, own) > 0,
    glut: (draft.uses.trade ?? 0) > 0,
    luck: draft.kind !== 'government',
    commons: firm && (research || shares),
    venture: firm && draft.verb === 'capital' && draft.capital === 'venture',
    subsidiaries: own.head === own.seat && own.treeSize > 1,
    shelter: own.parent !== undefined,
    leaving: firm && draft.verb === 'leave' && own.listed !== true,
    merger: firm && draft.verb === 'merge',
  };
  return CAUSES.filter((cause) => applies[cause]);
}
