/** Answering an offer: a yes is written into the person's draft, and counts once the plan is filed. */
import { signal } from '@preact/signals';
import type { Seat } from '../../../shared/engine/actors.ts';
import type { DealOffer, Offer } from '../../../shared/engine/parts.ts';
import type { SeatView } from '../../../shared/engine/view.ts';
import { withAccepted } from '../../state/draft.ts';
import { changeDraft, draft } from '../../state/draft-store.ts';
import { offers } from '../../state/game.ts';
import { useAct } from '../act.ts';
import { promisedTo } from './promises.ts';

/** The round in which an accepted offer was last written into the draft. */
export const written = signal<number | undefined>(undefined);

/** Resolves to whether the server accepted it. */
export type AnswerOffer = (offer: Offer, accept: boolean) => Promise<boolean>;

export function useAnswerOffer(view: SeatView): AnswerOffer {
  const act = useAct();
  return async (offer, accept) => {
    const said = await act({ type: 'answerOffer', offer: offer.id, accept });
    if (said.ok && accept && draft.value !== undefined) {
      changeDraft(withAccepted(draft.value, view, offer, promisedTo(view, offer.from)));
      written.value = view.public.round;
    }
    return said.ok;
  };
}

/** Ticking a box for somebody with an open offer also accepts the offer. */
export function useYesByTick(view: SeatView): (kind: DealOffer, from: Seat) => void {
  const act = useAct();
  return (kind, from) => {
    const asked = offers.value.find(
      (offer) => offer.kind === kind && offer.from === from && offer.to === view.seat && offer.status === 'open',
    );
    if (asked !== undefined) act({ type: 'answerOffer', offer: asked.id, accept: true });
  };
}
