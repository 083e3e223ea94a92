/**
 * A round being resolved. Each step of the rules reads the state as the steps before left it and records events; the
 * state moves by `evolve` alone, so what a step computes and what a replay folds cannot differ.
 */

import { evolve } from '../evolve.ts';
import type { RoundEvent } from '../round-events.ts';
import type { DistrictState } from '../state.ts';
import type { Effort } from './effort.ts';

export interface Round {
  /** As the round began. */
  readonly before: DistrictState;
  /** As it is now. */
  state: DistrictState;
  readonly events: RoundEvent[];
  /** What everybody really does, once the deals are done. */
  effort: Effort;
}

export function record(round: Round, event: RoundEvent): void {
  round.events.push(event);
  round.state = evolve(round.state, event);
}
