/** Districts keep their places on the desk: by number. What one needs is marked in its row, and a key goes there. */
import type { DeskDistrict } from '../../shared/protocol/class-room.ts';

/** By number; the very same list when no district came or went. */
export function nextOrder(shown: readonly number[], districts: readonly DeskDistrict[]): readonly number[] {
  const wanted = districts.map(({ number }) => number).toSorted((one, other) => one - other);
  const same = shown.length === wanted.length && shown.every((number, place) => number === wanted[place]);
  return same ? shown : wanted;
}
