/** A plain copy of a district room's schema state, which the SDK mutates. */
import { omitUndefined } from '../../shared/engine/omit-undefined.ts';
import type { DistrictRoomState } from '../../shared/protocol/wire.ts';
import type { Live } from '../state/live.ts';

export function liveOf({ phase, round, paused, storeAway, held, seats, deadline }: DistrictRoomState): Live {
  const present = Array.from(seats, ({ control, online, ready }) => ({ control, online, ready }));
  return omitUndefined({
    phase,
    round,
    paused,
    storeAway,
    held,
    seats: present,
    deadline: deadline > 0 ? deadline : undefined,
  });
}
