/** What a round has moved so far: zeros until its steps have been taken. */

import type { RoundFlows } from './parts.ts';
import type { DistrictState } from './state.ts';
import { zeros } from './zeros.ts';

/** Zeros by number of seats: never written to, so shared by all states. */
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
