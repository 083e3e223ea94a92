/** What is still to do; if the button is disabled, why. */
import type { SeatView } from '../../../shared/engine/view.ts';
import type { WireRefusal } from '../../../shared/protocol/refusals.ts';
import { type Draft, dealProblem, type Use } from '../../state/draft.ts';
import { filed, presence } from '../../state/game.ts';
import { numbersOf } from '../../state/game-parameters.ts';
import { passage, plainList, short, t } from '../../state/language.ts';
import { refusalText } from '../../ui/failure.ts';
import { nameOf } from '../names.ts';
import { nameOfUse } from './chips.tsx';
import { commandText } from './command-preview.tsx';

interface PlanStateProps {
  readonly over: boolean;
  readonly draft: Draft;
  readonly view: SeatView;
  readonly left: number;
  readonly isIn: boolean;
  readonly refused: WireRefusal | undefined;
  /** The plan has been untouched for a while. */
  readonly idle: boolean;
  /** The use that points were just taken from. */
  readonly moved: Use | undefined;
}

const NAMES = 3;

export function PlanState({ over, draft: now, view, left, isIn, refused, idle, moved }: PlanStateProps) {
  if (over) return <>{t('plan.classOver')}</>;
  if (refused !== undefined) {
    const { value = '', limit = '', seat } = refused.about ?? {};
    const name = seat === undefined ? '' : nameOf(view.public, seat);
    return <span class="error">{refusalText(refused.refused, { value, limit, name })}</span>;
  }
  const problem = dealProblem(now, view);
  if (problem !== undefined) return <>{refusalText(problem)}</>;
  if (left < 0) return <>{t('plan.tooMany', { count: -left, points: short(-left) })}</>;
  if (isIn) {
    return (
      <>
        <span class="in">{t('plan.isIn')}</span> <span class="block">{awaited(view)}</span>
      </>
    );
  }
  if (moved !== undefined && left === 0) return <>{movedText(now, view, moved)}</>;
  if (left === view.budget && idle) return <>{t('plan.tapHint')}</>;
  if (left > 0 && now.kind !== 'government') return <>{t('plan.left', { count: left, points: short(left) })}</>;
  if (left > 0) return <>{t('plan.unspent', { count: left, points: short(left) })}</>;
  return <>{t(filed.value === undefined ? 'plan.ready' : 'plan.changed')}</>;
}

/** Also says what becomes of a command that lost points. */
function movedText(now: Draft, view: SeatView, moved: Use): string {
  const from = t('plan.movedFrom', { name: nameOfUse(moved) });
  const numbers = numbersOf(view.public);
  const command = now.uses.command ?? 0;
  if (moved !== 'command' || numbers === undefined || command >= numbers.commandNeeded) return from;
  return passage([from, command === 0 ? t('plan.commandNobody') : commandText(view, numbers, command)]);
}

/** Names of a few seats still deciding. */
function awaited(view: SeatView): string {
  const missing = view.public.seats.filter(({ seat }) => !presence(seat).ready && seat !== view.seat);
  if (missing.length === 0) return '';
  const names = plainList(missing.slice(0, NAMES).map(({ seat }) => nameOf(view.public, seat)));
  const more = missing.length - NAMES;
  return more > 0 ? t('plan.decidingMore', { names, count: more }) : t('plan.deciding', { names });
}
