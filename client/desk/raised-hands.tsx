/** Raised hands, longest waiting first, and the key that jumps to whatever needs the instructor. */

import { useEffect, useState } from 'preact/hooks';
import type { DeskHand } from '../../shared/protocol/class-room.ts';
import { desk } from '../state/desk.ts';
import { t, timeOfDay } from '../state/language.ts';
import { Button } from '../ui/button.tsx';
import { nameOf } from './desk-signals.ts';
import { PersonName } from './person-name.tsx';
import { WithResults } from './result-line.tsx';
import { ask } from './results.ts';
import { WordsForm } from './words-form.tsx';

const KEY = 'F2';
/** Targets of the key in page order; raised hands are above the rows. */
const NEEDS_ATTENTION = '.help li .person, tr.urgent .tick input';

function goToNext(): void {
  const places = [...document.querySelectorAll<HTMLElement>(NEEDS_ATTENTION)];
  const here = places.findIndex((place) => place.matches(':focus'));
  const next = places[(here + 1) % places.length];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

export function Help() {
  const hands = desk.value?.hands ?? [];
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== KEY || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      goToNext();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
  return (
    <section class={hands.length > 0 ? 'help raised' : 'help'} aria-label={t('desk.help', { count: hands.length })}>
      <div role="status">{hands.length > 0 && <h2>{t('desk.help', { count: hands.length })}</h2>}</div>
      {hands.length > 0 && (
        <WithResults place="hands">
          <ul>
            {hands.map((hand) => (
              <Hand key={hand.id} hand={hand} />
            ))}
          </ul>
        </WithResults>
      )}
    </section>
  );
}

function Hand({ hand }: { hand: DeskHand }) {
  const [answering, setAnswering] = useState(false);
  const { id, at, text } = hand;
  const name = nameOf(id);
  return (
    <li>
      <div class="row">
        <time class="soft figures">{timeOfDay(at)}</time>
        <PersonName id={id} name={name} />
        <span class="hand-words">{text ?? t('desk.handWordless')}</span>
        <Button
          compact
          label={t('desk.answerHand', { name })}
          pressed={answering}
          onClick={() => setAnswering(!answering)}
        >
          {t('desk.answerShort')}
        </Button>
        <Button compact label={t('desk.takeDown', { name })} onClick={() => ask({ type: 'answerHand', player: id })}>
          {t('desk.takeDownShort')}
        </Button>
      </div>
      {answering && (
        <WordsForm
          label={t('desk.answerHand', { name })}
          send={t('desk.send')}
          onSend={(words) => ask({ type: 'answerHand', player: id, text: words })}
          onDone={() => setAnswering(false)}
        />
      )}
    </li>
  );
}
