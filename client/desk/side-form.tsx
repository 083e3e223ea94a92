/** A small form beside its button, which sends a request and closes when that is done. */
import type { ComponentChildren } from 'preact';
import type { DeskAnswer } from '../../shared/protocol/class-room.ts';
import { t } from '../state/language.ts';
import { Button } from '../ui/button.tsx';

export interface SideFormProps {
  readonly children: ComponentChildren;
  /** Whether the form is complete. */
  readonly ready: boolean;
  /** Text of the button. */
  readonly send: string;
  readonly onSend: () => Promise<DeskAnswer>;
  readonly onDone: () => void;
}

export function SideForm({ children, ready, send, onSend, onDone }: SideFormProps) {
  const submit = async () => {
    const answer = await onSend();
    if (answer.ok) onDone();
  };
  return (
    <form
      class="side-form row"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) submit();
      }}
    >
      {children}
      <Button look="strong" type="submit" disabled={!ready}>
        {send}
      </Button>
      <Button look="quiet" onClick={onDone}>
        {t('desk.cancel')}
      </Button>
    </form>
  );
}
