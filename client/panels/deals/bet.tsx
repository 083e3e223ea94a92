/**
 * A private bet while others decide: will a partner keep their promise? It stays on this device; the reveal settles it.
 */
import type { Seat } from '../../../shared/engine/actors.ts';
import { keepsWith } from '../../../shared/engine/edges.ts';
import { tenths } from '../../../shared/engine/plans.ts';
import type { SeatView } from '../../../shared/engine/view.ts';
import { betIn, keepBet } from '../../state/bet.ts';
import { seated } from '../../state/game.ts';
import { numbersOf } from '../../state/game-parameters.ts';
import { t } from '../../state/language.ts';
import { Button } from '../../ui/button.tsx';
import { nameOf } from '../names.ts';
import type { Hand } from './hands.ts';
import { promisedTo } from './promises.ts';

/** Key of the year a bet belongs to. */
function yearOf({ public: { round } }: SeatView): string {
  return `${seated.value?.districtId ?? ''} ${round}`;
}

/** The partner with the largest promise; else one who gave something last year. */
function whose(view: SeatView): Seat | undefined {
  const word = (seat: Seat) => promisedTo(view, seat) ?? 0;
  const [first] = view.legal.partners.toSorted((one, other) => word(other) - word(one));
  if (first !== undefined && word(first) > 0) return first;
  return view.legal.partners.find((seat) => (view.received[seat] ?? 0) > 0);
}

export function BetRow({ view }: { view: SeatView }) {
  const seat = whose(view);
  if (seat === undefined) return null;
  const name = nameOf(view.public, seat);
  const year = yearOf(view);
  const made = betIn(year);
  const choices = [
    [true, t('plan.yes')],
    [false, t('plan.no')],
  ] as const;
  return (
    <fieldset class="bet" aria-label={t('plan.bet', { name })}>
      <span class="asked-words">{t('plan.bet', { name })}</span>
      {choices.map(([keeps, word]) => (
        <Button
          key={word}
          compact
          pressed={made?.seat === seat && made.keeps === keeps}
          onClick={() => keepBet({ year, seat, keeps })}
        >
          {word}
        </Button>
      ))}
    </fieldset>
  );
}

/** Result of the bet; undefined without a bet on this partner. */
export function betOn(view: SeatView, { seat, got, theyPromised }: Hand): string | undefined {
  const made = betIn(yearOf(view));
  const numbers = numbersOf(view.public);
  if (made === undefined || made.seat !== seat || numbers === undefined) return undefined;
  const kept = theyPromised === undefined ? keepsWith(numbers, got) : tenths(got) >= tenths(theyPromised);
  return t(`reveal.bet-${made.keeps ? 'yes' : 'no'}-${kept === made.keeps ? 'right' : 'wrong'}`);
}
