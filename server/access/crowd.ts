/**
 * Limits the connections to one room per person, link or key: open ones and reserved places. A newcomer is never
 * refused. Instead the oldest connection is closed, since it may belong to a phone that is long dead.
 */
import type { Visitor } from './visitor.ts';

const MOST: Readonly<Record<Visitor['role'], number>> = {
  /** Tabs and devices of a student. */
  player: 6,
  /** The instructor and assistants, with several devices each. */
  instructor: 40,
  /** Screens of a whole building. */
  projector: 100,
};
/** Connections in one room: several for each person of a full class. */
const MOST_IN_ROOM = 4_000;
/** Reservations may be twice the connections, since a stalled network leaves some unused. */
const KEPT_TIMES = 2;

/** Groups connections by secret, and a student's devices by student. */
function whoIs(visitor: Visitor): string {
  return visitor.role === 'player' ? visitor.player : (visitor.link ?? visitor.role);
}

/**
 * The connection to close for this newcomer, if any; `here` is in order of arrival. In a full room it belongs to the
 * student with most connections, so that opening many shuts nobody out.
 */
export function connectionToClose<C>(
  here: ReadonlyMap<C, { readonly visitor: Visitor }>,
  came: Visitor,
  mostInRoom = MOST_IN_ROOM,
): C | undefined {
  const who = whoIs(came);
  const theirs = [...here].filter(([, { visitor }]) => whoIs(visitor) === who).map(([connection]) => connection);
  if (theirs.length > MOST[came.role]) return theirs[0];
  return here.size > mostInRoom ? oldestOfMost(here) : undefined;
}

function oldestOfMost<C>(here: ReadonlyMap<C, { readonly visitor: Visitor }>): C | undefined {
  const byStudent = new Map<string, C[]>();
  for (const [connection, { visitor }] of here) {
    if (visitor.role !== 'player') continue;
    byStudent.set(visitor.player, [...(byStudent.get(visitor.player) ?? []), connection]);
  }
  return [...byStudent.values()].toSorted((one, other) => other.length - one.length)[0]?.[0];
}

interface Kept {
  readonly until: number;
  /** Set once the place is reserved. */
  sessionId?: string;
}

/** Reserved places of people on their way in. */
export class SeatReservations {
  readonly #now: () => number;
  readonly #keptMs: number;
  readonly #byWho = new Map<string, Set<Kept>>();

  constructor(now: () => number, keptMs: number) {
    this.#now = now;
    this.#keptMs = keptMs;
  }

  /** Undefined if this visitor has too many reservations already. */
  async keep<Place extends { readonly sessionId: string }>(
    visitor: Visitor,
    reserve: () => Promise<Place>,
  ): Promise<Place | undefined> {
    const who = whoIs(visitor);
    const theirs = this.#byWho.get(who) ?? new Set<Kept>();
    for (const kept of theirs) if (kept.until <= this.#now()) theirs.delete(kept);
    if (theirs.size >= MOST[visitor.role] * KEPT_TIMES) return undefined;
    const kept: Kept = { until: this.#now() + this.#keptMs };
    this.#byWho.set(who, theirs.add(kept));
    try {
      const place = await reserve();
      kept.sessionId = place.sessionId;
      return place;
    } catch (error) {
      theirs.delete(kept);
      throw error;
    }
  }

  taken(visitor: Visitor, sessionId: string): void {
    const who = whoIs(visitor);
    const theirs = this.#byWho.get(who) ?? new Set<Kept>();
    for (const kept of theirs) if (kept.sessionId === sessionId) theirs.delete(kept);
    if (theirs.size === 0) this.#byWho.delete(who);
  }
}
