/** A count that changes often: shown live, announced once it has settled. */
import { useEffect, useState } from 'preact/hooks';
import { language } from '../state/language.ts';

const REST_MS = 3_000;

export function CalmStatus({ text, look }: { text: string; look: string }) {
  const spoken = language.value;
  const [said, setSaid] = useState({ text: '', spoken });
  useEffect(() => {
    const rest = setTimeout(() => setSaid({ text, spoken }), REST_MS);
    return () => clearTimeout(rest);
  }, [text, spoken]);
  return (
    <>
      <p class={look}>{text}</p>
      <p class="hidden-text" role="status">
        {said.spoken === spoken ? said.text : ''}
      </p>
    </>
  );
}
