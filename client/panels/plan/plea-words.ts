/** Text of a plea: a person's as sent, a bot's by its present situation. */

import type { Seat } from '../../../shared/engine/actors.ts';
import type { Offer, Plea } from '../../../shared/engine/parts.ts';
import { pactsWith, partnerIn } from '../../../shared/engine/queries.ts';
import type { SeatView } from '../../../shared/engine/view.ts';
import { t } from '../../state/language.ts';
import { nameOf } from '../names.ts';

/** Rounds between a bot's pleas, which then choose other words. */
const TURNS = 3;

export function pleaText(view: SeatView, { from, plea }: Pick<Offer, 'from'> & { readonly plea: Plea }): string {
  if (view.public.seats[from]?.control === 'human') return t(`plan.plea-${plea}`);
  return asItStands(view, from, plea) ?? inTurn(view, plea);
}

function inTurn({ public: { round } }: SeatView, plea: Plea): string {
  return Math.floor(round / TURNS) % 2 === 0 ? t(`plan.plea-${plea}`) : t(`plan.plea-${plea}-again`);
}

/** What affects the firm this year, if it is public. */
function asItStands(view: SeatView, from: Seat, plea: Plea): string | undefined {
  const { seats, happenings } = view.public;
  const owner = seats[from]?.owner;
  const head = owner === undefined ? undefined : nameOf(view.public, owner);
  const tested = pactsWith(view.public.pacts, from).filter(({ kept }) => kept !== undefined);
  switch (plea) {
    case 'noOrders': {
      if (head !== undefined) return t('plan.plea-noOrders-held', { head });
      if ((seats[from]?.treeSize ?? 1) > 1) return undefined;
      const taken = happenings.find((event) => event.type === 'FirmAbsorbed');
      return taken && t('plan.plea-noOrders-next', { name: nameOf(view.public, taken.firm) });
    }
    case 'certify': {
      if (head !== undefined) return t('plan.plea-certify-held', { head });
      const kept = tested.filter((pact) => pact.kept === true).length;
      return kept === 0 ? undefined : t('plan.plea-certify-kept', { kept, count: tested.length });
    }
    case 'makeLaw': {
      const taker = tested.find(({ kept }) => kept === false);
      if (taker === undefined) return undefined;
      return t('plan.plea-makeLaw-named', { name: nameOf(view.public, partnerIn(taker, from)) });
    }
    default:
      return undefined;
  }
}
