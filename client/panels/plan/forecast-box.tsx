/** The full forecast: ranges, assumptions, an office's effects, and the years ahead. */

import type { SeatView } from '../../../shared/engine/view.ts';
import { newsOf } from '../../../shared/scenarios/index.ts';
import type { Draft } from '../../state/draft.ts';
import type { Forecast, Range } from '../../state/forecast.ts';
import { list, num, percent, signed, t } from '../../state/language.ts';
import { yearsLeft } from '../../state/years.ts';
import { Figures, type LabelledFigure } from '../labelled.tsx';
import { endYear } from './office-about.ts';

interface ForecastBoxProps {
  readonly draft: Draft;
  readonly view: SeatView;
  readonly expected: Forecast;
}

function between(range: Range, show: (value: number) => string): string {
  const [low, likely, high] = [show(range.low), show(range.likely), show(range.high)];
  return low === high ? low : t('plan.between', { likely, low, high });
}

function linesOf({ draft, view, expected }: ForecastBoxProps): readonly LabelledFigure[] {
  const { score, atEnd, knowledge, street, fromTree, deal } = expected;
  const plain = (value: number) => num(value);
  const change = (value: number) => signed(value);
  switch (draft.kind) {
    case 'firm':
      return [
        [t('plan.expect-product'), between(expected.product, plain), 'income'],
        [t('plan.expect-trade'), between(expected.trade, plain), 'margin'],
        [t('plan.expect-costs'), between(expected.costs, plain), 'upkeep'],
        ...unlessNone(fromTree, [t('play.money-tribute'), between(fromTree, plain), 'tree']),
        ...unlessNone(deal, [t('plan.expect-deal'), between(deal, change)]),
        [t('plan.expect-cash'), between(expected.cash, plain)],
        [t('plan.expect-knowledge'), between(knowledge, change), 'knowledge'],
        [t('plan.expect-scoreAt'), between(after(view.score, score), plain)],
      ];
    case 'university':
      return [
        [t('plan.expect-score'), between(score, change)],
        [t('plan.expect-knowledge'), between(knowledge, change), 'knowledge'],
        [t('glossary.commonKnowledge'), moved(view.public.commons, street.commons, plain), 'commonKnowledge'],
      ];
    case 'government':
      return [
        [t('plan.expect-score'), between(score, change)],
        ...(atEnd === undefined ? [] : [[t('plan.expect-atEnd'), num(atEnd), 'innovation'] as const]),
        [t('glossary.law'), moved(view.public.law, street.law, percent), 'law'],
        [t('glossary.ownershipDistance'), moved(view.public.distance, street.distance, percent), 'ownershipDistance'],
        [t('glossary.ventureFund'), moved(view.public.fund, street.fund, plain), 'ventureFund'],
        [t('glossary.commonKnowledge'), moved(view.public.commons, street.commons, plain), 'commonKnowledge'],
      ];
  }
}

function unlessNone({ low, high }: Range, line: LabelledFigure): readonly LabelledFigure[] {
  return low === 0 && high === 0 ? [] : [line];
}

/** Turns a change into the resulting level. */
function after(now: number, { low, likely, high }: Range): Range {
  return { low: now + low, likely: now + likely, high: now + high };
}

function moved(before: number, after: number, show: (value: number) => string): string {
  const [from, to] = [show(before), show(after)];
  return from === to ? to : t('plan.moved', { from, to });
}

/** Whether the forecast reaches the last year. */
export function leadsToTheEnd({ public: shown }: SeatView, years: number): boolean {
  return years === yearsLeft(shown);
}

export function ForecastBox(props: ForecastBoxProps) {
  const { draft, view, expected } = props;
  const { danger, runsOut, causes, later } = expected;
  const span = later !== undefined && leadsToTheEnd(view, later.years) ? 'end' : 3;
  return (
    <section class="forecast" aria-labelledby="forecast-title">
      <h3 id="forecast-title">{t('plan.forecastTitle')}</h3>
      <Figures look="ledger" rows={linesOf(props)} />
      {danger !== 'safe' && <p class="error">{t(danger === 'fails' ? 'plan.cashWillFail' : 'plan.cashMayFail')}</p>}
      {runsOut !== undefined && (
        <p class={runsOut.sure ? 'error' : 'warm'}>
          {t(runsOut.sure ? 'plan.cashRunsOut' : 'plan.cashMayRunOut', {
            year: newsOf(view.public.scenario, runsOut.round)?.year ?? '',
          })}
        </p>
      )}
      {later !== undefined && (
        <p>
          {draft.kind === 'firm'
            ? t(`plan.later-${span}`, {
                year: endYear(view.public),
                low: num(later.cash.low),
                high: num(later.cash.high),
                from: num(later.knowledge.low),
                to: num(later.knowledge.high),
                likely: num(later.score.likely),
                worst: num(later.score.low),
                best: num(later.score.high),
              })
            : t(`plan.laterScore-${span}`, {
                year: endYear(view.public),
                low: num(later.score.low),
                high: num(later.score.high),
              })}
        </p>
      )}
      {draft.kind !== 'firm' && yearsLeft(view.public) > 1 && (
        <p class="small soft">
          {t(draft.kind === 'government' ? 'plan.figures-besideOffice' : 'plan.figures-beside', {
            year: endYear(view.public),
          })}
        </p>
      )}
      {causes.length > 0 && (
        <p class="small soft">
          {t('plan.dependsOn', { causes: list(causes.map((cause) => t(`plan.cause-${cause}`))) })}
        </p>
      )}
    </section>
  );
}
