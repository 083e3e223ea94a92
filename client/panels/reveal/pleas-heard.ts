/** Results of firms' pleas to an office or a university. */
import type { OwnResult } from '../../../shared/engine/own-result.ts';
import { grants } from '../../../shared/engine/pleas.ts';
import type { SeatView } from '../../../shared/engine/view.ts';
import { t } from '../../state/language.ts';
import { nameOf } from '../names.ts';

export function pleasHeard(view: SeatView, { plan }: OwnResult): readonly string[] {
  return (view.said ?? []).flatMap(({ kind, from, to, plea, status }) => {
    if (kind !== 'plea' || plea === undefined || to !== view.seat) return [];
    const end = grants(plan, plea, from) ? 'done' : status === 'accepted' ? 'broken' : 'notDone';
    return [t(`play.heard-${end}`, { name: nameOf(view.public, from), what: t(`plan.pleaFor-${plea}`) })];
  });
}
