/** How many pacts one may hold, holds and would hold: the limit is in sight before it is met (rule D2). */
import type { Seat } from '../../shared/engine/actors.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import type { Draft } from './draft.ts';
import { numbersOf } from './numbers.ts';

export interface PactPlaces {
  readonly limit: number;
  /** Those that stand and are not to be broken. */
  readonly held: number;
  readonly room: number;
  /** Wished for: those beyond the room are left to luck (rule D2). */
  readonly wished: number;
}

export function pactPlaces(draft: Draft, view: SeatView): PactPlaces {
  const { partners } = view.legal;
  const numbers = numbersOf(view.public);
  const pacts = draft.kind === 'university' || draft.verb === 'cooperate';
  const held = partners.filter((seat) => !(pacts && draft.breaks.includes(seat))).length;
  const limit =
    numbers === undefined
      ? partners.length
      : Math.max(0, numbers.pactLimit - numbers.foreignPactLoss * view.books.foreignStakes);
  const wished = pacts ? draft.wishes.filter((seat) => !partners.includes(seat)).length : 0;
  return { limit, held, room: Math.max(0, limit - held), wished };
}

/** Whether a pact with this seat has a place on both sides: what stands in its way otherwise. */
export type PactDoubt = 'full' | 'crowded' | 'theirsFull';

export function pactDoubt(draft: Draft, view: SeatView, seat: Seat): PactDoubt | undefined {
  const { room, wished } = pactPlaces(draft, view);
  const already = draft.wishes.includes(seat);
  if (room === 0 && !already) return 'full';
  if (isFull(view, seat)) return 'theirsFull';
  return wished + (already ? 0 : 1) > room ? 'crowded' : undefined;
}

/** Whoever holds as many pacts as anybody may can sign no more, unless one is broken this year. */
export function isFull({ public: { pacts, ...known } }: SeatView, seat: Seat): boolean {
  const limit = numbersOf(known)?.pactLimit;
  return limit !== undefined && pacts.filter(({ a, b }) => a === seat || b === seat).length >= limit;
}
