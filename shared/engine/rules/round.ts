/**
 * A round being resolved. Each step reads the state after the steps before it and records events. Only `evolve` changes
 * the state, so resolution and replay cannot differ.
 */

import { evolve } from '../evolve.ts';
import type { RoundEvent } from '../round-events.ts';
import type { DistrictState } from '../state.ts';
import type { Effort } from './effort.ts';

export interface Round {
  /** State at the start of the round. */
  readonly before: DistrictState;
  /** State after the steps so far. */
  state: DistrictState;
  readonly events: RoundEvent[];
  /** Effort actually spent; set once the deals are done. */
  effort: Effort;
}

export function record(round: Round, event: RoundEvent): void {
  round.events.push(event);
  round.state = evolve(round.state, event);
}
