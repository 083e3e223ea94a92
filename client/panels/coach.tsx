/** Hints beside the things they are about, in the first rounds only, until the reader has had enough of them. */
import { signal } from '@preact/signals';
import type { coaching } from '../../shared/i18n/en/coaching.ts';
import { view } from '../state/game.ts';
import { t } from '../state/language.ts';
import { local } from '../state/storage.ts';
import { Button } from '../ui/button.tsx';

type Topic = keyof typeof coaching;

/** Not all at once: most in the first round, the rest when there is time to look around. */
const LATER: Partial<Record<Topic, readonly number[]>> = {
  forecast: [2],
  offers: [1, 2],
  pacts: [1, 2],
  merge: [1, 2, 3],
  capital: [1, 2, 3],
};
const KEY = 'coached';

const enough = signal(local.get(KEY) !== undefined);

export function Coach({ topic }: { topic: Topic }) {
  const round = view.value?.public.round ?? 0;
  if (enough.value || !(LATER[topic] ?? [1]).includes(round)) return null;
  return (
    <div class="coach">
      <p>
        <span class="hidden-text">{t('play.hint')} </span>
        {t(`coaching.${topic}`)}
      </p>
      <Button
        look="sign"
        compact
        label={t('play.noMoreHints')}
        onClick={() => {
          enough.value = true;
          local.set(KEY, 'yes');
        }}
      >
        ✕
      </Button>
    </div>
  );
}
