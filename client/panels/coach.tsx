/** Hints beside the things they are about, in the first two rounds only, until the reader has had enough of them. */
import { signal } from '@preact/signals';
import type { coaching } from '../../shared/i18n/en/coaching.ts';
import { view } from '../state/game.ts';
import { t } from '../state/language.ts';
import { local } from '../state/storage.ts';
import { Button } from '../ui/button.tsx';

const ROUNDS = 2;
const KEY = 'coached';

const enough = signal(local.get(KEY) !== undefined);

export function Coach({ topic }: { topic: keyof typeof coaching }) {
  const round = view.value?.public.round ?? 0;
  if (enough.value || round > ROUNDS) return null;
  return (
    <aside class="coach" aria-label={t('play.hint')}>
      <p>{t(`coaching.${topic}`)}</p>
      <Button
        look="quiet"
        compact
        label={t('play.noMoreHints')}
        onClick={() => {
          enough.value = true;
          local.set(KEY, 'yes');
        }}
      >
        ✕
      </Button>
    </aside>
  );
}
