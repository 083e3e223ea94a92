/** What went wrong. The line is in the page before it has a text, since only then do screen readers announce it. */
export function Alert({ text }: { text: string | undefined }) {
  return <p role="alert">{text !== undefined && <span class="error">{text}</span>}</p>;
}
