/** Offers and talk: requests received, requests sent, and what is said. */
import type { SeatView } from '../../../shared/engine/view.ts';
import { person } from '../../state/classroom.ts';
import { planKind } from '../../state/draft.ts';
import { t } from '../../state/language.ts';
import { Term } from '../../ui/term.tsx';
import { Coach } from '../coach.tsx';
import { Offers } from '../deals/offers.tsx';
import { Conversation } from './conversation.tsx';
import { MakeOffer } from './make-offer.tsx';

export function Talk({ view }: { view: SeatView }) {
  const planning = view.public.phase === 'plan';
  return (
    <div class="stack">
      <section class="stack-tight" aria-labelledby="offers-title">
        <div class="named">
          <h3 id="offers-title">{t('play.offersTitle')}</h3>
          <Term of="offer" />
        </div>
        {planKind(view) !== 'government' && <Coach topic="offers" />}
        {planning ? (
          <>
            <Offers view={view} />
            <MakeOffer view={view} />
          </>
        ) : (
          <p class="soft">{t('play.offersOnlyInPlan')}</p>
        )}
      </section>
      <Conversation view={view} />
      {person.value !== undefined && view.public.talkOn && <p class="small soft">{t('classroom.talkIsRead')}</p>}
    </div>
  );
}
