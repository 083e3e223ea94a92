/** A raised hand as SVG, since not every device has the character. */
export function HandSign() {
  return (
    <svg class="hand-sign" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M7 13V6.5a1.5 1.5 0 0 1 3 0V11V4.5a1.5 1.5 0 0 1 3 0V11V5.5a1.5 1.5 0 0 1 3 0V12.5V8.5a1.5 1.5 0 0 1 3 0V15a7 7 0 0 1-7 7h-.5a6 6 0 0 1-5-2.7L3.2 15.2a1.6 1.6 0 0 1 2.4-2L7 14.5" />
    </svg>
  );
}
