/** What partners gave each other in the revealed year, beside their promises. */

import type { Seat } from '../../../shared/engine/actors.ts';
import { omitUndefined } from '../../../shared/engine/omit-undefined.ts';
import { tenths } from '../../../shared/engine/plans.ts';
import type { SeatView } from '../../../shared/engine/view.ts';
import { saidBefore } from '../../state/dealings.ts';
import { short, t } from '../../state/language.ts';
import { nameOf } from '../names.ts';

export interface Hand {
  readonly seat: Seat;
  readonly gave: number;
  readonly got: number;
  readonly promised?: number;
  readonly theyPromised?: number;
  /** Signed this year. */
  readonly isNew: boolean;
  /** Signed this year and not kept by both, so not judged yet. */
  readonly untested: boolean;
}

export function handsOf(view: SeatView): readonly Hand[] {
  return view.public.pacts.flatMap(({ a, b, since, kept }) => {
    if (a !== view.seat && b !== view.seat) return [];
    const seat = a === view.seat ? b : a;
    const promised = saidBefore(view, view.seat, seat);
    const theyPromised = saidBefore(view, seat, view.seat);
    return [
      {
        seat,
        gave: view.given[seat] ?? 0,
        got: view.received[seat] ?? 0,
        ...omitUndefined({ promised, theyPromised }),
        isNew: since === view.public.round,
        untested: kept === undefined,
      },
    ];
  });
}

function points(given: number, promised: number | undefined): string {
  if (promised === undefined) return short(given);
  return t('reveal.promised', { given: short(given), points: short(promised) });
}

/** "You 2, Twin Elms 0 (promised 2)." */
export function handText(view: SeatView, hand: Hand): string {
  const { seat, gave, got, promised, theyPromised, isNew, untested } = hand;
  const name = nameOf(view.public, seat);
  const values = { name, you: points(gave, promised), they: points(got, theyPromised) };
  const nothingYet = untested && tenths(gave) === 0 && tenths(got) === 0;
  if (nothingYet) return t('reveal.signed', values);
  if (untested) return t('reveal.handUntested', values);
  return t(isNew ? 'reveal.handNew' : 'reveal.hand', values);
}
