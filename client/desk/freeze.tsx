/** The stop for reflection: all clocks pause while the class thinks about one question. */

import { ASKED } from '../../shared/i18n/stop-questions.ts';
import type { Where } from '../../shared/protocol/class-room.ts';
import { language, t } from '../state/language.ts';
import { ask } from './results.ts';
import { WordsForm } from './words-form.tsx';

const SUGGESTED = ['apart', 'kept', 'alone', 'figure'] as const;

/** The question in both languages, the desk's own first. */
function inBoth(question: (typeof SUGGESTED)[number]): string {
  const { en, zh } = ASKED[question];
  return language.value === 'zh' ? `${zh} ${en}` : `${en} ${zh}`;
}

export function FreezeForm({ to, onDone }: { to: Where; onDone: () => void }) {
  return (
    <WordsForm
      label={t('desk.question')}
      hint={t('desk.questionHint')}
      send={t('desk.freezeNow')}
      onSend={(question) => ask({ type: 'freeze', question, ...to })}
      onDone={onDone}
      suggestions={(write) => (
        <fieldset class="suggested">
          <legend class="hidden-text">{t('desk.suggested')}</legend>
          {SUGGESTED.map((each) => (
            <button key={each} type="button" class="suggestion" onClick={() => write(inBoth(each))}>
              {t(`desk.ask-${each}`)}
            </button>
          ))}
        </fieldset>
      )}
    />
  );
}
