/** Polls the whole class on its devices: number of answers, then their spread, and which sentences are shown. */
import type { ShownPoll } from '../../shared/protocol/class-room.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import type { Poll } from '../../shared/protocol/polls.ts';
import { PollOptions, PollSpread } from '../panels/class/poll-spread.tsx';
import { pollText } from '../panels/class/poll-words.ts';
import { desk } from '../state/desk.ts';
import { t } from '../state/language.ts';
import { Button } from '../ui/button.tsx';
import { Meter } from '../ui/meter.tsx';
import { Switch } from '../ui/switch.tsx';
import { openPanel } from './desk-signals.ts';
import { ask } from './results.ts';

/** Polls that need nothing of the game; the guided show has the others. */
const ASKED_HERE: readonly Poll[] = [{ topic: 'institution' }, { topic: 'reason' }, { topic: 'sentence' }];

export function AskClass() {
  const shown = desk.value;
  if (shown === undefined || shown.districts.length === 0) return null;
  const polls = (shown.polls ?? []).filter(({ poll }) => poll.topic !== 'naming').toReversed();
  return (
    <section class="stack-tight" aria-labelledby="ask-class">
      <h3 id="ask-class">{t('desk.askClass')}</h3>
      <p class="small soft">{t('desk.askClassHint')}</p>
      <ul class="askable">
        {ASKED_HERE.map((poll) => (
          <li key={poll.topic} class="stack-tight">
            <Button compact onClick={() => ask({ type: 'openPoll', poll })}>
              {pollText(poll)}
            </Button>
            <PollOptions poll={poll} />
          </li>
        ))}
      </ul>
      {polls.map((poll) => (
        <Asked key={poll.id} asked={poll} />
      ))}
    </section>
  );
}

function Asked({ asked }: { readonly asked: ShownPoll }) {
  const { id, poll, open, answered, asked: all } = asked;
  return (
    <article class="stack-tight">
      <h4>{pollText(poll)}</h4>
      <p class="row" role={open ? 'status' : undefined}>
        <Meter share={all === 0 ? 0 : answered / all} label={t('polls.answered', { answered, asked: all })} />
        {open && (
          <Button compact look="strong" onClick={() => ask({ type: 'closePoll', poll: id })}>
            {t('desk.closePoll')}
          </Button>
        )}
      </p>
      <PollSpread poll={asked} />
      {poll.topic === 'institution' && !open && (
        <p class="small">
          {t('desk.voteNext')}{' '}
          <Button
            compact
            look="quiet"
            onClick={() => {
              openPanel.value = 'tools';
            }}
          >
            {t('playOn.title')}
          </Button>
        </p>
      )}
      <Words asked={asked} />
    </article>
  );
}

function Words({ asked: { id, words = [] } }: { readonly asked: ShownPoll }) {
  const picked = words.flatMap(({ place, picked: on }) => (on === true ? [place] : []));
  const pick = (place: number) =>
    ask({
      type: 'pickWords',
      poll: id,
      picked: picked.includes(place) ? picked.filter((other) => other !== place) : [...picked, place],
    });
  if (words.length === 0) return null;
  return (
    <>
      <p class="small soft">{t('desk.pickWordsHint', { count: LIMITS.sentencesShown })}</p>
      <ul class="answers">
        {words.map(({ place, text, picked: on }) => (
          <li key={place}>
            <Switch on={on === true} onChange={() => pick(place)}>
              {text}
            </Switch>
          </li>
        ))}
      </ul>
    </>
  );
}
