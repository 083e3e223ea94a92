/** Leaving a tree: gains and losses of a free firm, what may block it, and the outlook by year. */

import { useMemo } from 'preact/hooks';
import { productPerKnowledge, tributeRateOf, upkeepOf } from '../../../shared/engine/formulas.ts';
import { tenths } from '../../../shared/engine/plans.ts';
import { spentIn } from '../../../shared/engine/public-view.ts';
import { pactsWith } from '../../../shared/engine/queries.ts';
import type { SeatView } from '../../../shared/engine/view.ts';
import { newsOf } from '../../../shared/scenarios/index.ts';
import { decided } from '../../state/draft.ts';
import type { Forecast } from '../../state/forecast.ts';
import { numbersOf } from '../../state/game-parameters.ts';
import { num, passage, percent, plainList, short, signed, t } from '../../state/language.ts';
import { leavingBrings } from '../../state/leaving.ts';
import { researchLost } from '../../state/tree-loss.ts';
import { Button } from '../../ui/button.tsx';
import { nameOf } from '../names.ts';
import type { DraftProps } from './deal-verbs.tsx';

/** Smallest effect worth telling. */
const LEAST_TOLD = 0.01;

interface LeaveProps extends DraftProps {
  readonly view: SeatView;
  readonly expected: Forecast | undefined;
}

export function Leave({ draft, view, expected, onChange }: LeaveProps) {
  const chosen = draft.verb === 'leave';
  const tooDear = chosen && expected?.leaveRefused === 'cash';
  return (
    <div class="stack-tight">
      <p class="small soft">{gainsOf(view)}</p>
      <ByYear draft={draft} view={view} />
      <p class="small">{leaveOutlook(view)}</p>
      <Button pressed={chosen} onClick={() => onChange(decided(draft, 'leave'))}>
        {t('plan.leaveNow')}
      </Button>
      <p class="small warm" role="status">
        {tooDear && t('plan.leave-cash')}
      </p>
    </div>
  );
}

/** Change of score for leaving this year, and near the end for each year left. */
function ByYear({ draft, view }: Omit<LeaveProps, 'expected' | 'onChange'>) {
  const leaving = useMemo(() => leavingBrings(draft, view), [draft, view]);
  if (leaving === undefined) return null;
  const { years, toTheEnd, brings } = leaving;
  const [first] = brings;
  if (!toTheEnd) return <p class="small">{t('plan.leave-soon', { years, change: signed(first?.change ?? 0) })}</p>;
  const told = brings.map(({ round, change }) =>
    t('plan.leave-in', { year: newsOf(view.public.scenario, round)?.year ?? '', change: signed(change) }),
  );
  return <p class="small">{t('plan.leave-brings', { years: plainList(told) })}</p>;
}

/** Whether last year's command may hold the firm; a certificate protects it. More cannot be known. */
export function leaveOutlook({ seat, public: seen }: SeatView): string {
  const own = seen.seats[seat];
  if (own?.listed === true) return t('plan.leave-certified');
  const needed = numbersOf(seen)?.commandNeeded ?? 0;
  const points = spentIn(seen.happenings).reduce((sum, spent) => sum + spent.points.command, 0);
  const key = tenths(points) >= tenths(needed) ? 'plan.leave-held' : 'plan.leave-open';
  const held = t(key, { needed: short(needed), points: short(points) });
  return passage([held, ...(own?.parent === undefined ? [] : [t('plan.leave-again')])]);
}

/** Number of one's own pacts that both sides kept last year. */
function keptBy({ seat, public: { pacts } }: SeatView): number {
  return pactsWith(pacts, seat).filter(({ kept }) => kept === true).length;
}

export function gainsOf(view: SeatView): string {
  const numbers = numbersOf(view.public);
  const own = view.public.seats[view.seat];
  if (numbers === undefined || own === undefined) return '';
  const { forced, treeSize: size } = own;
  const tribute = tributeRateOf(numbers, forced);
  const earns = (heads: number) => productPerKnowledge(numbers, view.public.shocked, heads, keptBy(view));
  const product = earns(1) / earns(size) - 1;
  return [
    ...(Math.abs(product) < LEAST_TOLD
      ? []
      : [t(product > 0 ? 'plan.leave-product' : 'plan.leave-productLess', { share: percent(Math.abs(product)) })]),
    t('plan.leave-research', { loss: percent(researchLost(numbers, own)) }),
    ...(tribute > 0 ? [t('plan.leave-tribute', { share: percent(tribute), name: nameOf(view.public, own.head) })] : []),
    t('plan.leave-upkeep', { from: num(upkeepOf(numbers, size)), to: num(upkeepOf(numbers, 1)) }),
  ].join(' ');
}
