/** The forecast: ranges as numbers and as bars on one scale, and what they hang on. */
import type { SeatView } from '../../shared/engine/view.ts';
import type { Term as Name } from '../../shared/i18n/terms.ts';
import type { Draft } from '../state/draft.ts';
import { forecast, type Range } from '../state/forecast.ts';
import { list, num, signed, t } from '../state/language.ts';
import { yearlyNumbers } from '../state/numbers.ts';
import { Coach } from './coach.tsx';
import { Labelled } from './labelled.tsx';

function between(range: Range, show: (value: number) => string): string {
  const [low, high] = [show(range.low), show(range.high)];
  return low === high ? low : t('plan.between', { low, high });
}

export function ForecastBox({ draft, view }: { draft: Draft; view: SeatView }) {
  const numbersIn = yearlyNumbers(view.public);
  const expected = numbersIn === undefined ? undefined : forecast(draft, view, numbersIn);
  if (expected === undefined) return null;
  const lines: readonly (readonly [name: string, value: string, term: Name])[] = [
    [t('plan.expect-product'), between(expected.product, (value) => num(value)), 'income'],
    [t('plan.expect-trade'), between(expected.trade, (value) => num(value)), 'margin'],
    [t('plan.expect-costs'), between(expected.costs, (value) => num(value)), 'upkeep'],
    [t('plan.expect-knowledge'), between(expected.knowledge, (value) => signed(value)), 'knowledge'],
  ];
  const danger = expected.cash.low < 0;
  return (
    <section class="forecast" aria-labelledby="forecast-title">
      <h3 id="forecast-title">{t('plan.forecastTitle')}</h3>
      <Coach topic="forecast" />
      <dl class="ledger figures">
        {lines.map(([name, value, term]) => (
          <div key={name}>
            <dt>
              <Labelled name={name} term={term} />
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div class="total">
          <dt>{t('plan.expect-cash')}</dt>
          <dd class={danger ? 'warm' : ''}>{between(expected.cash, (value) => num(value))}</dd>
        </div>
      </dl>
      {danger && <p class="error">{t(expected.cash.high < 0 ? 'plan.cashWillFail' : 'plan.cashMayFail')}</p>}
      <p class="small soft">
        {t('plan.dependsOn', { causes: list(expected.causes.map((cause) => t(`plan.cause-${cause}`))) })}
      </p>
    </section>
  );
}
