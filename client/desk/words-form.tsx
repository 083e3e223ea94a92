/** A form for a text from the desk, sent or cancelled. */

import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { given } from '../../shared/engine/given.ts';
import type { DeskAnswer } from '../../shared/protocol/class-room.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import { t } from '../state/language.ts';
import { Button } from '../ui/button.tsx';
import { TextArea } from './fields.tsx';

export interface WordsFormProps {
  readonly label: string;
  readonly hint?: string;
  /** Text of the button. */
  readonly send: string;
  readonly onSend: (text: string) => Promise<DeskAnswer>;
  readonly onDone: () => void;
  /** Suggested texts: `write` fills the field. */
  readonly suggestions?: (write: (text: string) => void) => ComponentChildren;
}

export function WordsForm({ label, hint, send, onSend, onDone, suggestions }: WordsFormProps) {
  const [text, setText] = useState('');
  const words = text.trim();
  const submit = async () => {
    if (words === '') return;
    const answer = await onSend(words);
    if (answer.ok) onDone();
  };
  return (
    <form
      class="stack-tight side-form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextArea
        label={label}
        {...given({ hint })}
        rows={2}
        maxLength={LIMITS.noticeLength}
        value={text}
        onInput={setText}
      />
      {suggestions?.(setText)}
      <div class="row">
        <Button look="strong" type="submit" disabled={words === ''}>
          {send}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('desk.cancel')}
        </Button>
      </div>
    </form>
  );
}
