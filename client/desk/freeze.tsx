/** The stop for reflection: every clock rests while the class thinks about one question. */
import { useState } from 'preact/hooks';
import type { Where } from '../../shared/protocol/desk.ts';
import { LIMITS } from '../../shared/protocol/wire.ts';
import { t } from '../state/language.ts';
import { Button } from '../ui/button.tsx';
import { ask } from './deeds.ts';
import { TextArea } from './fields.tsx';

const SUGGESTED = ['apart', 'kept', 'alone', 'figure'] as const;

export function FreezeForm({ to, onDone }: { to: Where; onDone: () => void }) {
  const [question, setQuestion] = useState('');
  const freeze = async () => {
    if (question.trim() === '') return;
    const answer = await ask({ type: 'freeze', question: question.trim(), ...to });
    if (answer.ok) onDone();
  };
  return (
    <form
      class="stack-tight side-form"
      onSubmit={(event) => {
        event.preventDefault();
        freeze();
      }}
    >
      <TextArea
        label={t('desk.question')}
        hint={t('desk.questionHint')}
        rows={2}
        maxLength={LIMITS.noticeLength}
        value={question}
        onInput={setQuestion}
      />
      <fieldset class="suggested">
        <legend class="hidden-text">{t('desk.suggested')}</legend>
        {SUGGESTED.map((each) => (
          <button key={each} type="button" class="suggestion" onClick={() => setQuestion(t(`desk.ask-${each}`))}>
            {t(`desk.ask-${each}`)}
          </button>
        ))}
      </fieldset>
      <div class="row">
        <Button look="strong" type="submit" disabled={question.trim() === ''}>
          {t('desk.freezeNow')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('desk.cancel')}
        </Button>
      </div>
    </form>
  );
}
