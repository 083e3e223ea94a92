/** What can be done with one other seat this year: each act writes into one's own plan, and asks where it takes two. */
import { useState } from 'preact/hooks';
import type { Seat } from '../../shared/engine/actors.ts';
import type { SeatOption } from '../../shared/engine/legal.ts';
import type { OfferKind } from '../../shared/engine/parts.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import { type Draft, verbOf, withAccepted } from '../state/draft.ts';
import { changeDraft, draft } from '../state/draft-store.ts';
import { t } from '../state/language.ts';
import { pactPlaces } from '../state/pact-places.ts';
import { Button } from '../ui/button.tsx';
import { refusalText } from '../ui/failure.ts';
import { useAct } from './act.ts';
import { nameOf } from './names.ts';

function may(options: readonly SeatOption[], seat: Seat): boolean {
  return options.some((option) => option.seat === seat && option.refused === undefined);
}

/** Asks the other, and writes the wish into one's own plan: both are needed for a deal. */
export function useOffer(view: SeatView): (kind: OfferKind, to: Seat) => Promise<string | undefined> {
  const act = useAct();
  return async (kind, to) => {
    const answer = await act({ type: 'makeOffer', kind, to });
    if (!answer.ok && answer.refused !== 'offer-exists')
      return refusalText(answer.refused, { name: nameOf(view.public, to) });
    if (draft.value !== undefined) changeDraft(withOffered(draft.value, view, kind, to));
    return undefined;
  };
}

/** To offer to buy is what accepting an offer to be bought would write, and the other way round. */
function withOffered(now: Draft, view: SeatView, kind: OfferKind, to: Seat): Draft {
  const mirrored: Readonly<Record<OfferKind, OfferKind>> = { pact: 'pact', buy: 'sell', sell: 'buy' };
  return withAccepted(now, view, { kind: mirrored[kind], from: to });
}

export function HouseActs({ view, seat }: { view: SeatView; seat: Seat }) {
  const offer = useOffer(view);
  const [said, setSaid] = useState<string>();
  const [asked, setAsked] = useState<OfferKind>();
  const now = draft.value;
  if (now === undefined || !view.legal.canPlan || now.kind === 'government') return null;

  const name = nameOf(view.public, seat);
  const sent = (kind: OfferKind) =>
    view.offers.some((each) => each.from === view.seat && each.to === seat && each.kind === kind);
  const propose = async (kind: OfferKind) => {
    const otherDeal = now.kind === 'firm' && now.verb !== 'none' && now.verb !== verbOf(kind);
    if (otherDeal && asked !== kind) {
      setAsked(kind);
      setSaid(t('plan.otherDeal', { verb: t(`plan.verb-${now.verb}`) }));
      return;
    }
    setAsked(undefined);
    setSaid(await offer(kind, seat));
  };
  const full = pactPlaces(now, view).room === 0 && !now.wishes.includes(seat);
  const breaks = now.verb === 'cooperate' || now.kind === 'university' ? now.breaks.includes(seat) : false;
  return (
    <div class="house-acts">
      {view.legal.partners.includes(seat) ? (
        <button
          type="button"
          class="break"
          aria-pressed={breaks}
          aria-label={t('plan.breakWith', { name })}
          onClick={() =>
            changeDraft({
              ...now,
              verb: 'cooperate',
              breaks: breaks ? now.breaks.filter((other) => other !== seat) : [...now.breaks, seat],
            })
          }
        >
          {t('plan.break')}
        </button>
      ) : (
        may(view.legal.pactWishes, seat) && (
          <Button compact look="strong" disabled={full || sent('pact')} onClick={() => propose('pact')}>
            {t(sent('pact') ? 'plan.offered' : 'plan.offerPact')}
          </Button>
        )
      )}
      {now.kind === 'firm' && may(view.legal.buy, seat) && (
        <Button compact disabled={sent('buy')} onClick={() => propose('buy')}>
          {t('plan.offerBuy')}
        </Button>
      )}
      {now.kind === 'firm' && may(view.legal.sell, seat) && (
        <Button compact disabled={sent('sell')} onClick={() => propose('sell')}>
          {t('plan.offerSell')}
        </Button>
      )}
      {full && <span class="small warm">{t('plan.pactsFull', { limit: pactPlaces(now, view).limit })}</span>}
      <span class="small" role="status">
        {said}
      </span>
    </div>
  );
}
