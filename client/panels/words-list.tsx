/** The words of the game with their meanings, folded away at the end of a page: whatever stands in a sentence is here. */
import { TERMS } from '../../shared/i18n/terms.ts';
import { t } from '../state/language.ts';

export function WordsList() {
  return (
    <details class="fold no-print">
      <summary>{t('play.wordsTitle')}</summary>
      <dl class="terms">
        {TERMS.map((term) => (
          <div key={term}>
            <dt>{t(`glossary.${term}`)}</dt>
            <dd>{t(`glossary.${term}Meaning`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
