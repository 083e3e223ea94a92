/** A seat's result of the last round, told to that seat alone: its plan, sums and deals. */

import { isGovernment, type PlanDecider, type Seat } from './actors.ts';
import { memoizeBySeat } from './memoize.ts';
import type { FlowName } from './parts.ts';
import type { Plan } from './plans.ts';
import { at, isSideOf, numberAt } from './queries.ts';
import type { RoundEvent } from './round-events.ts';
import { startScore } from './score.ts';
import type { DistrictState } from './state.ts';

/** A firm's books of the last round, in cash; knowledge in knowledge points. */
export interface OwnResult extends Readonly<Record<FlowName, number>> {
  readonly round: number;
  readonly plan: Plan;
  readonly by: PlanDecider;
  readonly scoreBefore: number;
  readonly score: number;
  /** The seat's own deals: loan granted, venture refused, price paid or received, rescue received. */
  readonly happenings: readonly RoundEvent[];
  /** For offices, which fill the fund: firms that asked for venture capital, and which got it (rule V2). */
  readonly askedTheFund?: readonly FundAsked[];
}

export interface FundAsked {
  readonly firm: Seat;
  readonly granted: boolean;
}

export function ownResult(state: DistrictState, seat: Seat): OwnResult | undefined {
  const { flows, history, parameters } = state;
  const last = history.at(-1);
  const plan = state.lastPlans[seat];
  const by = state.lastBy[seat];
  if (last === undefined || flows === undefined || plan === undefined || by === undefined) return undefined;
  const actor = at(state.actors, seat);
  const start = actor.kind === 'firm' ? startScore(parameters) : 0;
  const result = {
    round: last.round,
    plan,
    by,
    product: numberAt(flows.product, seat),
    trade: numberAt(flows.trade, seat),
    tax: numberAt(flows.tax, seat),
    upkeep: numberAt(flows.upkeep, seat),
    debtService: numberAt(flows.debtService, seat),
    investorFees: numberAt(flows.investorFees, seat),
    tribute: numberAt(flows.tribute, seat),
    pactCosts: numberAt(flows.pactCosts, seat),
    knowledgeGained: numberAt(flows.knowledgeGained, seat),
    fromResearch: numberAt(flows.fromResearch, seat),
    fromPacts: numberAt(flows.fromPacts, seat),
    fromCommons: numberAt(flows.fromCommons, seat),
    fromShelter: numberAt(flows.fromShelter, seat),
    scoreBefore: history.at(-2)?.scores[seat] ?? start,
    score: numberAt(last.scores, seat),
    happenings: ownEvents(state, seat),
  };
  return isGovernment(actor) ? { ...result, askedTheFund: askersIn(state.lastRound) } : result;
}

const ownEvents = memoizeBySeat(
  ({ lastRound }: DistrictState) => [lastRound],
  ({ lastRound }, seat): readonly RoundEvent[] => lastRound.filter((event) => concerns(event, seat)),
);

function askersIn(events: readonly RoundEvent[]): readonly FundAsked[] {
  return events.flatMap((event) =>
    event.type === 'VentureGranted' || event.type === 'VentureRefused'
      ? [{ firm: event.firm, granted: event.type === 'VentureGranted' }]
      : [],
  );
}

/** Whether the event is this seat's own deal or fate, told to it in full. */
function concerns(event: RoundEvent, seat: Seat): boolean {
  switch (event.type) {
    case 'PactBroken':
      return event.by === seat || event.with === seat;
    case 'PactFormed':
      return isSideOf(event, seat);
    case 'FirmSold':
      return event.seller === seat || event.buyer === seat;
    case 'FirmAbsorbed':
    case 'FirmRescued':
      return event.firm === seat || event.head === seat;
    case 'HubFaltered':
      return event.head === seat || event.members.includes(seat);
    case 'FirmLeft':
      return event.firm === seat || event.owner === seat;
    case 'LeaveRefused':
    case 'LoanTaken':
    case 'VentureGranted':
    case 'VentureRefused':
    case 'ForeignPartnerJoined':
    case 'FirmFailed':
      return event.firm === seat;
    default:
      return false;
  }
}
