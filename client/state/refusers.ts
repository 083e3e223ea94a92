/** Firms that refused to sign with this seat, and firms that sign with nobody, in the years this tab has seen. */

import type { Seat } from '../../shared/engine/actors.ts';
import { wishesOf } from '../../shared/engine/plans.ts';
import type { PublicView } from '../../shared/engine/public-view.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import { ByRound } from './by-round.ts';
import { isLike, isListOf, isNumber } from './guards.ts';

interface Year {
  readonly wished: readonly Seat[];
  readonly partnered: readonly Seat[];
}

const memory = new ByRound<Year>(
  'refusers',
  isLike<Year>({ wished: isListOf(isNumber), partnered: isListOf(isNumber) }),
);

export function rememberRefusers(table: string, view: SeatView): void {
  const plan = view.result?.plan;
  memory.remember(table, view.public, {
    wished: plan === undefined ? [] : wishesOf(plan),
    partnered: view.public.pacts.flatMap(({ a, b }) => [a, b]),
  });
}

const ENOUGH = 2;

/** Whether a firm was wished for this often and never had a pact with anybody. */
export function isLoner({ round }: PublicView, seat: Seat): boolean {
  const years = Array.from({ length: round }, (_, index) => memory.after(index + 1) ?? []).flat();
  return (
    years.filter(({ wished }) => wished.includes(seat)).length >= ENOUGH &&
    !years.some(({ partnered }) => partnered.includes(seat))
  );
}
