/** Answering an offer: a yes is written into one's own draft, where it counts once the plan is filed. */
import { signal } from '@preact/signals';
import type { Offer } from '../../shared/engine/parts.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import { withAccepted } from '../state/draft.ts';
import { changeDraft, draft } from '../state/draft-store.ts';
import { useAct } from './act.ts';
import { promisedTo } from './promises.ts';

/** The round in which an accepted offer was last written into the draft. */
export const written = signal<number | undefined>(undefined);

/** Answers whether the server took it. */
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
