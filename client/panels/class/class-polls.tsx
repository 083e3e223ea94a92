/** Polls of the class: answered by a tap or a sentence, and changeable until closed. */

import { signal } from '@preact/signals';
import { useState } from 'preact/hooks';
import type { PublicView } from '../../../shared/engine/public-view.ts';
import type { PollsMessage } from '../../../shared/protocol/class-student.ts';
import { LIMITS } from '../../../shared/protocol/limits.ts';
import { optionsOf } from '../../../shared/protocol/polls.ts';
import type { AnyRefusalCode } from '../../../shared/protocol/refusals.ts';
import { polls } from '../../state/classroom.ts';
import { t, words } from '../../state/language.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { refusalText } from '../../ui/failure.ts';
import { AnswerForm } from './answer-form.tsx';
import { useSendRequest } from './class-act.ts';
import { pollAnswerText, pollText } from './poll-words.ts';

type Asked = PollsMessage['polls'][number];

/** Closed polls that the person has dismissed. */
const read = signal<ReadonlySet<string>>(new Set());

/** `view`: of the person's own district, if they have a seat. */
export function ClassPolls({ view }: { readonly view: PublicView | undefined }) {
  return (
    <>
      {polls.value
        .filter(({ id, open }) => open || !read.value.has(id))
        .map((asked) => (
          <OnePoll key={asked.id} asked={asked} view={view} />
        ))}
    </>
  );
}

function OnePoll({ asked, view }: { readonly asked: Asked; readonly view: PublicView | undefined }) {
  const sendRequest = useSendRequest();
  const [refused, setRefused] = useState<AnyRefusalCode>();
  const { id, poll, open, answer } = asked;
  const names =
    poll.topic === 'naming'
      ? poll.seats.flatMap((seat) => {
          const name = view?.seats[seat]?.name;
          return name === undefined ? [] : [words(name)];
        })
      : [];
  const send = async (text: string) => {
    const told = await sendRequest({ type: 'answerPoll', poll: id, answer: text });
    setRefused(told.ok ? undefined : told.refused);
  };
  const options = optionsOf(poll);
  return (
    <section class="poll stack-tight" aria-labelledby={`poll-${id}`}>
      <p class="kicker">{t('polls.title')}</p>
      <h2 id={`poll-${id}`} class="question-text">
        {pollText(poll, names)}
      </h2>
      {open && options === undefined && (
        <AnswerForm
          label={t('polls.yours')}
          rows={2}
          maxLength={LIMITS.sentenceLength}
          kept={answer}
          about={<p class="small soft">{t('polls.unsigned')}</p>}
          onSend={send}
        />
      )}
      {open && options !== undefined && (
        <fieldset class="poll-options" aria-labelledby={`poll-${id}`}>
          {options.map((option) => (
            <Button key={option} pressed={option === answer} onClick={() => send(option)}>
              {pollAnswerText(poll, option)}
            </Button>
          ))}
        </fieldset>
      )}
      {open && poll.topic === 'naming' && <p class="small soft">{t('polls.namingAbout')}</p>}
      <p role="status" class="good small">
        {answer !== undefined && (open ? t('polls.sent') : t('polls.closed', { answer: pollAnswerText(poll, answer) }))}
      </p>
      {!open && (
        <div>
          <Button
            compact
            look="quiet"
            onClick={() => {
              read.value = new Set([...read.value, id]);
            }}
          >
            {t('common.understood')}
          </Button>
        </div>
      )}
      <Alert text={refused && refusalText(refused)} />
    </section>
  );
}
