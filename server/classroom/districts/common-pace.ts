/**
 * Common pace: with a clock, the districts of a class change phase together. A district that is done waits for those
 * beside it, but not for one far behind, such as one founded for latecomers. Pure.
 */
import { isInARound, ROUND_PHASES } from '../../../shared/engine/parts.ts';
import type { DistrictState } from '../../../shared/engine/state.ts';

export interface PacedDistrict {
  readonly state: DistrictState;
  /** The clock ran out, or everybody is ready. */
  readonly done: boolean;
  /** The store fails, or the game is over. */
  readonly out: boolean;
}

/** Phases since the start, three a round; undefined before round 1. A practice counts as before the game. */
function momentsIn({ round, phase, practice }: DistrictState): number | undefined {
  if (!isInARound(phase)) return undefined;
  const place = ROUND_PHASES.indexOf(phase);
  return practice === undefined ? round * ROUND_PHASES.length + place : place - ROUND_PHASES.length;
}

/** Whether this district is done but waits for another. */
export function mustWaitForOthers(own: DistrictState, others: Iterable<PacedDistrict>): boolean {
  const here = momentsIn(own);
  if (here === undefined || own.settings.clockMode !== 'clock') return false;
  for (const other of others) {
    const there = momentsIn(other.state);
    if (other.out || there === undefined) continue;
    const lag = here - there;
    if (lag === 0 ? !other.done : lag > 0 && lag <= ROUND_PHASES.length) return true;
  }
  return false;
}
