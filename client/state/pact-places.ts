/** Number of pacts allowed, held and wished for, which warns before the limit is met (rule D2). */

import type { Seat } from '../../shared/engine/actors.ts';
import { mostPacts, partnersOf } from '../../shared/engine/queries.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import type { Draft } from './draft.ts';
import { numbersOf } from './game-parameters.ts';

export interface PactPlaces {
  readonly limit: number;
  /** Standing pacts that are not to be broken. */
  readonly held: number;
  readonly room: number;
  /** Wished pacts; those beyond the limit depend on luck (rule D2). */
  readonly wished: number;
}

export function pactPlaces(draft: Draft, view: SeatView): PactPlaces {
  const { partners } = view.legal;
  const numbers = numbersOf(view.public);
  const pacts = draft.kind === 'university' || draft.verb === 'cooperate';
  const held = partners.filter((seat) => !(pacts && draft.breaks.includes(seat))).length;
  const limit = numbers === undefined ? partners.length : mostPacts(numbers, view.books.foreignStakes);
  const wished = pacts ? draft.wishes.filter((seat) => !partners.includes(seat)).length : 0;
  return { limit, held, room: Math.max(0, limit - held), wished };
}

/** Why a pact with this seat may find no room, on either side. */
export type PactDoubt = 'full' | 'crowded' | 'theirsFull';

export function pactDoubt(draft: Draft, view: SeatView, seat: Seat): PactDoubt | undefined {
  const { room, wished } = pactPlaces(draft, view);
  const already = draft.wishes.includes(seat);
  if (room === 0 && !already) return 'full';
  if (isFull(view, seat)) return 'theirsFull';
  return wished + (already ? 0 : 1) > room ? 'crowded' : undefined;
}

/** Whether a seat can sign only if it breaks a pact this year. Only one's own foreign partners are known. */
export function isFull({ seat: own, books, public: known }: SeatView, seat: Seat): boolean {
  const numbers = numbersOf(known);
  const stakes = seat === own ? books.foreignStakes : 0;
  return numbers !== undefined && partnersOf(known.pacts, seat).length >= mostPacts(numbers, stakes);
}
