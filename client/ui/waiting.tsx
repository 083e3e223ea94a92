/** A page without content yet, or after a failure to load: it has a heading all the same. */
import type { ComponentChildren } from 'preact';
import { t } from '../state/language.ts';

export function Waiting({ children, busy = false }: { children?: ComponentChildren; busy?: boolean }) {
  return (
    <main class="waiting" aria-busy={busy}>
      <h1 class="hidden-text">{t('common.appName')}</h1>
      {children ?? <p>{t('common.loading')}</p>}
    </main>
  );
}
