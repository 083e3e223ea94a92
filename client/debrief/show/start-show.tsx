/** Start of the show, above the workbench. */

import { useEffect } from 'preact/hooks';
import { LESSONS, type Lesson } from '../../../shared/debrief/show.ts';
import { t } from '../../state/language.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { followed } from '../guesses.ts';
import { askPhones, here, joinClass, onPhones } from './phones.ts';
import { chosenLesson, lesson, slides, startShow } from './show-state.ts';
import { namesToAsk } from './slide-polls.ts';
import { openPresenter } from './stage.tsx';

/** Asks the two firms early whether they may be named, since they need time to answer. */
function begin(): void {
  startShow();
  for (const slide of slides.value) {
    const poll = slide.kind === 'betrayal' ? namesToAsk(slide) : undefined;
    if (poll !== undefined) askPhones(poll);
  }
}

export function StartShow() {
  useEffect(joinClass, [followed.value]);
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
          chosenLesson.value = LESSONS.find((each): each is Lesson => String(each) === value);
        }}
      />
      {here.value > 0 && (
        <Switch
          on={onPhones.value}
          onChange={(on) => {
            onPhones.value = on;
          }}
        >
          {t('show.onPhones', { count: here.value })}
        </Switch>
      )}
      <Button look="quiet" onClick={openPresenter}>
        {t('show.presenter')}
      </Button>
      <Button look="strong" onClick={begin}>
        {t('show.start')}
      </Button>
    </section>
  );
}
