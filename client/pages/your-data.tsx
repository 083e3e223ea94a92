/** What is stored about a person, and their research consent, which can be changed at any time. */

import { useState } from 'preact/hooks';
import type { ClassInfo } from '../../shared/protocol/class-http.ts';
import type { AnyRefusalCode } from '../../shared/protocol/refusals.ts';
import { classInfo } from '../net/http.ts';
import { useSendRequest } from '../panels/class/class-act.ts';
import { person } from '../state/classroom.ts';
import { t } from '../state/language.ts';
import { Alert } from '../ui/alert.tsx';
import { refusalText } from '../ui/failure.ts';
import { useWish } from '../ui/wish.ts';

export function YourData({ code }: { code: string }) {
  const [info, setInfo] = useState<ClassInfo>();
  const own = person.value;
  if (own === undefined) return null;
  const ask = async () => {
    const answer = await classInfo(code);
    if (answer.ok) setInfo(answer.value);
  };
  return (
    <details class="fold no-print" onToggle={(event) => event.currentTarget.open && info === undefined && ask()}>
      <summary>{t('classroom.yourData')}</summary>
      <div class="stack-tight">
        {info?.keptDays !== undefined && <p class="small">{t('join.recorded', { days: info.keptDays })}</p>}
        {info !== undefined && <Research said={own.research} asked={info.research === true} />}
        <p class="small soft">{t('classroom.eraseAbout')}</p>
      </div>
    </details>
  );
}

/** A box for consent if the class asks; otherwise a box for opting out. */
function Research({ said, asked }: { said: 'yes' | 'no' | 'asked' | undefined; asked: boolean }) {
  const sendRequest = useSendRequest();
  const [refused, setRefused] = useState<AnyRefusalCode>();
  const included = said === 'yes' || (said === undefined && !asked);
  const [shown, press] = useWish(included, async (research) => {
    const answer = await sendRequest({ type: 'consent', research });
    setRefused(answer.ok ? undefined : answer.refused);
    return answer;
  });
  return (
    <>
      <label class="choice">
        <input type="checkbox" checked={asked === shown} onChange={press} />
        <span class="about">{t(asked ? 'join.research' : 'classroom.leaveOut')}</span>
      </label>
      <p class="small soft" role="status">
        {t(included ? 'classroom.researchYes' : 'classroom.researchNo')}
      </p>
      <Alert text={refused && refusalText(refused)} />
    </>
  );
}
