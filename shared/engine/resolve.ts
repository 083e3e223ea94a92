/** A round, from the plans to the scores: the steps of the rules in their order, each a file of `rules/`. */
import type { RoundEvent } from './round-events.ts';
import { accounts } from './rules/accounts.ts';
import { deals } from './rules/deals.ts';
import { distress } from './rules/distress.ts';
import { effortIn, NO_EFFORT } from './rules/effort.ts';
import { governance } from './rules/governance.ts';
import { knowledge } from './rules/knowledge.ts';
import { market } from './rules/market.ts';
import type { Round } from './rules/round.ts';
import { scoring } from './rules/scoring.ts';
import { trust } from './rules/trust.ts';
import type { DistrictState } from './state.ts';

export interface Resolved {
  readonly events: readonly RoundEvent[];
  readonly after: DistrictState;
}

/** Resolves a round. Every seat must have filed a plan. */
export function resolve(state: DistrictState): Resolved {
  const round: Round = { before: state, state, events: [], effort: NO_EFFORT };
  governance(round);
  deals(round);
  round.effort = effortIn(round.state);
  knowledge(round);
  market(round);
  accounts(round);
  trust(round);
  distress(round);
  scoring(round);
  return { events: round.events, after: round.state };
}
