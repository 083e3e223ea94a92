/** Both languages, each named in itself. */
import { common as en } from '../../shared/i18n/en/common.ts';
import { LANGUAGES } from '../../shared/i18n/languages.ts';
import { common as zh } from '../../shared/i18n/zh/common.ts';
import { awaited, language, setLanguage, t } from '../state/language.ts';

const COMMON = { en, zh } as const;

export const LANGUAGE_NAMES = { en: en.languageName, zh: zh.languageName } as const;

export function LanguageSwitch() {
  const late = awaited.value;
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
          {LANGUAGE_NAMES[each]}
        </button>
      ))}
      <span role="status" lang={late} class={late === undefined ? 'hidden-text' : 'awaited'}>
        {late !== undefined && COMMON[late].languageAwaited}
      </span>
    </fieldset>
  );
}
