/** Makes an offer to one other seat: a pact, a purchase or a sale. It does not bind. */

import { useState } from 'preact/hooks';
import type { Seat } from '../../../shared/engine/actors.ts';
import type { SeatOption } from '../../../shared/engine/legal.ts';
import { DEAL_OFFERS, type DealOffer } from '../../../shared/engine/parts.ts';
import type { SeatView } from '../../../shared/engine/view.ts';
import type { AnyRefusalCode } from '../../../shared/protocol/refusals.ts';
import { planKind } from '../../state/draft.ts';
import { draft } from '../../state/draft-store.ts';
import { t } from '../../state/language.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { refusalText } from '../../ui/failure.ts';
import { Select } from '../../ui/select.tsx';
import { useAct } from '../act.ts';
import { nameOf } from '../names.ts';
import { replacesDeal, useOffer } from '../street/house-acts.tsx';

function optionsOf(view: SeatView, kind: DealOffer): readonly SeatOption[] {
  if (kind === 'pact') return view.legal.pactWishes;
  return kind === 'buy' ? view.legal.buy : view.legal.sell;
}

export function MakeOffer({ view }: { view: SeatView }) {
  const act = useAct();
  const askAndWish = useOffer(view);
  const kinds = DEAL_OFFERS.filter((kind) => optionsOf(view, kind).some(({ refused }) => refused === undefined));
  const [wanted, setWanted] = useState<DealOffer>('pact');
  const [to, setTo] = useState<Seat>();
  const [refused, setRefused] = useState<AnyRefusalCode>();
  const kind = kinds.includes(wanted) ? wanted : kinds[0];
  if (kind === undefined)
    return (
      <p class="soft small">{t(planKind(view) === 'government' ? 'play.noOfferOffice' : 'play.noOfferPossible')}</p>
    );

  const possible = optionsOf(view, kind).filter(({ refused }) => refused === undefined);
  const target = possible.find(({ seat }) => seat === to)?.seat ?? possible[0]?.seat;

  const offer = async () => {
    if (target === undefined) return;
    // An offer that would replace another deal is not written into the plan.
    if (draft.value === undefined || replacesDeal(draft.value, kind)) {
      const answer = await act({ type: 'makeOffer', kind, to: target });
      return setRefused(answer.ok ? undefined : answer.refused);
    }
    setRefused(await askAndWish(kind, target));
  };

  return (
    <>
      <form
        class="make-offer"
        aria-label={t('play.makeOffer')}
        onSubmit={(event) => {
          event.preventDefault();
          offer();
        }}
      >
        <Select
          label={t('play.offerKind')}
          value={kind}
          options={kinds.map((each) => ({ value: each, label: t(`play.offer-${each}`) }))}
          onChange={setWanted}
        />
        <Select
          label={t('play.offerTo')}
          value={String(target)}
          options={possible.map(({ seat }) => ({ value: String(seat), label: nameOf(view.public, seat) }))}
          onChange={(seat) => setTo(Number(seat))}
        />
        <Button type="submit">{t('play.sendOffer')}</Button>
      </form>
      <Alert text={refused && refusalText(refused)} />
    </>
  );
}
