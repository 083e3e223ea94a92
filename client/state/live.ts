/**
 * Public facts that move within a phase: who acts for a seat, who is done, the clock. The room's state tells them, and so
 * does every view of a new phase; what came last is so.
 */
import type { Seat } from '../../shared/engine/actors.ts';
import { given } from '../../shared/engine/given.ts';
import type { Phase } from '../../shared/engine/parts.ts';
import type { PublicView } from '../../shared/engine/public-view.ts';
import type { SeatPresence } from '../../shared/protocol/wire.ts';

export interface Live {
  readonly phase: Phase;
  readonly round: number;
  readonly deadline?: number;
  readonly paused: boolean;
  /** The server cannot keep anything just now and waits. */
  readonly storeAway: boolean;
  /** The street is done with the phase and waits for the others of the class. */
  readonly held: boolean;
  /** By seat. */
  readonly seats: readonly SeatPresence[];
}

/** A view says all of it but who is here, and whether a phase that goes on is held. */
export function liveIn({ phase, round, deadline, paused, seats }: PublicView, before: Live | undefined): Live {
  const present = seats.map(({ seat, control, ready }) => {
    return { control, ready, online: before?.seats[seat]?.online ?? true };
  });
  const { storeAway = false, held = false } = before ?? {};
  const goesOn = before?.phase === phase && before.round === round;
  return given({ phase, round, deadline, paused, storeAway, held: goesOn && held, seats: present });
}

/** The seat's own act was acknowledged: it is done, whenever the room's state says so. */
export function doneIn(live: Live, seat: Seat): Live {
  return { ...live, seats: live.seats.map((at, place) => (place === seat ? { ...at, ready: true } : at)) };
}
