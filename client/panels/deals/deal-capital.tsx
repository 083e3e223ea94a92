/** Capital: a bank loan, a venture stake or a foreign partner, each with its terms. */
import type { SeatView } from '../../../shared/engine/view.ts';
import { CAPITALS, decided, under } from '../../state/draft.ts';
import { numbersOf } from '../../state/game-parameters.ts';
import { percent, short, t, type Values } from '../../state/language.ts';
import { refusalText } from '../../ui/failure.ts';
import { markOf } from '../news/year-effects.ts';
import type { DraftProps } from './deal-verbs.tsx';

function terms(view: SeatView): Values {
  const numbers = numbersOf(view.public);
  if (numbers === undefined) return {};
  const funded = view.public.fund >= numbers.ventureFundNeeded;
  const odds = {
    chance: percent(funded ? numbers.ventureChanceFunded : numbers.ventureChance),
    funded: percent(numbers.ventureChanceFunded),
    needed: short(numbers.ventureFundNeeded),
    fund: short(view.public.fund),
  };
  return {
    loan: short(numbers.loanCash),
    instalment: short(numbers.loanCash / numbers.loanInstalments),
    instalments: numbers.loanInstalments,
    interest: percent(numbers.loanInterest) + markOf(view, ['loanInterest']),
    venture: short(numbers.ventureCash),
    due: short(numbers.ventureDue),
    effort: short(numbers.ventureResearchNeeded),
    relief: short(numbers.ventureRelief, 2),
    ventureFee: percent(numbers.ventureFee),
    odds: t(funded ? 'plan.venture-oddsFunded' : 'plan.venture-odds', odds),
    foreign: short(numbers.foreignCash),
    know: short(numbers.foreignKnowledge),
    foreignFee: percent(numbers.foreignFee),
    pacts: numbers.foreignPactLoss,
  };
}

export function Capital({ draft, view, onChange }: DraftProps & { view: SeatView }) {
  const values = terms(view);
  const { capital } = under(draft, 'capital');
  return (
    <fieldset class="stack-tight">
      <legend class="hidden-text">{t('plan.verb-capital')}</legend>
      {CAPITALS.map((kind) => {
        const { refused } = view.legal[kind];
        return (
          <label key={kind} class="choice">
            <input
              type="radio"
              name="capital"
              checked={capital === kind}
              disabled={refused !== undefined && capital !== kind}
              onChange={() => onChange(decided(draft, 'capital', { capital: kind }))}
            />
            <span class="about">
              <strong>{t(`plan.${kind}`)}</strong>
              <span class="small soft block">
                {refused === undefined ? t(`plan.${kind}-about`, values) : refusalText(refused)}
              </span>
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
