/**
 * One beat for the class: with a clock its districts go from phase to phase together. A district that is done waits for
 * those beside it; nobody waits for one that is far behind, such as one founded for latecomers. Pure.
 */
import type { DistrictState } from '../../shared/engine/state.ts';

export interface InBeat {
  readonly state: DistrictState;
  /** Its phase is over by itself: the clock ran out, or everybody is in. */
  readonly done: boolean;
  /** Its store fails, or its game is over. */
  readonly out: boolean;
}

const IN_A_ROUND: readonly DistrictState['phase'][] = ['news', 'plan', 'reveal'];

/** Moments since the start: three a round; what comes before the first round is none. Practice comes before the game. */
function momentsIn({ round, phase, practice }: DistrictState): number | undefined {
  const place = IN_A_ROUND.indexOf(phase);
  if (place < 0) return undefined;
  return practice === undefined ? round * IN_A_ROUND.length + place : place - IN_A_ROUND.length;
}

/** Whether this district, though done, waits for another. */
export function isHeld(own: DistrictState, others: Iterable<InBeat>): boolean {
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
