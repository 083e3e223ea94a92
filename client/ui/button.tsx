/** A button. A disabled one stays reachable by keyboard and screen reader (`aria-disabled`) and says why. */
import type { ComponentChildren } from 'preact';

export interface ButtonProps {
  readonly children: ComponentChildren;
  readonly onClick?: () => void;
  /** Receives the pressed button. */
  readonly onPress?: (button: HTMLButtonElement) => void;
  /** `sign`: quiet, with a sign instead of text, so it needs a label. */
  readonly look?: 'plain' | 'strong' | 'quiet' | 'sign';
  readonly compact?: boolean;
  readonly type?: 'button' | 'submit';
  readonly disabled?: boolean;
  /** Accessible name, if the face does not say it all. */
  readonly label?: string;
  readonly describedBy?: string;
  /** Whether what it toggles is open or kept. */
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
