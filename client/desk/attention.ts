/**
 * An order of districts that puts first who needs the instructor, and holds still.
 *
 * What a district needs comes from the server as alarms. While somebody points at the rows or has the keyboard among
 * them nothing moves; the new order comes when they let go.
 */
import { DESK_ALARMS, type DeskDistrict } from '../../shared/protocol/class-room.ts';

/** The order to show: as it was while it is held, new districts at its end, and sorted by need once let go. */
export function nextOrder(
  shown: readonly number[],
  districts: readonly DeskDistrict[],
  held: boolean,
): readonly number[] {
  const wanted = byAttention(districts.map(calmOnceEnded)).map(({ number }) => number);
  if (!held) return same(shown, wanted) ? shown : wanted;
  const known = new Set(shown);
  const there = new Set(wanted);
  const kept = [...shown.filter((number) => there.has(number)), ...wanted.filter((number) => !known.has(number))];
  return same(shown, kept) ? shown : kept;
}

/** Districts that need attention first, the most urgent of all at the top; then by number. */
export function byAttention(districts: readonly DeskDistrict[]): readonly DeskDistrict[] {
  const urgency = ({ alarms = [] }: DeskDistrict) =>
    alarms.reduce((sum, alarm) => sum + 2 ** (DESK_ALARMS.length - DESK_ALARMS.indexOf(alarm)), 0);
  return districts.toSorted((one, other) => urgency(other) - urgency(one) || one.number - other.number);
}

/** In a game that is over people leave, and nobody needs to do anything about it. */
function calmOnceEnded(district: DeskDistrict): DeskDistrict {
  return district.phase === 'ended' ? { ...district, alarms: [] } : district;
}

function same(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((number, place) => number === other[place]);
}
