/** What one's trust was before it moved: a view carries trust as it is now. */
import type { SeatView } from '../../shared/engine/view.ts';
import { ByRound } from './by-round.ts';
import { isListOf, isNumber } from './guards.ts';

const memory = new ByRound('trust', isListOf(isNumber));

export function rememberTrust(table: string, view: SeatView): void {
  memory.remember(table, view.public, view.trust);
}

/** Trust as it stood before this round resolved; undefined when this tab was not there. */
export function trustBefore(round: number): readonly number[] | undefined {
  return memory.after(round - 1);
}
