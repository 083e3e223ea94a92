/** A labelled list to choose one of. Values are strings; what they mean is the caller's business. */
import { useId } from 'preact/hooks';

export type Option = readonly [value: string, text: string];

interface SelectFieldProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly hideLabel?: boolean;
}

export function SelectField({ label, value, options, onChange, hint, hideLabel = false }: SelectFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id} class={hideLabel ? 'hidden-text' : ''}>
        {label}
      </label>
      <select
        id={id}
        value={value}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {options.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
      {hint !== undefined && (
        <span id={`${id}-hint`} class="hint">
          {hint}
        </span>
      )}
    </div>
  );
}
