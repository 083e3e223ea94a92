/** The class's poll on the wall: the question and number of answers; once closed, their spread. */
import { useEffect, useState } from 'preact/hooks';
import type { ShownPoll } from '../../../shared/protocol/class-room.ts';
import { PollOptions, PollSpread } from '../../panels/class/poll-spread.tsx';
import { pollText } from '../../panels/class/poll-words.ts';
import { t } from '../../state/language.ts';

/** How long a result stays before the maps return. */
const TOLD_MS = 120_000;

/** Undefined without a poll, or once its result has been seen. */
export function usePollOnWall(poll: ShownPoll | undefined): ShownPoll | undefined {
  const [seen, setSeen] = useState<string>();
  const told = poll?.open === false ? poll.id : undefined;
  useEffect(() => {
    if (told === undefined) return;
    const timer = setTimeout(() => setSeen(told), TOLD_MS);
    return () => clearTimeout(timer);
  }, [told]);
  return poll !== undefined && poll.id !== seen ? poll : undefined;
}

export function PollOnWall({ poll }: { readonly poll: ShownPoll }) {
  return (
    <main class="wall-poll" aria-live="polite">
      <p class="wall-poll-question">{pollText(poll.poll)}</p>
      {poll.spread === undefined ? <PollOptions poll={poll.poll} /> : <PollSpread poll={poll} />}
      {poll.words?.map(({ place, text }) => (
        <blockquote key={place}>{text}</blockquote>
      ))}
      <p class="wall-question-count figures">{t('polls.answered', { answered: poll.answered, asked: poll.asked })}</p>
    </main>
  );
}
