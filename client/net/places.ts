/** Places that the server keeps for this page: whoever has one comes in without asking at the room's door. */
import type { Place } from '../../shared/protocol/wire.ts';

/** Shorter than the server keeps a place, since older ones may be gone. */
const KEPT_MS = 10_000;

interface Kept {
  readonly place: Place;
  readonly until: number;
}
const places = new Map<string, Kept>();

export function holdPlace(place: Place | undefined): void {
  if (place !== undefined) places.set(place.roomId, { place, until: performance.now() + KEPT_MS });
}

/** Each is good for one entry. */
export function takePlace(roomId: string): Place | undefined {
  const kept = places.get(roomId);
  places.delete(roomId);
  return kept !== undefined && kept.until > performance.now() ? kept.place : undefined;
}
