/** A count that many people change: seen as it is, read out once it has come to rest. */
import { useEffect, useState } from 'preact/hooks';

const REST_MS = 3_000;

export function CalmStatus({ text, look }: { text: string; look: string }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    const rest = setTimeout(() => setSaid(text), REST_MS);
    return () => clearTimeout(rest);
  }, [text]);
  return (
    <>
      <p class={look}>{text}</p>
      <p class="hidden-text" role="status">
        {said}
      </p>
    </>
  );
}
