/** A plain copy of a district room's schema state, which the SDK changes in place. */
import type { DistrictRoomState } from '../../shared/protocol/wire.ts';
import type { Live } from '../state/game.ts';

export function liveOf(state: DistrictRoomState): Live {
  const seats = Array.from(state.seats, ({ control, online, ready }) => ({ control, online, ready }));
  const { phase, round, paused, storeAway, held } = state;
  return state.deadline > 0
    ? { phase, round, paused, storeAway, held, seats, deadline: state.deadline }
    : { phase, round, paused, storeAway, held, seats };
}
