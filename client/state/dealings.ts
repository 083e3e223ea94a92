/**
 * What one gave and received, year by year. A view knows the last year alone; the page remembers the ones before it in
 * the tab's own memory.
 */
import type { Seat } from '../../shared/engine/actors.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import { ByRound } from './by-round.ts';
import { isLike, isListOf, isNumber } from './guards.ts';

interface Year {
  readonly given: readonly number[];
  readonly received: readonly number[];
}

const isYear = isLike<Year>({ given: isListOf(isNumber), received: isListOf(isNumber) });
const memory = new ByRound('dealings', isYear);

export function rememberDealings(table: string, { public: { history }, given, received }: SeatView): void {
  memory.rememberOf(table, history.at(-1)?.round, { given, received });
}

export interface Dealing {
  readonly gave: number;
  readonly got: number;
}

/** Of the last years this page knows of, oldest first. */
export function dealingsWith(view: SeatView, seat: Seat, years: number): readonly Dealing[] {
  const last = view.public.history.at(-1)?.round ?? 0;
  const rounds = Array.from({ length: years }, (_, back) => last - years + 1 + back);
  return rounds.flatMap((round) => {
    const year = round === last ? view : memory.after(round);
    return year === undefined || round < 1 ? [] : [{ gave: year.given[seat] ?? 0, got: year.received[seat] ?? 0 }];
  });
}
