/** Places that the server has reserved for this page, which save a request at the room. */
import type { Place } from '../../shared/protocol/wire.ts';

/** Shorter than the server's reservation, since older ones may have expired. */
const KEPT_MS = 10_000;

interface Kept {
  readonly place: Place;
  readonly until: number;
}
const places = new Map<string, Kept>();

export function holdPlace(place: Place | undefined): void {
  if (place !== undefined) places.set(place.roomId, { place, until: performance.now() + KEPT_MS });
}

/** A place is valid for one entry. */
export function takePlace(roomId: string): Place | undefined {
  const kept = places.get(roomId);
  places.delete(roomId);
  return kept !== undefined && kept.until > performance.now() ? kept.place : undefined;
}
