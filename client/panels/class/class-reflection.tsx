/** The stop for reflection: one question to everyone, answered in free text; then the game goes on. */

import { useEffect, useRef, useState } from 'preact/hooks';
import { LIMITS } from '../../../shared/protocol/limits.ts';
import type { AnyRefusalCode } from '../../../shared/protocol/refusals.ts';
import { reflection } from '../../state/classroom.ts';
import { t } from '../../state/language.ts';
import { Alert } from '../../ui/alert.tsx';
import { refusalText } from '../../ui/failure.ts';
import { Tongues } from '../../ui/tongues.tsx';
import { AnswerForm } from './answer-form.tsx';
import { useSendRequest } from './class-act.ts';

export function ClassReflection() {
  const asked = reflection.value;
  return asked?.open === true ? <Question key={asked.id} id={asked.id} question={asked.question} /> : null;
}

function Question({ id, question }: { id: string; question: string }) {
  const sendRequest = useSendRequest();
  const kept = reflection.value?.answer;
  const [refused, setRefused] = useState<AnyRefusalCode>();
  const [busy, setBusy] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const send = async (text: string) => {
    setBusy(true);
    const answer = await sendRequest({ type: 'answerReflection', reflection: id, text });
    setBusy(false);
    setRefused(answer.ok ? undefined : answer.refused);
  };
  return (
    <section class="reflection stack" aria-labelledby="reflection-title">
      <p class="kicker">{t('classroom.reflectionTitle')}</p>
      <h2 id="reflection-title" ref={title} tabIndex={-1}>
        <Tongues text={question} />
      </h2>
      <AnswerForm
        label={t('classroom.yourAnswer')}
        rows={3}
        maxLength={LIMITS.noticeLength}
        kept={kept}
        busy={busy}
        onSend={send}
      >
        <span role="status" class="good">
          {kept !== undefined && t('classroom.answerSent')}
        </span>
      </AnswerForm>
      <Alert text={refused && refusalText(refused)} />
      <p class="small soft">{t('classroom.reflectionAbout')}</p>
    </section>
  );
}
