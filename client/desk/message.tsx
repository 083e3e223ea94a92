/** A few words from the desk, to the class, to districts or to one person. */
import { useState } from 'preact/hooks';
import type { Where } from '../../shared/protocol/desk.ts';
import { LIMITS } from '../../shared/protocol/wire.ts';
import { t } from '../state/language.ts';
import { Button } from '../ui/button.tsx';
import { ask } from './deeds.ts';
import { TextArea } from './fields.tsx';

type Recipient = Where & { readonly player?: string };

export function MessageForm({ to, onDone }: { to: Recipient; onDone: () => void }) {
  const [text, setText] = useState('');
  const send = async () => {
    if (text.trim() === '') return;
    const answer = await ask({ type: 'message', text: text.trim(), ...to });
    if (answer.ok) onDone();
  };
  return (
    <form
      class="stack-tight side-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <TextArea label={t('desk.messageText')} rows={2} maxLength={LIMITS.noticeLength} value={text} onInput={setText} />
      <div class="row">
        <Button look="strong" type="submit" disabled={text.trim() === ''}>
          {t('desk.send')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('desk.cancel')}
        </Button>
      </div>
    </form>
  );
}
