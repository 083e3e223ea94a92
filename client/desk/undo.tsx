/** Asks for confirmation before an undo and says what it loses for good. */
import { signal } from '@preact/signals';
import type { DeskDistrict, Where } from '../../shared/protocol/class-room.ts';
import { desk } from '../state/desk.ts';
import { t } from '../state/language.ts';
import { Button } from '../ui/button.tsx';
import { ask } from './results.ts';

/** Districts whose last step is about to be undone. */
export const undoing = signal<Where | undefined>(undefined);

export function UndoForm() {
  const where = undoing.value;
  if (where === undefined) return null;
  const districts = (desk.value?.districts ?? []).filter((each) => each.undoable === true && isIn(where, each));
  if (districts.length === 0) return null;
  const done = () => {
    undoing.value = undefined;
  };
  return (
    <section class="row notice warm" aria-label={t('desk.undo')}>
      <p>
        {where.district !== undefined && <strong>{t('teach.district', { number: where.district })}</strong>}{' '}
        {t(lossOf(districts), { count: plansIn(districts) })}
        <span class="block small">{t('course.undoClock')}</span>
      </p>
      <Button
        look="strong"
        onClick={() => {
          ask({ type: 'undo', ...where });
          done();
        }}
      >
        {t('course.undoNow')}
      </Button>
      <Button look="quiet" onClick={done}>
        {t('desk.cancel')}
      </Button>
    </section>
  );
}

function isIn({ district, districts }: Where, { number }: DeskDistrict): boolean {
  if (district !== undefined) return number === district;
  return districts === undefined || districts.includes(number);
}

/** What an undo loses: exactly, if all are in one phase, else in general. */
export function lossOf(districts: readonly DeskDistrict[]) {
  const [phase, ...others] = new Set(districts.map((each) => each.phase));
  if (others.length > 0) return 'course.undoMixed';
  switch (phase) {
    case 'plan':
      return plansIn(districts) === 0 ? 'course.undoPlanEmpty' : 'course.undoPlan';
    case 'reveal':
      return 'course.undoReveal';
    default:
      return 'course.undoMixed';
  }
}

/** Number of people's plans that an undo would lose. */
export function plansIn(districts: readonly DeskDistrict[]): number {
  const planning = districts.filter(({ phase }) => phase === 'plan');
  return planning.reduce((sum, { humans, waitingFor }) => sum + humans - waitingFor.length, 0);
}
