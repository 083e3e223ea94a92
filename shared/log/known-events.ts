import { type DistrictEvent, IN_A_ROUND } from '../engine/events.ts';

/** The first event type unknown to this program, from a newer version. */
export function unknownEvent(events: readonly DistrictEvent[]): string | undefined {
  return events.find(({ type }) => !Object.hasOwn(IN_A_ROUND, type))?.type;
}
