/** Whether the desk went back to an earlier phase, for as long as that lasts. */
import { signal } from '@preact/signals';
import { PHASES, type Phase } from '../../shared/engine/parts.ts';
import type { SeatView } from '../../shared/engine/view.ts';

interface Moment {
  readonly table: string;
  readonly round: number;
  readonly phase: Phase;
}

export const takenBack = signal<Moment | undefined>(undefined);
let last: Moment | undefined;

function placeOf({ round, phase }: Moment): number {
  return round * PHASES.length + PHASES.indexOf(phase);
}

/** Call with each view. `table`: id of the seat's game, its practice included. */
export function watchTakenBack(table: string, { public: { round, phase } }: SeatView): void {
  const now = { table, round, phase };
  const before = last?.table === table ? last : undefined;
  last = now;
  if (before !== undefined && placeOf(now) === placeOf(before)) return;
  takenBack.value = before !== undefined && placeOf(now) < placeOf(before) ? now : undefined;
}
