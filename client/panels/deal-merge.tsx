/** Merge: take others in, or go under another's tree. Both sides must want it in the same round. */
import type { SeatOption } from '../../shared/engine/legal.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import { decided, toggled, under } from '../state/draft.ts';
import { num, t } from '../state/language.ts';
import { Term } from '../ui/term.tsx';
import { Counterpart, FactWords } from './counterpart.tsx';
import type { DraftProps } from './deal-verbs.tsx';
import { nameOf } from './names.ts';
import { NotPossible } from './not-possible.tsx';
import { markOf } from './year-effects.ts';

const SIDES = ['buy', 'sell'] as const;

function ofFirms(options: readonly SeatOption[]): readonly SeatOption[] {
  return options.filter(({ refused }) => refused !== 'merge-not-a-firm' && refused !== 'merge-with-self');
}

export function Merge({ draft, view, onChange }: DraftProps & { view: SeatView }) {
  const { mergeAs, buyer, sellers } = under(draft, 'merge');
  const selling = mergeAs === 'sell';
  const options = ofFirms(selling ? view.legal.sell : view.legal.buy);
  // Neither to buy nor to sell: no price and no side that could mislead.
  const owner = view.public.seats[view.seat]?.owner;
  if (owner !== undefined) {
    return <p class="small warm">{t('plan.merge-owned', { name: nameOf(view.public, owner) })}</p>;
  }
  return (
    <div class="stack-tight">
      <fieldset class="verbs two">
        <legend class="hidden-text">{t('plan.mergeTitle')}</legend>
        {SIDES.map((side) => (
          <label key={side} class="choice">
            <input
              type="radio"
              name="merge-side"
              checked={mergeAs === side}
              onChange={() =>
                onChange(
                  draft.verb === 'merge' ? decided(draft, 'merge', { mergeAs: side }) : { ...draft, mergeAs: side },
                )
              }
            />
            {t(`plan.merge-${side}`)}
          </label>
        ))}
      </fieldset>
      <p class="small soft">
        {selling
          ? t('plan.merge-sell-about', { price: num(view.quotes.ownPrice) + markOf(view, ['priceBase']) })
          : t('plan.merge-buy-about')}{' '}
        <Term key={mergeAs} of={selling ? 'subsidiary' : 'head'} />
      </p>
      <p class="small soft">
        <FactWords />
      </p>
      <fieldset class="counterparts">
        <legend class="hidden-text">{t(`plan.merge-${mergeAs}`)}</legend>
        {options
          .filter(({ refused }) => refused === undefined)
          .map(({ seat }) => (
            <Counterpart
              key={seat}
              view={view}
              seat={seat}
              type={selling ? 'radio' : 'checkbox'}
              group={selling ? 'buyer' : 'seller'}
              label={t(selling ? 'plan.sellTo' : 'plan.buyFrom')}
              offer={selling ? 'buy' : 'sell'}
              checked={selling ? buyer === seat : sellers.includes(seat)}
              onToggle={() =>
                onChange(decided(draft, 'merge', selling ? { buyer: seat } : { sellers: toggled(sellers, seat) }))
              }
            />
          ))}
      </fieldset>
      <NotPossible view={view} options={options} />
    </div>
  );
}
