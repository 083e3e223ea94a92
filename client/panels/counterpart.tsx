/** One other seat as a choice: how well it fits, how far it is trusted, who plays it, and whether it has asked. */
import type { Seat } from '../../shared/engine/actors.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import { offers, presence } from '../state/game.ts';
import { percent, t } from '../state/language.ts';
import { numbersOf } from '../state/numbers.ts';
import { Term } from '../ui/term.tsx';
import { kindOf, nameOf } from './names.ts';
import { fitWord, reputationOf } from './seat-words.ts';

/** What the facts beside each name mean, once above them all. */
export function FactWords() {
  return (
    <p class="row small soft">
      <Term of="fit" word={t('glossary.fit')} />
      <Term of="trust" word={t('glossary.trust')} />
    </p>
  );
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
  readonly note?: string | undefined;
  readonly onToggle: () => void;
}

/** Whoever holds as many pacts as anybody may can sign no more, unless one is broken this year. */
export function isFull({ public: { pacts, ...known } }: SeatView, seat: Seat): boolean {
  const limit = numbersOf(known)?.pactLimit;
  return limit !== undefined && pacts.filter(({ a, b }) => a === seat || b === seat).length >= limit;
}

export function Counterpart(props: CounterpartProps) {
  const { view, seat } = props;
  const actor = view.public.seats[seat];
  if (actor === undefined) return null;
  const offered = offers.value.some(
    (offer) => offer.from === seat && offer.kind === props.offer && offer.status !== 'declined',
  );
  const facts = [
    kindOf(view.public, actor),
    ...(actor.kind === 'firm' || actor.kind === 'university' ? [fitWord(view.fit[seat] ?? 0)] : []),
    t('plan.youTrust', { share: percent(view.trust[seat] ?? 0) }),
    ...(props.offer === 'pact' && isFull(view, seat) ? [t('plan.theirsFull')] : []),
    ...reputationOf(actor),
  ];
  const { control } = presence(seat);
  return (
    <label class="choice">
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
        <span class="row">
          <strong>{nameOf(view.public, seat)}</strong>
          {control !== 'human' && <span class="tag">{t(`common.${control}`)}</span>}
          {offered && <span class="tag good">{t(`plan.offered-${props.offer ?? 'pact'}`)}</span>}
        </span>
        <span class="small soft" id={`${props.group}-${seat}`}>
          {props.note ?? facts.join(t('common.dot'))}
        </span>
      </span>
    </label>
  );
}
