/** Copies a text and confirms. Where the clipboard is unavailable (plain HTTP), it shows the text to copy. */

import { useState } from 'preact/hooks';
import { omitUndefined } from '../../shared/engine/omit-undefined.ts';
import { t } from '../state/language.ts';
import { Button } from './button.tsx';

const SAID_FOR_MS = 2_000;

interface CopyButtonProps {
  /** Text on the button. */
  readonly children: string;
  /** What it copies, if there are several. */
  readonly label?: string;
  readonly text: () => string;
}

export function CopyButton({ children, label, text }: CopyButtonProps) {
  const [said, setSaid] = useState<'copied' | { readonly shown: string }>();
  const copy = async () => {
    const copied = text();
    try {
      await navigator.clipboard.writeText(copied);
      setSaid('copied');
      setTimeout(() => setSaid(undefined), SAID_FOR_MS);
    } catch {
      setSaid({ shown: copied });
    }
  };
  return (
    <span class="row">
      <Button compact look="quiet" {...omitUndefined({ label })} onClick={copy}>
        {said === 'copied' ? t('common.copied') : children}
      </Button>
      {typeof said === 'object' && (
        <input
          class="shown-link"
          type="text"
          readOnly
          aria-label={label ?? children}
          value={said.shown}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </span>
  );
}
