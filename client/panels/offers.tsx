/** Offers of this round, received and sent. Accepting one writes the wish into one's own draft, and says so. */
import { signal } from '@preact/signals';
import type { Offer } from '../../shared/engine/parts.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import { withAccepted } from '../state/draft.ts';
import { changeDraft, draft } from '../state/draft-store.ts';
import { offers, view as shownView } from '../state/game.ts';
import { t } from '../state/language.ts';
import { Button } from '../ui/button.tsx';
import { useAct } from './act.ts';
import { nameOf } from './names.ts';

export function openOffersTo(seat: number): readonly Offer[] {
  return offers.value.filter((offer) => offer.to === seat && offer.status === 'open');
}

/** The round in which an accepted offer was last written into the draft. */
const written = signal<number | undefined>(undefined);

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
  const mine = offer.from === view.seat;
  const name = nameOf(view.public, mine ? offer.to : offer.from);

  const answer = async (accept: boolean) => {
    const said = await act({ type: 'answerOffer', offer: offer.id, accept });
    if (!said.ok || !accept || draft.value === undefined) return;
    changeDraft(withAccepted(draft.value, offer.kind, offer.from));
    written.value = view.public.round;
  };

  return (
    <li class="offer">
      <span>{t(mine ? `play.sent-${offer.kind}` : `play.got-${offer.kind}`, { name })}</span>
      {offer.status !== 'open' && (
        <span class={offer.status === 'accepted' ? 'tag good' : 'tag warm'}>{t(`play.offer-${offer.status}`)}</span>
      )}
      {offer.status === 'open' && mine && (
        <Button compact onClick={() => act({ type: 'withdrawOffer', offer: offer.id })}>
          {t('play.withdraw')}
        </Button>
      )}
      {offer.status === 'open' && !mine && (
        <span class="row">
          <Button compact look="strong" label={t('play.acceptFrom', { name })} onClick={() => answer(true)}>
            {t('play.accept')}
          </Button>
          <Button compact label={t('play.declineFrom', { name })} onClick={() => answer(false)}>
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
      <ul class="stack-tight">
        {offers.value.map((offer) => (
          <OfferLine key={offer.id} offer={offer} view={view} />
        ))}
      </ul>
      <WrittenNotice />
    </>
  );
}

/**
 * What waits for an answer, read out wherever one is. Nothing is shown: whatever came into the page by itself would push
 * away what a finger is about to touch; the eye has the badge on the tab.
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
