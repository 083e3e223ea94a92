/** How each district's record ends: with this note one can later check a file against the record. */

import { useState } from 'preact/hooks';
import type { ClassEnds } from '../../shared/protocol/class-http.ts';
import type { FailureCode } from '../net/http.ts';
import { classEnds } from '../net/records.ts';
import { t } from '../state/language.ts';
import { Alert } from '../ui/alert.tsx';
import { failureText } from '../ui/failure.ts';

export function EndLinks({ classId, instructorKey }: { classId: string; instructorKey: string }) {
  const [ends, setEnds] = useState<ClassEnds>();
  const [failure, setFailure] = useState<FailureCode>();
  // Fetched each time it opens, because a running game goes on.
  const ask = async () => {
    const answer = await classEnds(classId, instructorKey);
    setFailure(answer.ok ? undefined : answer.code);
    if (answer.ok) setEnds(answer.value);
  };
  return (
    <details class="fold" onToggle={(event) => event.currentTarget.open && ask()}>
      <summary>{t('desk.ends')}</summary>
      <p class="small soft">{t('desk.endsAbout')}</p>
      <ul class="small figures">
        {ends?.districts.map(({ number, records, link }) => (
          <li key={number}>
            {t('desk.endRow', { number, records })} <code>{link}</code>
          </li>
        ))}
      </ul>
      <Alert text={failure && failureText(failure)} />
    </details>
  );
}
