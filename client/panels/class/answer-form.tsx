/** An answer in one's own words, which may be changed until the question closes. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../state/language.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/text-area.tsx';

interface AnswerFormProps {
  readonly label: string;
  readonly rows: number;
  readonly maxLength: number;
  /** The answer so far. */
  readonly kept: string | undefined;
  readonly busy?: boolean;
  readonly onSend: (text: string) => void;
  /** Above the button. */
  readonly about?: ComponentChildren;
  /** Beside the button. */
  readonly children?: ComponentChildren;
}

export function AnswerForm(props: AnswerFormProps) {
  const { label, rows, maxLength, kept, busy = false, onSend, about, children } = props;
  const [text, setText] = useState(kept ?? '');
  const answer = text.trim();
  return (
    <form
      class="stack-tight"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && answer !== '') onSend(answer);
      }}
    >
      <TextArea label={label} rows={rows} maxLength={maxLength} value={text} onInput={setText} />
      {about}
      <div class="row">
        <Button look="strong" type="submit" disabled={busy || answer === ''}>
          {t(kept === undefined ? 'classroom.sendAnswer' : 'classroom.changeAnswer')}
        </Button>
        {children}
      </div>
    </form>
  );
}
