/** A labelled text input with hint and error linked for screen readers. */
import type { TargetedInputEvent } from 'preact';
import { useId } from 'preact/hooks';

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly type?: 'text' | 'password' | 'number' | 'time' | 'datetime-local';
  readonly look?: 'code';
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
  readonly autoComplete?: string;
  readonly hideLabel?: boolean;
  /** Sentences, whose spelling the browser checks. */
  readonly prose?: boolean;
}

export function TextField(props: TextFieldProps) {
  const id = useId();
  const described = [props.hint && `${id}-hint`, props.error && `${id}-error`].filter(Boolean).join(' ');
  const common = {
    id,
    class: props.look,
    value: props.value,
    maxLength: props.maxLength,
    autoComplete: props.autoComplete ?? 'off',
    spellcheck: props.prose === true,
    'aria-invalid': props.error !== undefined,
    'aria-describedby': described === '' ? undefined : described,
    onInput: (event: TargetedInputEvent<HTMLInputElement>) => props.onInput(event.currentTarget.value),
  };
  return (
    <div class="field">
      <label for={id} class={props.hideLabel ? 'hidden-text' : ''}>
        {props.label}
      </label>
      {props.type === 'password' && <input {...common} type="password" />}
      {props.type === 'time' && <input {...common} type="time" required />}
      {props.type === 'datetime-local' && <input {...common} type="datetime-local" required />}
      {props.type === 'number' && <input {...common} type="number" min={props.min} max={props.max} />}
      {(props.type === undefined || props.type === 'text') && (
        <input {...common} type="text" autoCapitalize={props.look === 'code' ? 'characters' : undefined} />
      )}
      {props.hint !== undefined && (
        <span id={`${id}-hint`} class="hint">
          {props.hint}
        </span>
      )}
      {props.error !== undefined && (
        <span id={`${id}-error`} class="error" role="alert">
          {props.error}
        </span>
      )}
    </div>
  );
}
