/** Offers of this round, received and sent. Accepting one writes the wish into one's own draft, and says so. */
import { useState } from 'preact/hooks';
import type { Offer } from '../../shared/engine/state.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import { withAccepted } from '../state/draft.ts';
import { changeDraft, draft } from '../state/draft-store.ts';
import { offers } from '../state/game.ts';
import { t } from '../state/language.ts';
import { Button } from '../ui/button.tsx';
import { useAct } from './act.ts';
import { nameOf } from './names.ts';

export function openOffersTo(seat: number): readonly Offer[] {
  return offers.value.filter((offer) => offer.to === seat && offer.status === 'open');
}

export function Offers({ view }: { view: SeatView }) {
  const act = useAct();
  const [written, setWritten] = useState(false);
  const now = draft.value;

  const answer = async (offer: Offer, accept: boolean) => {
    const said = await act({ type: 'answerOffer', offer: offer.id, accept });
    if (!said.ok || !accept || now === undefined) return;
    changeDraft(withAccepted(now, offer.kind, offer.from));
    setWritten(true);
  };

  return (
    <>
      {offers.value.length === 0 && <p class="soft">{t('play.noOffers')}</p>}
      <ul class="stack-tight">
        {offers.value.map((offer) => {
          const mine = offer.from === view.seat;
          const name = nameOf(view.public, mine ? offer.to : offer.from);
          return (
            <li key={offer.id} class="offer">
              <span>{t(mine ? `play.sent-${offer.kind}` : `play.got-${offer.kind}`, { name })}</span>
              {offer.status !== 'open' && (
                <span class={offer.status === 'accepted' ? 'tag good' : 'tag warm'}>
                  {t(`play.offer-${offer.status}`)}
                </span>
              )}
              {offer.status === 'open' && mine && (
                <Button compact onClick={() => act({ type: 'withdrawOffer', offer: offer.id })}>
                  {t('play.withdraw')}
                </Button>
              )}
              {offer.status === 'open' && !mine && (
                <span class="row">
                  <Button
                    compact
                    look="strong"
                    label={t('play.acceptFrom', { name })}
                    onClick={() => answer(offer, true)}
                  >
                    {t('play.accept')}
                  </Button>
                  <Button compact label={t('play.declineFrom', { name })} onClick={() => answer(offer, false)}>
                    {t('play.decline')}
                  </Button>
                </span>
              )}
            </li>
          );
        })}
      </ul>
      <p role="status" class={written ? 'notice good' : 'hidden-text'}>
        {written ? t('play.writtenIntoDraft') : ''}
      </p>
    </>
  );
}
