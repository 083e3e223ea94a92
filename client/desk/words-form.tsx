/** A form for a text from the desk, sent or cancelled. */

import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { omitUndefined } from '../../shared/engine/omit-undefined.ts';
import type { DeskAnswer } from '../../shared/protocol/class-room.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import { TextArea } from '../ui/text-area.tsx';
import { SideForm } from './side-form.tsx';

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
  return (
    <SideForm ready={words !== ''} send={send} onSend={() => onSend(words)} onDone={onDone} tall>
      <TextArea
        label={label}
        {...omitUndefined({ hint })}
        rows={2}
        maxLength={LIMITS.noticeLength}
        value={text}
        onInput={setText}
      />
      {suggestions?.(setText)}
    </SideForm>
  );
}
