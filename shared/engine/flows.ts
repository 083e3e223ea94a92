/** A round's flows before its steps: all zero. */

import type { RoundFlows } from './parts.ts';
import type { DistrictState } from './state.ts';
import { zeros } from './zeros.ts';

/** Zero flows by number of seats, shared by all states and never written to. */
const emptyFlows = new Map<number, RoundFlows>();

export function noFlows(count: number): RoundFlows {
  const known = emptyFlows.get(count);
  if (known !== undefined) return known;
  const none: readonly number[] = zeros(count);
  const flows: RoundFlows = {
    knowledgeGained: none,
    fromResearch: none,
    fromPacts: none,
    fromCommons: none,
    fromShelter: none,
    product: none,
    trade: none,
    tax: none,
    upkeep: none,
    debtService: none,
    investorFees: none,
    tribute: none,
    pactCosts: none,
    shared: zeros(count * count),
  };
  emptyFlows.set(count, flows);
  return flows;
}

export function flowsOf(state: DistrictState): RoundFlows {
  return state.flows ?? noFlows(state.actors.length);
}
