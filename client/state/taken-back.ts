/** Whether the desk went back to an earlier phase, for as long as that lasts. */

import { signal } from '@preact/signals';
import type { Phase } from '../../shared/engine/parts.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import { placeInTime } from './years.ts';

interface Moment {
  readonly table: string;
  readonly round: number;
  readonly phase: Phase;
}

export const takenBack = signal<Moment | undefined>(undefined);
let last: Moment | undefined;

/** Call with each view. `table`: id of the seat's game, its practice included. */
export function watchTakenBack(table: string, { public: { round, phase } }: SeatView): void {
  const now = { table, round, phase };
  const before = last?.table === table ? last : undefined;
  last = now;
  if (before !== undefined && placeInTime(now) === placeInTime(before)) return;
  takenBack.value = before !== undefined && placeInTime(now) < placeInTime(before) ? now : undefined;
}
