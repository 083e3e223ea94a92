/** A box to tick, with its text. */
import type { ComponentChildren } from 'preact';

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
