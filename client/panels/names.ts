/** Names of seats in the reader's language. */
import type { Seat } from '../../shared/engine/actors.ts';
import type { PublicSeat, PublicView } from '../../shared/engine/public-view.ts';
import { t, words } from '../state/language.ts';

export function nameOf(view: PublicView, seat: Seat): string {
  const actor = view.seats[seat];
  return actor === undefined ? '' : words(actor.name);
}

/** Kind of actor; a state firm names its university. */
export function kindOf(view: PublicView, actor: PublicSeat): string {
  if (actor.kind === 'university') return t('common.university');
  if (actor.kind !== 'firm') return t('common.government');
  if (actor.parent === undefined) return t('common.nonStateFirm');
  return t('common.spinOffOf', { parent: nameOf(view, actor.parent) });
}
