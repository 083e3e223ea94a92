/** Leave the tree: what a free firm gains and gives up, and whether last year's command would hold it. */
import { ownResearch, productPerKnowledge, tributeRateOf, upkeepOf } from '../../shared/engine/formulas.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import { decided } from '../state/draft.ts';
import type { Forecast } from '../state/forecast.ts';
import { num, percent, t } from '../state/language.ts';
import { numbersOf } from '../state/numbers.ts';
import { Button } from '../ui/button.tsx';
import type { DraftProps } from './deal-verbs.tsx';
import { nameOf } from './names.ts';

/** The least effect that is told as a reason. */
const LEAST_TOLD = 0.01;

interface LeaveProps extends DraftProps {
  readonly view: SeatView;
  readonly expected: Forecast | undefined;
}

export function Leave({ draft, view, expected, onChange }: LeaveProps) {
  const chosen = draft.verb === 'leave';
  const refused = chosen ? expected?.leaveRefused : undefined;
  return (
    <div class="stack-tight">
      <p class="small soft">{gainsOf(view)}</p>
      <Button pressed={chosen} onClick={() => onChange(decided(draft, 'leave'))}>
        {t('plan.leaveNow')}
      </Button>
      {refused !== undefined && (
        <p class="small warm" role="status">
          {t(`plan.leave-${refused}`)}
        </p>
      )}
    </div>
  );
}

/** Pacts of one's own that both kept last year. */
function keptBy({ seat, public: { pacts } }: SeatView): number {
  return pacts.filter(({ a, b, kept }) => kept === true && (a === seat || b === seat)).length;
}

export function gainsOf(view: SeatView): string {
  const numbers = numbersOf(view.public);
  const own = view.public.seats[view.seat];
  if (numbers === undefined || own === undefined) return '';
  const { forced, treeSize: size } = own;
  const tribute = tributeRateOf(numbers, forced);
  const alone = ownResearch(numbers, { points: 1, size: 1, forced: false, rivals: 0 }, 0);
  const inTree = ownResearch(numbers, { points: 1, size, forced, rivals: 0 }, 0);
  const earns = (heads: number) => productPerKnowledge(numbers, view.public.shocked, heads, keptBy(view));
  const product = earns(1) / earns(size) - 1;
  return [
    ...(Math.abs(product) < LEAST_TOLD
      ? []
      : [t(product > 0 ? 'plan.leave-product' : 'plan.leave-productLess', { share: percent(Math.abs(product)) })]),
    t('plan.leave-research', { loss: percent(1 - inTree / alone) }),
    ...(tribute > 0 ? [t('plan.leave-tribute', { share: percent(tribute), name: nameOf(view.public, own.head) })] : []),
    t('plan.leave-upkeep', { from: num(upkeepOf(numbers, size)), to: num(upkeepOf(numbers, 1)) }),
  ].join(' ');
}
