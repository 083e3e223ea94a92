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
  /** The buttons are below the field. */
  readonly tall?: boolean;
}

export function SideForm({ children, ready, send, onSend, onDone, tall = false }: SideFormProps) {
  const submit = async () => {
    const answer = await onSend();
    if (answer.ok) onDone();
  };
  const buttons = (
    <>
      <Button look="strong" type="submit" disabled={!ready}>
        {send}
      </Button>
      <Button look="quiet" onClick={onDone}>
        {t('desk.cancel')}
      </Button>
    </>
  );
  return (
    <form
      class={tall ? 'side-form stack-tight' : 'side-form row'}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) submit();
      }}
    >
      {children}
      {tall ? <div class="row">{buttons}</div> : buttons}
    </form>
  );
}
