/** Copies a link and says so. Where the page may not write to the clipboard (plain HTTP), the link is shown to be copied. */
import { useState } from 'preact/hooks';
import { t } from '../state/language.ts';
import { Button } from '../ui/button.tsx';

const SAID_FOR_MS = 2_000;

export function CopyButton({ label, text }: { label: string; text: () => string }) {
  const [said, setSaid] = useState<'copied' | { readonly shown: string }>();
  const copy = async () => {
    const link = text();
    try {
      await navigator.clipboard.writeText(link);
      setSaid('copied');
      setTimeout(() => setSaid(undefined), SAID_FOR_MS);
    } catch {
      setSaid({ shown: link });
    }
  };
  return (
    <span class="row">
      <Button compact look="quiet" onClick={copy}>
        {said === 'copied' ? t('debrief.shared') : label}
      </Button>
      {typeof said === 'object' && (
        <input
          class="link-shown"
          type="text"
          readOnly
          aria-label={label}
          value={said.shown}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </span>
  );
}
