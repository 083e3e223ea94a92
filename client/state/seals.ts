/**
 * Who was certified before this round. A view has only present certificates, and a withdrawn one is news too (rule G7).
 */
import type { Seat } from '../../shared/engine/actors.ts';
import type { PublicView } from '../../shared/engine/public-view.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import { ByRound } from './by-round.ts';
import { isListOf, isNumber } from './guards.ts';

const memory = new ByRound<readonly Seat[]>('seals', isListOf(isNumber));

function certifiedIn({ seats }: PublicView): readonly Seat[] {
  return seats.filter(({ listed }) => listed === true).map(({ seat }) => seat);
}

export function rememberSeals(table: string, view: SeatView): void {
  memory.remember(table, view.public, certifiedIn(view.public));
}

export interface SealsMoved {
  readonly given: readonly Seat[];
  readonly lost: readonly Seat[];
}

export const NO_SEALS_MOVED: SealsMoved = { given: [], lost: [] };

/** Certificates given and withdrawn this round; undefined if this tab missed the round before. */
export function sealsMoved(view: PublicView): SealsMoved | undefined {
  const before = memory.after(view.round - 1);
  if (before === undefined) return undefined;
  const now = certifiedIn(view);
  return {
    given: now.filter((seat) => !before.includes(seat)),
    lost: before.filter((seat) => !now.includes(seat)),
  };
}
