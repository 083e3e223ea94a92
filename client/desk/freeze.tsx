/** The stop for reflection: every clock rests while the class thinks about one question. */
import type { Where } from '../../shared/protocol/class-room.ts';
import { t } from '../state/language.ts';
import { ask } from './deeds.ts';
import { WordsForm } from './words-form.tsx';

const SUGGESTED = ['apart', 'kept', 'alone', 'figure'] as const;

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
            <button key={each} type="button" class="suggestion" onClick={() => write(t(`desk.ask-${each}`))}>
              {t(`desk.ask-${each}`)}
            </button>
          ))}
        </fieldset>
      )}
    />
  );
}
