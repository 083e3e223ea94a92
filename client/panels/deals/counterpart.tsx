/** Another seat as a choice: whether it has asked, how well it fits, and how much it is trusted. */
import type { ComponentChildren } from 'preact';
import type { Seat } from '../../../shared/engine/actors.ts';
import type { SeatView } from '../../../shared/engine/view.ts';
import { offers } from '../../state/game.ts';
import { num, percent, t } from '../../state/language.ts';
import { isFull } from '../../state/pact-places.ts';
import { priceRange } from '../../state/price.ts';
import { Term } from '../../ui/term.tsx';
import { nameOf } from '../names.ts';
import { fitWord, reputationOf } from '../seat-words.ts';

/** Legend of the facts beside each name. */
export function FactWords() {
  return (
    <>
      <Term of="fit" word={t('glossary.fit')} /> <Term of="trust" word={t('glossary.trust')} />
    </>
  );
}

function priceWords(view: SeatView, seat: Seat): readonly string[] {
  const range = priceRange(view.public, seat);
  if (range === undefined) return [];
  const from = num(range.from);
  return [range.to === undefined ? t('plan.priceFrom', { from }) : t('plan.priceBetween', { from, to: num(range.to) })];
}

export interface CounterpartProps {
  readonly view: SeatView;
  readonly seat: Seat;
  readonly type: 'checkbox' | 'radio';
  readonly group: string;
  readonly label: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly offer?: 'pact' | 'buy' | 'sell';
  readonly onToggle: () => void;
  /** Effects of the choice, shown beside the name. */
  readonly figures?: ComponentChildren;
}

export function Counterpart(props: CounterpartProps) {
  const { view, seat } = props;
  const actor = view.public.seats[seat];
  if (actor === undefined) return null;
  const offered = offers.value.find(
    (offer) => offer.from === seat && offer.kind === props.offer && offer.status !== 'declined',
  );
  const facts = [
    ...(actor.kind === 'firm' || actor.kind === 'university' ? [fitWord(view.fit[seat] ?? 0)] : []),
    t('plan.youTrust', { share: percent(view.trust[seat] ?? 0) }),
    ...(props.offer === 'sell' ? priceWords(view, seat) : []),
    ...reputationOf(actor),
  ];
  const full = props.offer === 'pact' && isFull(view, seat);
  return (
    <label class="choice brief">
      <input
        type={props.type}
        name={props.group}
        checked={props.checked}
        disabled={props.disabled === true}
        aria-label={`${props.label}: ${nameOf(view.public, seat)}`}
        aria-describedby={`${props.group}-${seat}`}
        onChange={props.onToggle}
      />
      <span class="about">
        <strong>{nameOf(view.public, seat)}</strong>
        <span class="soft block" id={`${props.group}-${seat}`}>
          {offered !== undefined && (
            <span class="good">
              {t(offered.status === 'accepted' ? 'plan.saidYes' : `plan.offered-${props.offer ?? 'pact'}`)}
              {t('common.dot')}
            </span>
          )}
          {facts.join(t('common.dot'))}
          {full && <span class="warm">{t('common.dot') + t('plan.theirsFull')}</span>}
        </span>
      </span>
      {props.figures}
    </label>
  );
}
