/**
 * Public facts that change within a phase: who controls a seat, who is done, the clock. They come from the room's state
 * and from every view; the latest counts.
 */
import type { Seat } from '../../shared/engine/actors.ts';
import { omitUndefined } from '../../shared/engine/omit-undefined.ts';
import type { Phase } from '../../shared/engine/parts.ts';
import type { PublicView } from '../../shared/engine/public-view.ts';
import type { SeatPresence } from '../../shared/protocol/wire.ts';

export interface Live {
  readonly phase: Phase;
  readonly round: number;
  readonly deadline?: number;
  readonly paused: boolean;
  /** The store fails at present: the server waits for it. */
  readonly storeAway: boolean;
  /** The district is done and waits for the others of its class. */
  readonly held: boolean;
  /** By seat. */
  readonly seats: readonly SeatPresence[];
}

/** Facts of a view. It lacks who is online, and whether a continuing phase is held. */
export function liveIn({ phase, round, deadline, paused, seats }: PublicView, before: Live | undefined): Live {
  const present = seats.map(({ seat, control, ready }) => {
    return { control, ready, online: before?.seats[seat]?.online ?? true };
  });
  const { storeAway = false } = before ?? {};
  const held = before?.phase === phase && before.round === round && before.held;
  return omitUndefined({ phase, round, deadline, paused, storeAway, held, seats: present });
}

/** Marks the seat as done after its own acknowledged act, before the room's state says so. */
export function doneIn(live: Live, seat: Seat): Live {
  return { ...live, seats: live.seats.map((at, place) => (place === seat ? { ...at, ready: true } : at)) };
}
