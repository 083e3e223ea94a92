/** Makes an offer to one other seat: a pact, a purchase or a sale. It does not bind. */
import { useId, useState } from 'preact/hooks';
import type { Seat } from '../../../shared/engine/actors.ts';
import type { SeatOption } from '../../../shared/engine/legal.ts';
import { DEAL_OFFERS, type DealOffer } from '../../../shared/engine/parts.ts';
import type { SeatView } from '../../../shared/engine/view.ts';
import type { AnyRefusalCode } from '../../../shared/protocol/refusals.ts';
import { planKind } from '../../state/draft.ts';
import { draft } from '../../state/draft-store.ts';
import { t } from '../../state/language.ts';
import { Button } from '../../ui/button.tsx';
import { refusalText } from '../../ui/failure.ts';
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
  const id = useId();
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
    <form
      class="make-offer"
      aria-label={t('play.makeOffer')}
      onSubmit={(event) => {
        event.preventDefault();
        offer();
      }}
    >
      <div class="field">
        <label for={`${id}-kind`}>{t('play.offerKind')}</label>
        <select id={`${id}-kind`} value={kind} onChange={(event) => setWanted(kindFrom(event.currentTarget.value))}>
          {kinds.map((each) => (
            <option key={each} value={each}>
              {t(`play.offer-${each}`)}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for={`${id}-to`}>{t('play.offerTo')}</label>
        <select id={`${id}-to`} value={target} onChange={(event) => setTo(Number(event.currentTarget.value))}>
          {possible.map(({ seat }) => (
            <option key={seat} value={seat}>
              {nameOf(view.public, seat)}
            </option>
          ))}
        </select>
      </div>
      <Button type="submit">{t('play.sendOffer')}</Button>
      {refused !== undefined && (
        <p class="error" role="alert">
          {refusalText(refused)}
        </p>
      )}
    </form>
  );
}

function kindFrom(value: string): DealOffer {
  return DEAL_OFFERS.find((kind) => kind === value) ?? 'pact';
}
