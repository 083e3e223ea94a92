/**
 * Common pace: with a clock, the districts of a class change phase together. A district that is done waits for those
 * beside it, but not for one far behind, such as one founded for latecomers. Pure.
 */
import type { DistrictState } from '../../../shared/engine/state.ts';

export interface InPace {
  readonly state: DistrictState;
  /** The clock ran out, or everybody is ready. */
  readonly done: boolean;
  /** The store fails, or the game is over. */
  readonly out: boolean;
}

const IN_A_ROUND: readonly DistrictState['phase'][] = ['news', 'plan', 'reveal'];

/** Phases since the start, three a round; undefined before round 1. A practice counts as before the game. */
function momentsIn({ round, phase, practice }: DistrictState): number | undefined {
  const place = IN_A_ROUND.indexOf(phase);
  if (place < 0) return undefined;
  return practice === undefined ? round * IN_A_ROUND.length + place : place - IN_A_ROUND.length;
}

/** Whether this district is done but waits for another. */
export function isHeld(own: DistrictState, others: Iterable<InPace>): boolean {
  const here = momentsIn(own);
  if (here === undefined || own.settings.clockMode !== 'clock') return false;
  for (const other of others) {
    const there = momentsIn(other.state);
    if (other.out || there === undefined) continue;
    const lag = here - there;
    if (lag === 0 ? !other.done : lag > 0 && lag <= IN_A_ROUND.length) return true;
  }
  return false;
}
