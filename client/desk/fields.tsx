/** Form fields that only the desk has: radios with explanations, a switch of the class. */

import type { ComponentChildren } from 'preact';
import type { DeskAnswer } from '../../shared/protocol/class-room.ts';
import type { Option } from '../ui/select.tsx';
import { Switch } from '../ui/switch.tsx';
import { useWish } from '../ui/wish.ts';

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
