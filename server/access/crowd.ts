/**
 * How many connections to one room one person, one link or the key may have: open ones, and places kept for those who
 * asked to come in and are not here yet. More are never turned away at the door: the one that has been here longest goes,
 * since it may be a phone's that is dead already, and whoever comes is alive.
 */
import type { Visitor } from './visitor.ts';

const MOST: Readonly<Record<Visitor['role'], number>> = {
  /** Tabs and devices of one student. */
  player: 6,
  /** The instructor and whoever helps, each with a few. */
  instructor: 40,
  /** Screens of a building. */
  projector: 100,
};
/** Connections in one room: more than a class has people, so that several each fit before somebody has none. */
const MOST_IN_ROOM = 4_000;
/** Twice the places are kept, since a network that stalls leaves some behind. */
const KEPT_TIMES = 2;

/** The same for all connections that came in by the same secret, and for all devices of one student. */
function whoIs(visitor: Visitor): string {
  return visitor.role === 'player' ? visitor.player : (visitor.link ?? visitor.role);
}

/**
 * The connection that has to go now that this visitor has come, if one has; `here` in the order of arrival. In a room
 * that is full it is one of the student's who has most, so that nobody is shut out by those who open many.
 */
export function crowdedOut<C>(
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
  /** Known once the place is kept. */
  sessionId?: string;
}

/** Places kept for people on their way in. */
export class KeptPlaces {
  readonly #now: () => number;
  readonly #keptMs: number;
  readonly #byWho = new Map<string, Set<Kept>>();

  constructor(now: () => number, keptMs: number) {
    this.#now = now;
    this.#keptMs = keptMs;
  }

  /** Undefined when too many are kept for this visitor already. */
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
