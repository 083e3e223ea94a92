/** The stop for reflection: one question to everyone, answered in free text; then the game goes on. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { LIMITS } from '../../../shared/protocol/limits.ts';
import type { AnyRefusalCode } from '../../../shared/protocol/refusals.ts';
import { reflection } from '../../state/classroom.ts';
import { t } from '../../state/language.ts';
import { Button } from '../../ui/button.tsx';
import { refusalText } from '../../ui/failure.ts';
import { Tongues } from '../../ui/tongues.tsx';
import { useTell } from './class-act.ts';

export function ClassReflection() {
  const asked = reflection.value;
  return asked?.open === true ? <Question key={asked.id} id={asked.id} question={asked.question} /> : null;
}

function Question({ id, question }: { id: string; question: string }) {
  const tell = useTell();
  const kept = reflection.value?.answer;
  const [text, setText] = useState(kept ?? '');
  const [refused, setRefused] = useState<AnyRefusalCode>();
  const [busy, setBusy] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const send = async () => {
    if (busy || text.trim() === '') return;
    setBusy(true);
    const answer = await tell({ type: 'answerReflection', reflection: id, text: text.trim() });
    setBusy(false);
    setRefused(answer.ok ? undefined : answer.refused);
  };
  return (
    <section class="reflection stack" aria-labelledby="reflection-title">
      <p class="kicker">{t('classroom.reflectionTitle')}</p>
      <h2 id="reflection-title" ref={title} tabIndex={-1}>
        <Tongues text={question} />
      </h2>
      <form
        class="stack-tight"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <label class="field">
          <span class="label">{t('classroom.yourAnswer')}</span>
          <textarea
            rows={3}
            maxLength={LIMITS.noticeLength}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </label>
        <div class="row">
          <Button look="strong" type="submit" disabled={busy || text.trim() === ''}>
            {t(kept === undefined ? 'classroom.sendAnswer' : 'classroom.changeAnswer')}
          </Button>
          <span role="status" class="good">
            {kept !== undefined && t('classroom.answerSent')}
          </span>
        </div>
        {refused !== undefined && (
          <p class="error" role="alert">
            {refusalText(refused)}
          </p>
        )}
      </form>
      <p class="small soft">{t('classroom.reflectionAbout')}</p>
    </section>
  );
}
