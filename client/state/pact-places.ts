/** How many pacts one may hold, holds and would hold: the limit is in sight before it is met (rule D2). */
import type { SeatView } from '../../shared/engine/view.ts';
import type { Draft } from './draft.ts';
import { numbersOf } from './numbers.ts';

export interface PactPlaces {
  readonly limit: number;
  /** Those that stand and are not to be broken. */
  readonly held: number;
  readonly room: number;
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
  return { limit, held, room: Math.max(0, limit - held) };
}
