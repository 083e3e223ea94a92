/**
 * A button. One that cannot be used now stays reachable and says why: it is marked `aria-disabled`, not taken away
 * from keyboard and screen reader.
 */
import type { ComponentChildren } from 'preact';

export interface ButtonProps {
  readonly children: ComponentChildren;
  readonly onClick?: () => void;
  /** The same, told which button it was. */
  readonly onPress?: (button: HTMLButtonElement) => void;
  /** A `sign` is quiet, and shows no word that could be underlined: it needs a label. */
  readonly look?: 'plain' | 'strong' | 'quiet' | 'sign';
  readonly compact?: boolean;
  readonly type?: 'button' | 'submit';
  readonly disabled?: boolean;
  /** What it does, where its face does not say it or not in full. */
  readonly label?: string;
  readonly describedBy?: string;
  /** For a button that opens or keeps something: whether it is open now. */
  readonly pressed?: boolean;
  /** Takes the focus when it appears. */
  readonly focused?: boolean;
}

export function Button(props: ButtonProps) {
  const { look = 'plain', compact = false, disabled = false } = props;
  const looks = look === 'plain' ? '' : look === 'sign' ? 'quiet sign' : look;
  const classes = ['button', looks, compact ? 'compact' : ''].filter((name) => name !== '');
  return (
    <button
      type={props.type ?? 'button'}
      class={classes.join(' ')}
      aria-disabled={disabled}
      aria-label={props.label}
      title={props.label}
      ref={props.focused === true ? (button) => button?.focus() : null}
      aria-describedby={props.describedBy}
      aria-pressed={props.pressed}
      onClick={(event) => {
        if (disabled) event.preventDefault();
        else {
          props.onClick?.();
          props.onPress?.(event.currentTarget);
        }
      }}
    >
      {props.children}
    </button>
  );
}
