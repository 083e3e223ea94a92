/** Hints beside their subjects in the first rounds, each until the reader closes it. */
import { signal } from '@preact/signals';
import type { coaching } from '../../shared/i18n/en/coaching.ts';
import { view } from '../state/game.ts';
import { t } from '../state/language.ts';
import { local } from '../state/storage.ts';
import { Button } from '../ui/button.tsx';

type Topic = keyof typeof coaching;

/** Rounds of hints that do not appear in round 1. */
const LATER: Partial<Record<Topic, readonly number[]>> = {
  news: [2],
  forecast: [2],
  offers: [1, 2],
  merge: [1, 2, 3],
  capital: [1, 2, 3],
};
const KEY = 'coached';

/** Topics of closed hints. */
const closed = signal<readonly string[]>((local.get(KEY) ?? '').split(' '));

export function Coach({ topic }: { topic: Topic }) {
  const round = view.value?.public.round ?? 0;
  if (closed.value.includes(topic) || !(LATER[topic] ?? [1]).includes(round)) return null;
  return (
    <div class="coach">
      <p>
        <span class="hidden-text">{t('play.hint')} </span>
        {t(`coaching.${topic}`)}
      </p>
      <Button
        look="sign"
        compact
        label={t('play.closeHint')}
        onClick={() => {
          closed.value = [...closed.value, topic];
          local.set(KEY, closed.value.join(' '));
        }}
      >
        ✕
      </Button>
    </div>
  );
}
