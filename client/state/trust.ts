/**
 * Trust year by year. A view has one's own trust in others. Others' trust in oneself is computed from what one gave, if
 * this tab has seen every year.
 */

import type { Seat } from '../../shared/engine/actors.ts';
import { trustAfter } from '../../shared/engine/formulas.ts';
import { omitUndefined } from '../../shared/engine/omit-undefined.ts';
import type { PublicView } from '../../shared/engine/public-view.ts';
import { pactBetween, partnersOf } from '../../shared/engine/queries.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import { ByRound } from './by-round.ts';
import { numbersOf } from './game-parameters.ts';
import { isLike, isListOf, isNumber, optional } from './guards.ts';

interface Year {
  readonly trust: readonly number[];
  readonly partners: readonly Seat[];
  /** Trust of others in this seat. */
  readonly trusted?: readonly number[];
}

const isYear = isLike<Year>({
  trust: isListOf(isNumber),
  partners: isListOf(isNumber),
  trusted: optional(isListOf(isNumber)),
});
const memory = new ByRound('trust', isYear);

export function rememberTrust(table: string, view: SeatView): void {
  memory.open(table);
  const { trust } = view;
  const partners = partnersOf(view.public.pacts, view.seat);
  const trusted = trustedAfter(view, memory.after(lastRound(view.public) - 1));
  memory.remember(table, view.public, { trust, partners, ...omitUndefined({ trusted }) });
}

function lastRound({ history, round }: PublicView): number {
  return history.at(-1)?.round ?? (round <= 1 ? 0 : Number.NaN);
}

function trustedAfter(view: SeatView, before: Year | undefined): readonly number[] | undefined {
  const { seats, pacts } = view.public;
  const round = lastRound(view.public);
  const numbers = numbersOf({ ...view.public, round });
  if (numbers === undefined) return undefined;
  if (round === 0) return seats.map(() => numbers.startTrust);
  if (before?.trusted === undefined) return undefined;
  return before.trusted.map((trusted, seat) => {
    const pact = pactBetween(pacts, seat, view.seat);
    const pacted = pact !== undefined || (before.partners.includes(seat) && endedAfterwards(view, seat));
    const received = view.given[seat] ?? 0;
    return trustAfter(numbers, trusted, pacted ? { received, isNew: pact?.since === round } : undefined);
  });
}

/** A pact ended by a failure was still tested in its last year. */
function endedAfterwards({ seat: own, public: { happenings } }: SeatView, seat: Seat): boolean {
  const ends = (end: Seat) => end === own || end === seat;
  const broken = happenings.some(
    (event) =>
      (event.type === 'PactBroken' && ends(event.by) && ends(event.with)) ||
      (event.type === 'ForeignPartnerJoined' && ends(event.firm)),
  );
  if (broken) return false;
  return happenings.some(
    (event) => (event.type === 'FirmFailed' && ends(event.firm)) || (event.type === 'HubFaltered' && ends(event.head)),
  );
}

/** Trust before this round was resolved; undefined if this tab missed it. */
export function trustBefore(round: number): readonly number[] | undefined {
  return memory.after(round - 1)?.trust;
}

/** A seat's trust in this one, now or before the last round; undefined if this tab missed a year. */
export function trustIn(view: PublicView, seat: Seat, when: 'now' | 'before' = 'now'): number | undefined {
  return memory.after(lastRound(view) - (when === 'now' ? 0 : 1))?.trusted?.[seat];
}
