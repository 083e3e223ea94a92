/** What a seat's house shows. */

import type { Seat } from '../../shared/engine/actors.ts';
import { omitUndefined } from '../../shared/engine/omit-undefined.ts';
import type { PublicSeat, PublicView } from '../../shared/engine/public-view.ts';
import type { Language } from '../../shared/i18n/messages.ts';
import type { Site } from './geography.ts';
import type { ActorLook } from './paint/actor.ts';
import { mapWords } from './words.ts';

export function lookOf(
  seat: PublicSeat,
  view: PublicView,
  own: Seat | undefined,
  site: Site | undefined,
  language: Language,
): ActorLook {
  const seal = sealOf(seat, view);
  return {
    ...omitUndefined({ site, seal }),
    own: seat.seat === own,
    youWord: mapWords(language)('you'),
    bot: seat.control !== 'human',
    ready: seat.ready && view.phase === 'plan',
    certified: seat.listed === true,
    inDisarray: seat.inDisarray,
    failed: view.happenings.some((happening) => happening.type === 'FirmFailed' && happening.firm === seat.seat),
    failures: seat.failures,
  };
}

/** A spin-off wears the first character of its university's Chinese name in both languages, as a seal does. */
function sealOf(seat: PublicSeat, view: PublicView): string | undefined {
  if (seat.kind !== 'firm' || seat.parent === undefined) return undefined;
  return view.seats[seat.parent]?.name.zh.slice(0, 1);
}
