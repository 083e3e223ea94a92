/** Sums of a year, term by term: the books, knowledge, and the score. */
import { dealCash } from '../../../shared/engine/deal-cash.ts';
import type { OwnResult } from '../../../shared/engine/own-result.ts';
import type { SeatView } from '../../../shared/engine/view.ts';
import type { Term as Name } from '../../../shared/i18n/terms.ts';
import { numbersOf } from '../../state/game-parameters.ts';
import { num, signed, t } from '../../state/language.ts';
import { Labelled } from '../labelled.tsx';
import { learningParts } from './learning-parts.ts';
import { partsAfterFirst, partsAsShown } from './parts-as-shown.ts';
import { scoreParts, shownMove } from './score-parts.ts';

type Line = readonly [name: string, value: number, term?: Name | undefined];

interface LedgerProps {
  readonly caption: string;
  readonly lines: readonly Line[];
  readonly total: Line;
  readonly inTenths?: typeof partsAsShown;
}

function Ledger({ caption, lines, total, inTenths = partsAsShown }: LedgerProps) {
  const shown = inTenths(
    lines.map(([, value]) => value),
    total[1],
  );
  return (
    <section class="stack-tight">
      <h3>{caption}</h3>
      <dl class="ledger figures">
        {lines.map(([name, , term], place) => {
          const value = shown[place] ?? 0;
          if (value === 0) return null;
          return (
            <div key={name}>
              <dt>
                <Labelled name={name} term={term} />
              </dt>
              <dd class={value < 0 ? 'out' : ''}>{signed(value)}</dd>
            </div>
          );
        })}
        <div class="total">
          <dt>{total[0]}</dt>
          <dd>{signed(total[1])}</dd>
        </div>
      </dl>
    </section>
  );
}

export function Money({ view, result }: { view: SeatView; result: OwnResult }) {
  const lines: readonly Line[] = [
    [t('play.money-product'), result.product, 'income'],
    [t('play.money-trade'), result.trade, 'trade'],
    [t('play.money-tribute'), result.tribute, 'tree'],
    [t('play.money-tax'), -result.tax, 'tax'],
    [t('play.money-upkeep'), -result.upkeep, 'upkeep'],
    [t('play.money-debt'), -result.debtService, 'loan'],
    [t('play.money-investors'), -result.investorFees, 'ventureCapital'],
    [t('play.money-pacts'), -result.pactCosts, 'law'],
    [t('play.money-deals'), dealCash(result.happenings, view.seat)],
  ];
  const sum = lines.reduce((total, [, value]) => total + value, 0);
  return <Ledger caption={t('play.moneyTitle')} lines={lines} total={[t('play.moneyTotal'), sum]} />;
}

/** Terms of a firm's score (rule C1). */
export function Worth({ view }: { view: SeatView }) {
  const { cash, knowledge, loans } = view.books;
  const share = numbersOf(view.public)?.scoreKnowledge;
  if (share === undefined) return null;
  const debt = loans.reduce((sum, { owed }) => sum + owed, 0);
  const rest = view.score - cash - share * knowledge + debt;
  const lines: readonly Line[] = [
    [t('common.cash'), cash],
    [t('play.worth-knowledge', { knowledge: num(knowledge) }), share * knowledge, 'knowledge'],
    [t('play.worth-debt'), -debt, 'loan'],
    [t('play.worth-rest'), rest],
  ];
  return (
    <Ledger
      caption={t('play.worthTitle')}
      lines={lines}
      total={[t('common.score'), view.score]}
      inTenths={partsAfterFirst}
    />
  );
}

export function Learning({ view, result }: { view: SeatView; result: OwnResult }) {
  const inTree = (view.public.seats[view.seat]?.treeSize ?? 1) > 1;
  const lines = learningParts(result, inTree).map(([name, gained, term]): Line => [t(name), gained, term]);
  return (
    <Ledger caption={t('play.learntTitle')} lines={lines} total={[t('play.learntTotal'), result.knowledgeGained]} />
  );
}

export function ScoreParts({ view, result }: { view: SeatView; result: OwnResult }) {
  const parts = scoreParts(view, result);
  if (parts.length === 0) return null;
  return (
    <Ledger
      caption={t('play.scoreTitle')}
      lines={parts.map(([name, points, term]) => [t(name), points, term])}
      total={[t('play.scoreTotal'), shownMove(result)]}
    />
  );
}
