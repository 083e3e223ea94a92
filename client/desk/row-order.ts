/** Districts keep their order on the desk, since a row that moved would be missed by a click. */
import type { DeskDistrict } from '../../shared/protocol/class-room.ts';

/** Sorted by number; the identical list if no district came or went. */
export function nextOrder(shown: readonly number[], districts: readonly DeskDistrict[]): readonly number[] {
  const wanted = districts.map(({ number }) => number).toSorted((one, other) => one - other);
  const same = shown.length === wanted.length && shown.every((number, place) => number === wanted[place]);
  return same ? shown : wanted;
}
