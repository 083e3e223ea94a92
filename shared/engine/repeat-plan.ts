/**
 * What a missed deadline does (rules R4, R5): repeats the seat's last plan, cut to what is legal now. Pact wishes and
 * certificates stay; single deals are not repeated.
 */
import type { Seat } from './actors.ts';
import { IDLE_GOVERNMENT, IDLE_UNIVERSITY, NO_DEAL, type Plan, tenths } from './plans.ts';
import { at } from './queries.ts';
import type { DistrictState } from './state.ts';
import { trimmed } from './trim.ts';

export function planForAbsent(state: DistrictState, seat: Seat): Plan {
  return trimmed(state, seat, again(state.lastPlans[seat] ?? firstPlan(state, seat)));
}

function again(last: Plan): Plan {
  switch (last.kind) {
    case 'firm': {
      const { deal } = last;
      return { ...last, deal: deal.kind === 'cooperate' ? { ...deal, breaks: [] } : NO_DEAL };
    }
    case 'university':
      return { ...last, breaks: [] };
    case 'government':
      return last;
  }
}

/** The plan of a seat that never filed: half trade and half research, publishing, or an idle office (rule R5). */
function firstPlan(state: DistrictState, seat: Seat): Plan {
  const { effort } = state.parameters;
  switch (at(state.actors, seat).kind) {
    case 'firm': {
      const trade = Math.floor(tenths(effort) / 2);
      const research = tenths(effort) - trade;
      return { kind: 'firm', trade: trade / 10, research: research / 10, shares: [], deal: NO_DEAL };
    }
    case 'university':
      return { ...IDLE_UNIVERSITY, publish: effort };
    default:
      return IDLE_GOVERNMENT;
  }
}
