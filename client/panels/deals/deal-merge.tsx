/** Mergers: take firms over, or join a tree. Both sides must plan it in the same round. */
import { useMemo } from 'preact/hooks';
import type { Seat } from '../../../shared/engine/actors.ts';
import type { SeatOption } from '../../../shared/engine/legal.ts';
import type { SeatView } from '../../../shared/engine/view.ts';
import { type Buying, buyingBrings } from '../../state/buying.ts';
import { type Draft, decided, toggled, under } from '../../state/draft.ts';
import { offers } from '../../state/game.ts';
import { num, signed, t } from '../../state/language.ts';
import { joiningBrings } from '../../state/leaving.ts';
import { Term } from '../../ui/term.tsx';
import { nameOf } from '../names.ts';
import { markOf } from '../news/year-effects.ts';
import { ColumnHeads, Columns } from '../plan/chip-figures.tsx';
import { useYesByTick } from './answer-offer.ts';
import { Counterpart, FactWords } from './counterpart.tsx';
import type { DraftProps } from './deal-verbs.tsx';
import { NotPossible } from './not-possible.tsx';

const SIDES = ['buy', 'sell'] as const;
const NOBODY: readonly SeatOption[] = [];

function ofFirms(options: readonly SeatOption[]): readonly SeatOption[] {
  return options.filter(({ refused }) => refused !== 'merge-not-a-firm' && refused !== 'merge-with-self');
}

export function Merge({ draft, view, onChange }: DraftProps & { view: SeatView }) {
  const { mergeAs, buyer, sellers } = under(draft, 'merge');
  const selling = mergeAs === 'sell';
  const sayYes = useYesByTick(view);
  const options = ofFirms(selling ? view.legal.sell : view.legal.buy);
  const buying = useBuying(draft, view, selling ? NOBODY : options);
  // Shows no prices if nothing can be bought or sold.
  const owner = view.public.seats[view.seat]?.owner;
  if (owner !== undefined) {
    return <p class="small warm">{t('plan.merge-owned', { name: nameOf(view.public, owner) })}</p>;
  }
  // Above the choices from the start, so that nothing moves under a finger.
  const possible = options.filter(({ refused }) => refused === undefined).map(({ seat }) => seat);
  const asks = offers.value.find(({ kind, from, to }) => kind === 'buy' && to === view.seat && possible.includes(from));
  const head = buyer ?? asks?.from ?? possible[0];
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
      {selling && head !== undefined && <Joining draft={draft} view={view} head={head} />}
      <p class="small soft">
        <FactWords />
      </p>
      {buying !== undefined && <p class="small soft">{t('plan.buy-figures')}</p>}
      {!selling && buying === undefined && possible.length > 0 && <p class="small soft">{t('plan.buy-unknown')}</p>}
      <fieldset class={buying === undefined ? 'counterparts' : 'seals'}>
        <legend class="hidden-text">{t(`plan.merge-${mergeAs}`)}</legend>
        {buying !== undefined && (
          <ColumnHeads view={view} years={buying.years}>
            {t('plan.buy-ifYes')}
          </ColumnHeads>
        )}
        {possible.map((seat) => (
          <Counterpart
            key={seat}
            view={view}
            seat={seat}
            type={selling ? 'radio' : 'checkbox'}
            group={selling ? 'buyer' : 'seller'}
            label={t(selling ? 'plan.sellTo' : 'plan.buyFrom')}
            offer={selling ? 'buy' : 'sell'}
            figures={buying && <BuyColumns view={view} seat={seat} buying={buying} />}
            checked={selling ? buyer === seat : sellers.includes(seat)}
            onToggle={() => {
              if (selling || !sellers.includes(seat)) sayYes(selling ? 'buy' : 'sell', seat);
              onChange(decided(draft, 'merge', selling ? { buyer: seat } : { sellers: toggled(sellers, seat) }));
            }}
          />
        ))}
      </fieldset>
      <NotPossible view={view} options={options} />
    </div>
  );
}

/** Undefined while there is nobody to buy. */
function useBuying(draft: Draft, view: SeatView, options: readonly SeatOption[]): Buying | undefined {
  return useMemo(() => {
    const sellers = options.filter(({ refused }) => refused === undefined).map(({ seat }) => seat);
    return sellers.length === 0 ? undefined : buyingBrings(draft, view, sellers);
  }, [draft, view, options.length]);
}

interface BuyColumnsProps {
  readonly view: SeatView;
  readonly seat: Seat;
  readonly buying: Buying;
}

function BuyColumns({ view, seat, buying: { bySeller, years } }: BuyColumnsProps) {
  const moved = bySeller.get(seat);
  if (moved === undefined) return <span class="chip-figures chip-open">{t('plan.buy-tooDear')}</span>;
  return <Columns view={view} moved={moved} among={[...bySeller.values()]} years={years} />;
}

/** Change of score if this tree takes the firm over. */
function Joining({ draft, view, head }: { draft: Draft; view: SeatView; head: Seat }) {
  const joining = useMemo(() => joiningBrings(draft, view, head), [draft, view, head]);
  if (joining === undefined) return <p class="small soft">{t('plan.join-unknown')}</p>;
  const { years, toTheEnd, change } = joining;
  const about = { name: nameOf(view.public, head), years, change: signed(change) };
  return <p class="small">{t(toTheEnd ? 'plan.join-brings' : 'plan.join-soon', about)}</p>;
}
