/** Homework: the due time, and a code for going on on another device. */
import { useEffect, useState } from 'preact/hooks';
import type { AnyRefusalCode } from '../../../shared/protocol/refusals.ts';
import { person } from '../../state/classroom.ts';
import { leftUntil, runClock } from '../../state/clock.ts';
import { view } from '../../state/game.ts';
import { dateAndTime, t } from '../../state/language.ts';
import { Button } from '../../ui/button.tsx';
import { refusalText } from '../../ui/failure.ts';
import { useSendRequest } from './class-act.ts';

/** On top of the page once play no longer counts, or counts as late. */
export function HomeworkOver() {
  useEffect(runClock, []);
  const homework = person.value?.homework;
  if (homework === undefined || view.value?.public.phase === 'ended' || leftUntil(homework.due) > 0) return null;
  return (
    <p class="notice warm" role="status">
      {t(`classroom.homeworkOver-${homework.late}`, { due: dateAndTime(homework.due) })}
    </p>
  );
}

export function Homework({ code }: { readonly code: string }) {
  const homework = person.value?.homework;
  const sendRequest = useSendRequest();
  const [said, setSaid] = useState<{ readonly code?: string; readonly refused?: AnyRefusalCode }>({});
  if (homework === undefined) return null;
  const take = async () => {
    const answer = await sendRequest({ type: 'takeCode' });
    if (!answer.ok) setSaid({ refused: answer.refused });
    else if (answer.code !== undefined) setSaid({ code: answer.code });
  };
  const due = dateAndTime(homework.due);
  return (
    <details class="fold homework">
      <summary>{t('classroom.homeworkDue', { due })}</summary>
      <div class="stack-tight">
        <p class="small">{t(homework.recorded === true ? 'classroom.homeworkAbout' : 'classroom.homeworkBots')}</p>
        {homework.late === 'mark' && <p class="small">{t('classroom.homeworkLate')}</p>}
        <div>
          <Button compact onClick={take}>
            {t('classroom.homeworkCode')}
          </Button>
        </div>
        <p role="status">
          {said.code !== undefined && t('classroom.homeworkCodeIs', { code, own: said.code })}
          {said.refused !== undefined && refusalText(said.refused)}
        </p>
      </div>
    </details>
  );
}
