/**
 * What a seat may expect of a plan, by the engine's own rules: its view is completed to a district as it could be, and
 * that district is resolved. Everything the seat cannot know is assumed, for the worse, for the likely, for the better.
 *
 * Nothing of the future is told: the demand shift, if it has not come, does not come, and nobody is failed or absorbed.
 */

import type { Seat } from './actors.ts';
import { dealCash } from './deal-cash.ts';
import { evolve } from './evolve.ts';
import { noFlows } from './flows.ts';
import { Guess, type Outlook, type Promised } from './guess.ts';
import type { Parameters } from './parameters.ts';
import type { RoundFlows } from './parts.ts';
import { NO_DEAL, type Plan } from './plans.ts';
import { at } from './queries.ts';
import { resolve } from './resolve.ts';
import type { RoundEvent } from './round-events.ts';
import { scoreOf } from './score.ts';
import type { DistrictState } from './state.ts';
import type { SeatView } from './view.ts';

export interface ExpectedYear {
  readonly product: number;
  readonly trade: number;
  /** Everything that goes out, as a positive number. */
  readonly costs: number;
  /** What its subsidiaries pay it. */
  readonly fromTree: number;
  /** What its deal brings in cash, or costs. */
  readonly deal: number;
  /** Its leaving, if the year refuses it. */
  readonly leaveRefused?: 'command' | 'cash';
  /** As the books are settled, before anybody is rescued or fails. */
  readonly cash: number;
  readonly knowledge: number;
  readonly score: number;
  readonly law: number;
  readonly distance: number;
  readonly fund: number;
  readonly commons: number;
  /** What all firms learn in this year. */
  readonly innovation: number;
}

export interface LookAhead {
  readonly view: SeatView;
  readonly plan: Plan;
  /** What it plans from the second year on; the same where not said. */
  readonly then?: Plan;
  /** Of a round: what a year does to the numbers is known for as long as it was told. */
  readonly numbersIn: (round: number) => Parameters;
  readonly promised?: Promised;
  readonly outlook: Outlook;
  readonly years: number;
  /** A firm is taken into this one's tree at its own price before the first year, and makes no other deal. */
  readonly joins?: Seat;
  /** A firm leaves its tree in this of the years, 0 being the first, and makes no other deal. */
  readonly leaves?: number;
}

/** The years from this one on, if everybody goes on like this. */
export function lookAhead({
  view,
  plan,
  then = plan,
  numbersIn,
  promised = {},
  outlook,
  years,
  joins,
  leaves,
}: LookAhead): readonly ExpectedYear[] {
  const guess = new Guess(view, outlook, promised);
  const expected: ExpectedYear[] = [];
  const founded = guess.district(numbersIn(view.public.round));
  let state = joins === undefined ? founded : joined(founded, view, joins);
  for (let year = 0; year < years; year++) {
    const round = view.public.round + year;
    const goes = year === 0 && leaves === undefined && joins === undefined ? plan : goingOn(then);
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

function joined(state: DistrictState, { seat, quotes }: SeatView, owner: Seat): DistrictState {
  const sold = at(state.firms, seat);
  const firms = state.firms.slice();
  firms[seat] = { ...sold, owner, cash: sold.cash + quotes.ownPrice };
  return { ...state, firms };
}

/** Deals are made once; pacts stand. */
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
  const of = (name: Exclude<keyof RoundFlows, 'shared'>) => flows[name][seat] ?? 0;
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
