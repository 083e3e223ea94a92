/** Phrases about a seat: its pacts, exceptional facts, and how well it fits. */
import type { Seat } from '../../shared/engine/actors.ts';
import type { Parameters } from '../../shared/engine/parameters.ts';
import type { PublicSeat, PublicView } from '../../shared/engine/public-view.ts';
import { pactsWith, partnerIn } from '../../shared/engine/queries.ts';
import { percent, t } from '../state/language.ts';
import { nameOf } from './names.ts';

export function pactsOf(view: PublicView, seat: Seat): readonly string[] {
  return pactsWith(view.pacts, seat).map((pact) => {
    const name = nameOf(view, partnerIn(pact, seat));
    if (pact.kept === undefined) return t('play.pactNew', { name });
    return t(pact.kept ? 'play.pactKept' : 'play.pactNotKept', { name });
  });
}

/** Exceptional public facts of a seat. */
export function seatNotes(view: PublicView, actor: PublicSeat): readonly string[] {
  return [
    ...(actor.owner === undefined ? [] : [t('play.ownedBy', { head: nameOf(view, actor.owner) })]),
    ...(actor.held !== true || actor.parent === undefined
      ? []
      : [t('play.heldBy', { parent: nameOf(view, actor.parent) })]),
    ...(actor.owner === undefined && actor.treeSize > 1 ? [t('play.headOf', { count: actor.treeSize })] : []),
    ...(actor.forced ? [t('play.absorbed')] : []),
    ...(actor.inDisarray ? [t('play.inDisarray')] : []),
    ...(actor.failures > 0 ? [t('play.failures', { count: actor.failures })] : []),
    ...reputationOf(actor),
  ];
}

/** How often the seat kept its pacts, if reputations are public. */
export function reputationOf({ reputation }: PublicSeat): readonly string[] {
  if (reputation === undefined || reputation.tested === 0) return [];
  const { tested, kept } = reputation;
  return [t('play.reputation', { count: tested, kept })];
}

/** What a certificate adds to learning and takes off the tax, as values of a sentence (rule G7). */
export function sealBrings({ listLearn, listTax }: Parameters) {
  return { learn: percent(listLearn - 1), tax: percent(1 - listTax) };
}

export function isWeakFit(fit: number): boolean {
  return fit < 0.3;
}

export function fitWord(fit: number): string {
  if (isWeakFit(fit)) return t('plan.fit-weak');
  return fit >= 0.5 ? t('plan.fit-strong') : t('plan.fit-fair');
}
