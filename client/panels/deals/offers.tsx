/** Offers of this round, received and sent. Accepting one writes the wish into the person's draft and says so. */
import type { Offer } from '../../../shared/engine/parts.ts';
import type { SeatView } from '../../../shared/engine/view.ts';
import { offers, view as shownView } from '../../state/game.ts';
import { short, t } from '../../state/language.ts';
import { Button } from '../../ui/button.tsx';
import { useAct } from '../act.ts';
import { nameOf } from '../names.ts';
import { useAnswerOffer, written } from './answer-offer.ts';

export function openOffersTo(seat: number): readonly Offer[] {
  return offers.value.filter((offer) => offer.to === seat && offer.status === 'open' && offer.kind !== 'share');
}

function WrittenNotice() {
  const told = written.value !== undefined && written.value === shownView.value?.public.round;
  return (
    <p role="status" class={told ? 'notice good' : 'hidden-text'}>
      {told ? t('play.writtenIntoDraft') : ''}
    </p>
  );
}

function OfferLine({ offer, view }: { offer: Offer; view: SeatView }) {
  const act = useAct();
  const answerOffer = useAnswerOffer(view);
  const mine = offer.from === view.seat;
  const name = nameOf(view.public, mine ? offer.to : offer.from);
  const points = short(offer.promise ?? 0);

  // The buttons disappear with the answer, so the focus moves to the list.
  const answer = async (accept: boolean, button: HTMLElement) => {
    const list = button.closest<HTMLElement>('ul');
    if (await answerOffer(offer, accept)) list?.focus();
  };

  return (
    <li class="offer">
      <span>{t(mine ? `play.sent-${offer.kind}` : `play.got-${offer.kind}`, { name, points })}</span>
      {offer.status !== 'open' && (
        <span class={offer.status === 'accepted' ? 'tag good' : 'tag warm'}>{t(`play.offer-${offer.status}`)}</span>
      )}
      {offer.status === 'open' && mine && (
        <Button compact onClick={() => act({ type: 'withdrawOffer', offer: offer.id })}>
          {t('play.withdraw')}
        </Button>
      )}
      {offer.status === 'open' && !mine && offer.kind !== 'share' && (
        <span class="row">
          <Button
            compact
            look="strong"
            label={t('play.acceptFrom', { name })}
            onPress={(button) => answer(true, button)}
          >
            {t('play.accept')}
          </Button>
          <Button compact label={t('play.declineFrom', { name })} onPress={(button) => answer(false, button)}>
            {t('play.decline')}
          </Button>
        </span>
      )}
    </li>
  );
}

export function Offers({ view }: { view: SeatView }) {
  return (
    <>
      {offers.value.length === 0 && <p class="soft">{t('play.noOffers')}</p>}
      <ul class="stack-tight" tabIndex={-1} aria-label={t('play.offersTitle')}>
        {offers.value.map((offer) => (
          <OfferLine key={offer.id} offer={offer} view={view} />
        ))}
      </ul>
      <WrittenNotice />
    </>
  );
}

/**
 * Announces open offers to screen readers. It shows nothing, because new content would move what a finger is about to
 * touch; the tab has a badge.
 */
export function OfferAnnouncer({ view }: { view: SeatView }) {
  const waiting = openOffersTo(view.seat);
  return (
    <ul aria-live="polite" aria-label={t('play.offersTitle')} class="hidden-text">
      {waiting.map((offer) => (
        <li key={offer.id}>{t(`play.got-${offer.kind}`, { name: nameOf(view.public, offer.from) })}</li>
      ))}
    </ul>
  );
}
