/** What others have said they would share this year; it binds nobody. */
import type { Seat } from '../../shared/engine/actors.ts';
import type { Promised } from '../../shared/engine/look-ahead.ts';
import type { SeatView } from '../../shared/engine/view.ts';

export function promisesIn(_view: SeatView): Promised {
  return {};
}

export function promisedTo(view: SeatView, from: Seat): number | undefined {
  return promisesIn(view)[from];
}
