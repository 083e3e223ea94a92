/** Both languages, always one touch away, each named in itself. */
import { LANGUAGES, messages } from '../../shared/i18n/messages.ts';
import { language, setLanguage, t } from '../state/language.ts';

export function LanguageSwitch() {
  return (
    <fieldset class="language">
      <legend class="hidden-text">{t('common.language')}</legend>
      {LANGUAGES.map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          aria-pressed={language.value === each}
          onClick={() => setLanguage(each)}
        >
          {messages[each].common.languageName}
        </button>
      ))}
    </fieldset>
  );
}
