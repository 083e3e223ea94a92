/** The words of the game with their meanings, folded away at the end of the street. */
import { glossary } from '../../shared/i18n/en/glossary.ts';
import { t } from '../state/language.ts';

type Key = keyof typeof glossary;
type Term = Key extends infer Each
  ? Each extends `${infer Name}Meaning`
    ? Name extends Key
      ? Name
      : never
    : never
  : never;

function isTerm(key: string): key is Term {
  return `${key}Meaning` in glossary;
}

const TERMS: readonly Term[] = Object.keys(glossary).filter(isTerm);

export function WordsList() {
  return (
    <details class="fold">
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
