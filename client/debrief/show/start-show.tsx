/** The way into the show, above the workbench. */
import { LESSONS, type Lesson } from '../../../shared/debrief/show.ts';
import { t } from '../../state/language.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { lesson, startShow } from './show-state.ts';
import { openPresenter } from './stage.tsx';

export function StartShow() {
  return (
    <section class="show-start" aria-label={t('show.title')}>
      <p class="verdict-text">
        <strong>{t('show.title')}</strong>
        <span class="small soft">{t('show.about')}</span>
      </p>
      <Select
        label={t('show.lesson')}
        value={String(lesson.value)}
        options={LESSONS.map((each) => ({ value: String(each), label: t('show.minutes', { count: each }) }))}
        onChange={(value) => {
          lesson.value = LESSONS.find((each): each is Lesson => String(each) === value) ?? lesson.value;
        }}
      />
      <Button look="quiet" onClick={openPresenter}>
        {t('show.presenter')}
      </Button>
      <Button look="strong" onClick={startShow}>
        {t('show.start')}
      </Button>
    </section>
  );
}
