/**
 * Forecasts a plan by the engine's own rules: completes a seat's view to a possible district and resolves it. What the
 * seat cannot know is guessed three times: worst, likely, best.
 *
 * No forecast reveals the future: demand does not turn unless it has, and no firm fails or is absorbed.
 */

import type { Seat } from './actors.ts';
import { Guess, type Outlook, type Promised } from './assumptions.ts';
import { dealCash } from './deal-cash.ts';
import { evolve } from './evolve.ts';
import { noFlows } from './flows.ts';
import type { Parameters } from './parameters.ts';
import type { FlowName } from './parts.ts';
import { NO_DEAL, type Plan } from './plans.ts';
import { at, numberAt } from './queries.ts';
import { resolve } from './resolve.ts';
import type { RoundEvent } from './round-events.ts';
import { priceOf } from './rules/deals.ts';
import { scoreOf } from './score.ts';
import type { DistrictState } from './state.ts';
import type { SeatView } from './view.ts';

export interface ExpectedYear {
  readonly product: number;
  readonly trade: number;
  /** Sum of all costs in cash, positive. */
  readonly costs: number;
  /** Tribute from its subsidiaries. */
  readonly fromTree: number;
  /** Cash its deal brings (negative: costs). */
  readonly deal: number;
  /** Why leaving its tree would fail. */
  readonly leaveRefused?: 'command' | 'cash';
  /** Cash after all payments, before any rescue or failure. */
  readonly cash: number;
  readonly knowledge: number;
  readonly score: number;
  readonly law: number;
  readonly distance: number;
  readonly fund: number;
  readonly commons: number;
  /** What all firms learn this year. */
  readonly innovation: number;
}

export interface LookAhead {
  readonly view: SeatView;
  readonly plan: Plan;
  /** The plan from the second year on; absent: the same plan. */
  readonly then?: Plan;
  /** Parameters of a round: a year's changes are known as far as the news told them. */
  readonly numbersIn: (round: number) => Parameters;
  readonly promised?: Promised;
  readonly outlook: Outlook;
  readonly years: number;
  /** A firm that joins this tree at its own price before the first year; it makes no other deal. */
  readonly joins?: Seat;
  /** A firm that this one takes over at its likely price before the first year; it makes no other deal. */
  readonly takes?: Seat;
  /** The year, 0 being the first, in which a firm leaves its tree; it makes no other deal. */
  readonly leaves?: number;
}

/** Forecast of the years from this one on, if everybody goes on alike. */
export function lookAhead({
  view,
  plan,
  then = plan,
  numbersIn,
  promised = {},
  outlook,
  years,
  joins,
  takes,
  leaves,
}: LookAhead): readonly ExpectedYear[] {
  const guess = new Guess(view, outlook, promised);
  const expected: ExpectedYear[] = [];
  const founded = guess.district(numbersIn(view.public.round));
  let state = merged(founded, view, { joins, takes });
  const dealt = joins !== undefined || takes !== undefined || leaves !== undefined;
  for (let year = 0; year < years; year++) {
    const round = view.public.round + year;
    const goes = year === 0 && !dealt ? plan : goingOn(then);
    const own = leaves === year ? leaving(goes) : goes;
    const parameters = guess.parameters(numbersIn(round));
    state = { ...state, round, parameters };
    state = { ...state, plans: guess.plans(state, own, year) };
    const before = state;
    const { events, after } = resolve(before);
    state = guess.settled(before, after);
    expected.push(yearOf(before, events, after, view.seat));
  }
  return expected;
}

function merged(
  state: DistrictState,
  { seat, quotes }: SeatView,
  { joins, takes }: { readonly joins: Seat | undefined; readonly takes: Seat | undefined },
): DistrictState {
  const sales: RoundEvent[] = [];
  if (joins !== undefined) sales.push({ type: 'FirmSold', seller: seat, buyer: joins, price: quotes.ownPrice });
  if (takes !== undefined) sales.push({ type: 'FirmSold', seller: takes, buyer: seat, price: priceOf(state, takes) });
  return sales.reduce(evolve, state);
}

/** The plan to repeat: deals happen once, pacts stay. */
function goingOn(plan: Plan): Plan {
  if (plan.kind === 'firm') return { ...plan, deal: NO_DEAL };
  return plan.kind === 'university' ? { ...plan, wishes: [], breaks: [] } : plan;
}

function leaving(plan: Plan): Plan {
  return plan.kind === 'firm' ? { ...plan, deal: { kind: 'leave' } } : plan;
}

function yearOf(before: DistrictState, events: readonly RoundEvent[], after: DistrictState, seat: Seat): ExpectedYear {
  const distress = events.findIndex(({ type }) => type === 'FirmRescued' || type === 'FirmFailed');
  const untilThen = distress < 0 ? events : events.slice(0, distress);
  let settled = before;
  for (const event of untilThen) settled = evolve(settled, event);
  const refused = events.find((event) => event.type === 'LeaveRefused' && event.firm === seat);
  const { flows = noFlows(after.actors.length) } = after;
  const of = (name: FlowName) => numberAt(flows[name], seat);
  const { cash, knowledge } = at(settled.firms, seat);
  return {
    product: of('product'),
    trade: of('trade'),
    costs:
      of('tax') +
      of('investorFees') +
      of('upkeep') +
      of('debtService') +
      of('pactCosts') +
      Math.max(0, 0 - of('tribute')),
    fromTree: Math.max(0, of('tribute')),
    deal: dealCash(untilThen, seat),
    ...(refused?.type === 'LeaveRefused' ? { leaveRefused: refused.why } : {}),
    cash,
    knowledge,
    score: scoreOf(after, seat),
    law: after.law,
    distance: after.distance,
    fund: after.fund,
    commons: after.commons,
    innovation: after.history.at(-1)?.innovation ?? 0,
  };
}
