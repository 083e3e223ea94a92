/** Glossary at the end of a page, folded. */
import { useState } from 'preact/hooks';
import { TERMS } from '../../shared/i18n/terms.ts';
import { t } from '../state/language.ts';

export function WordsList() {
  const [open, setOpen] = useState(false);
  return (
    <details class="fold no-print" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('play.wordsTitle')}</summary>
      {open && (
        <dl class="terms">
          {TERMS.map((term) => (
            <div key={term}>
              <dt>{t(`glossary.${term}`)}</dt>
              <dd>{t(`glossary.${term}Meaning`)}</dd>
            </div>
          ))}
        </dl>
      )}
    </details>
  );
}
