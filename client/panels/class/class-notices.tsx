/** Notices from the desk until they are read, and what is special about this seat. */
import type { SeatView } from '../../../shared/engine/view.ts';
import { dismissNotice, notices } from '../../state/classroom.ts';
import { filed, seated } from '../../state/game.ts';
import { t, words } from '../../state/language.ts';
import { takenBack } from '../../state/taken-back.ts';
import { Button } from '../../ui/button.tsx';
import { Tongues } from '../../ui/tongues.tsx';

export function ClassNotices({ view }: { view: SeatView | undefined }) {
  const own = view?.public.seats[view.seat];
  const mirror = seated.value?.mirror === true && own !== undefined;
  return (
    <div role="status" class="banner">
      {notices.value.map(({ id, text }) => (
        <div key={id} class="notice warm">
          <p>
            <strong>{t('classroom.fromInstructor')}</strong> <Tongues text={text} />
          </p>
          <Button compact onClick={() => dismissNotice(id)}>
            {t('common.understood')}
          </Button>
        </div>
      ))}
      {view !== undefined && <TakenBack />}
      {view?.public.practice === true && <p class="notice">{t('classroom.practice')}</p>}
      {mirror && (
        <p class="notice">
          <strong>{t('classroom.mirrorTitle', { name: words(own.name) })}</strong>
          <span>{t('classroom.mirrorAbout')}</span>
        </p>
      )}
    </div>
  );
}

/** After an undo: a filed plan no longer counts until it is submitted again. */
function TakenBack() {
  const phase = takenBack.value?.phase;
  if (phase === 'plan')
    return filed.value === undefined ? <p class="notice warm">{t('classroom.backToPlan')}</p> : null;
  return phase === 'news' || phase === 'reveal' ? <p class="notice warm">{t('classroom.backTo')}</p> : null;
}
