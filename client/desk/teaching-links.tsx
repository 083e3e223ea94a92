/** Links to the teaching pages of the server, made from docs/teaching. */
import { TEACHING_PAGES, teachingPath } from '../../shared/protocol/teaching.ts';
import { language, t } from '../state/language.ts';

export function TeachingLinks() {
  return (
    <section class="stack-tight" aria-labelledby="teaching-title">
      <h3 id="teaching-title">{t('teach.teaching')}</h3>
      <ul class="row">
        {TEACHING_PAGES.map((page) => (
          <li key={page}>
            <a href={teachingPath(page, language.value)} target="_blank" rel="noreferrer">
              {t(`teach.teaching-${page}`)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
