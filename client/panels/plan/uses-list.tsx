/** Explains every use of points, folded below the plan. */
import type { SeatView } from '../../../shared/engine/view.ts';
import type { Term as Name } from '../../../shared/i18n/terms.ts';
import { planKind, type Use, usesOf } from '../../state/draft.ts';
import { num, t } from '../../state/language.ts';
import { Term } from '../../ui/term.tsx';

const TERM_OF: Readonly<Record<Use, Name>> = {
  trade: 'trade',
  research: 'research',
  publish: 'publish',
  outside: 'outside',
  shelter: 'shelter',
  open: 'openLab',
  command: 'command',
  law: 'law',
  reform: 'reform',
  fund: 'ventureFund',
  training: 'training',
};

export function UsesList({ view }: { view: SeatView }) {
  const hintOf = (use: Use) => {
    if (use === 'trade') return t('plan.hint-trade', { margin: num(view.quotes.margin, 2) });
    if (use === 'fund' && view.public.fundOff === true) return t('plan.hint-fund-off');
    return t(`plan.hint-${use}`);
  };
  return (
    <details class="fold">
      <summary>{t('plan.whatPoints')}</summary>
      <dl class="terms">
        {usesOf(planKind(view)).map((use) => (
          <div key={use}>
            <dt>
              <Term of={TERM_OF[use]} word={t(`plan.use-${use}`)} />
            </dt>
            <dd>{hintOf(use)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
