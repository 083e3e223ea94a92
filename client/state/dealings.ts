/** What the seat gave and received, year by year. A view has the last year only; session storage keeps earlier ones. */

import type { Seat } from '../../shared/engine/actors.ts';
import { omitUndefined } from '../../shared/engine/omit-undefined.ts';
import { tenths } from '../../shared/engine/plans.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import { ByRound } from './by-round.ts';
import { isLike, isListOf, isNumber, isRecordOf, optional } from './guards.ts';

interface Year {
  readonly given: readonly number[];
  readonly received: readonly number[];
  /** Promises of others, by seat. */
  readonly promised?: Readonly<Record<Seat, number>>;
}

const isYear = isLike<Year>({
  given: isListOf(isNumber),
  received: isListOf(isNumber),
  promised: optional(isRecordOf(isNumber)),
});
const memory = new ByRound('dealings', isYear);

export function rememberDealings(table: string, view: SeatView): void {
  memory.open(table);
  const { given, received, public: shown } = view;
  const last = shown.history.at(-1)?.round;
  const known = last === undefined ? undefined : memory.after(last);
  // Promises are in the view during the reveal only.
  const promised = shown.phase === 'reveal' ? wordsIn(view) : known?.promised;
  memory.rememberOf(table, last, omitUndefined({ given, received, promised }));
}

/** A seat's promise to another for the past year. */
export function saidBefore({ said = [] }: SeatView, from: Seat, to: Seat): number | undefined {
  return said.findLast(
    (offer) => offer.from === from && offer.to === to && offer.promise !== undefined && offer.status !== 'declined',
  )?.promise;
}

/** Smallest shortfall, in tenths, that counts as a broken promise. */
const LEAST_SHORT = 5;

/** Points missing from a promise; none if it counts as kept. */
export function pointsShort(promised: number, got: number): number {
  const missing = tenths(promised) - tenths(got);
  return missing < LEAST_SHORT ? 0 : missing / 10;
}

function wordsIn(view: SeatView): Readonly<Record<Seat, number>> {
  const words: Record<Seat, number> = {};
  for (const { seat } of view.public.seats) {
    const points = saidBefore(view, seat, view.seat);
    if (points !== undefined) words[seat] = points;
  }
  return words;
}

export interface Dealing {
  readonly gave: number;
  readonly got: number;
  /** What the partner had promised. */
  readonly promised?: number;
}

/** Dealings of the last known years, oldest first. */
export function dealingsWith(view: SeatView, seat: Seat, years: number): readonly Dealing[] {
  const last = view.public.history.at(-1)?.round ?? 0;
  const rounds = Array.from({ length: years }, (_, back) => last - years + 1 + back);
  return rounds.flatMap((round) => {
    const year: Year | undefined = memory.after(round) ?? (round === last ? view : undefined);
    if (year === undefined || round < 1) return [];
    const { given, received, promised } = year;
    return [omitUndefined({ gave: given[seat] ?? 0, got: received[seat] ?? 0, promised: promised?.[seat] })];
  });
}
