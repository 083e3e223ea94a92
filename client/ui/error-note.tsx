/** An error beside the pressed button, which takes the focus and links to its field. */
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../state/language.ts';
import { Button } from './button.tsx';

const WRONG = '[aria-invalid="true"], [data-wrong]';

function goToWrong(from: Element | null): void {
  const field = from?.closest('form')?.querySelector<HTMLElement>(WRONG);
  const fold = field?.closest('details');
  if (fold instanceof HTMLDetailsElement) fold.open = true;
  field?.scrollIntoView({ block: 'center' });
  field?.focus();
}

/** Set `key` to the attempt, so that it takes the focus each time. */
export function ErrorNote({ text, inField = false }: { text: string; inField?: boolean }) {
  const note = useRef<HTMLParagraphElement>(null);
  useEffect(() => note.current?.focus(), []);
  return (
    <div class="row">
      <p class="error" role="alert" tabIndex={-1} ref={note}>
        {text}
      </p>
      {inField && (
        <Button compact onClick={() => goToWrong(note.current)}>
          {t('common.showField')}
        </Button>
      )}
    </div>
  );
}
