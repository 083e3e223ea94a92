/** Seats that cannot be dealt with now, folded: each reason once, with all its seats. */
import type { SeatOption } from '../../../shared/engine/legal.ts';
import type { RefusalCode } from '../../../shared/engine/refusals.ts';
import type { SeatView } from '../../../shared/engine/view.ts';
import { list, t } from '../../state/language.ts';
import { refusalText } from '../../ui/failure.ts';
import { nameOf } from '../names.ts';

export function NotPossible({ view, options }: { view: SeatView; options: readonly SeatOption[] }) {
  const reasons = new Map<RefusalCode, string[]>();
  for (const { seat, refused } of options) {
    if (refused === undefined) continue;
    reasons.set(refused, [...(reasons.get(refused) ?? []), nameOf(view.public, seat)]);
  }
  if (reasons.size === 0) return null;
  const count = [...reasons.values()].reduce((sum, names) => sum + names.length, 0);
  return (
    <details class="fold">
      <summary>{t('plan.notPossible', { count })}</summary>
      <ul class="stack-tight small">
        {[...reasons].map(([reason, names]) => (
          <li key={reason}>
            <strong>{list(names)}</strong> <span class="soft">{refusalText(reason)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
