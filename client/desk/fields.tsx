/** Form fields that only the desk has: text of several lines, radios with explanations, a switch. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { DeskAnswer } from '../../shared/protocol/class-room.ts';
import type { Option } from '../ui/select.tsx';
import { useWish } from '../ui/wish.ts';

export function TextArea(props: {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly rows?: number;
  readonly maxLength?: number;
  readonly hint?: string;
  /** The hint explains the error. */
  readonly wrong?: boolean;
}) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <textarea
        id={id}
        rows={props.rows ?? 3}
        value={props.value}
        maxLength={props.maxLength}
        aria-invalid={props.wrong === true}
        aria-describedby={props.hint === undefined ? undefined : `${id}-hint`}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
      {props.hint !== undefined && (
        <span id={`${id}-hint`} class={props.wrong ? 'error' : 'hint'}>
          {props.hint}
        </span>
      )}
    </div>
  );
}

export function Choices<Value extends string>(props: {
  readonly legend: string;
  readonly name: string;
  readonly options: readonly Option<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}) {
  return (
    <fieldset class="stack-tight">
      <legend class="legend">{props.legend}</legend>
      {props.options.map(({ value, label, about }) => (
        <label key={value} class="choice">
          <input
            type="radio"
            name={props.name}
            checked={props.value === value}
            onChange={() => props.onChange(value)}
          />
          <span class="about">
            <strong>{label}</strong>
            {about !== undefined && <span class="small soft block">{about}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

export function Switch({
  on,
  onChange,
  children,
}: {
  on: boolean;
  onChange: (on: boolean) => void;
  children: ComponentChildren;
}) {
  return (
    <label class="choice">
      <input type="checkbox" checked={on} onChange={() => onChange(!on)} />
      <span class="about">{children}</span>
    </label>
  );
}

interface ClassSwitchProps {
  readonly on: boolean;
  readonly onAsk: (on: boolean) => Promise<DeskAnswer>;
  readonly children: ComponentChildren;
}

/** A switch of the class, which the server keeps. */
export function ClassSwitch({ on, onAsk, children }: ClassSwitchProps) {
  const [shown, press] = useWish(on, onAsk);
  return (
    <Switch on={shown} onChange={press}>
      {children}
    </Switch>
  );
}
