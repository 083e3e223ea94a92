/** Talk, to the whole district or to one seat. New lines are announced; old ones stay. */

import { useEffect, useRef, useState } from 'preact/hooks';
import type { Seat } from '../../../shared/engine/actors.ts';
import { omitUndefined } from '../../../shared/engine/omit-undefined.ts';
import type { TalkLine } from '../../../shared/engine/parts.ts';
import { SENTENCE_IDS, SENTENCES } from '../../../shared/engine/ready-sentences.ts';
import type { SeatView } from '../../../shared/engine/view.ts';
import { LIMITS } from '../../../shared/protocol/limits.ts';
import type { AnyRefusalCode } from '../../../shared/protocol/refusals.ts';
import { person } from '../../state/classroom.ts';
import { planKind } from '../../state/draft.ts';
import { talk } from '../../state/game.ts';
import { t, words } from '../../state/language.ts';
import { saidText } from '../../state/said.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { refusalText } from '../../ui/failure.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Tongues } from '../../ui/tongues.tsx';
import { useAct } from '../act.ts';
import { nameOf } from '../names.ts';

const EVERYONE = 'all';

function Line({ line, view }: { line: TalkLine; view: SeatView }) {
  const mine = line.from === view.seat;
  const to =
    line.to === undefined
      ? undefined
      : t('play.onlyTo', { name: line.to === view.seat ? t('play.you') : nameOf(view.public, line.to) });
  return (
    <li class={mine ? 'line mine' : 'line'}>
      <span class="small sentence">
        <strong>{mine ? t('play.you') : nameOf(view.public, line.from)}</strong>
        {to !== undefined && <span class="tag">{to}</span>}
      </span>
      <span>
        {line.down === true ? <span class="soft">{t('play.lineTakenDown')}</span> : <Tongues text={saidText(line)} />}
      </span>
    </li>
  );
}

export function Conversation({ view }: { view: SeatView }) {
  const end = useRef<HTMLUListElement>(null);
  const lines = talk.value;

  useEffect(() => {
    if (end.current !== null) end.current.scrollTop = end.current.scrollHeight;
  }, [lines.length]);

  if (!view.public.talkOn) return <p class="soft small">{t('play.talkOff')}</p>;
  const alone =
    person.value === undefined &&
    view.public.seats.every(({ seat, control }) => seat === view.seat || control === 'bot');
  // In a practice there is no free talk: bots understand only promises and pleas, of firms and universities.
  if (alone && lines.length === 0) {
    return planKind(view) === 'government' ? null : <p class="soft small">{t('play.talkAlone')}</p>;
  }
  return (
    <section class="stack-tight" aria-labelledby="talk-title">
      <h3 id="talk-title">{t('play.talkTitle')}</h3>
      {lines.length === 0 && <p class="soft">{t('play.noTalk')}</p>}
      <ul class="lines" ref={end} aria-live="polite" aria-label={t('play.talkTitle')}>
        {lines.map((line) => (
          <Line key={line.id} line={line} view={view} />
        ))}
      </ul>
      {!alone && <SayForm view={view} />}
    </section>
  );
}

/** Text and addressee; ready-made sentences if the class allows no other. */
function SayForm({ view }: { readonly view: SeatView }) {
  const act = useAct();
  const ready = view.public.sentencesOnly === true;
  const [text, setText] = useState('');
  const [sentence, setSentence] = useState<(typeof SENTENCE_IDS)[number]>(SENTENCE_IDS[0]);
  const [to, setTo] = useState<Seat>();
  const [refused, setRefused] = useState<AnyRefusalCode>();
  const others = view.public.seats.filter(({ seat }) => seat !== view.seat);
  const send = async () => {
    const said = text.trim();
    if (said === '' && !ready) return;
    setText('');
    const what = ready ? ({ type: 'sayReady', sentence } as const) : ({ type: 'say', text: said } as const);
    const answer = await act({ ...what, ...omitUndefined({ to }) });
    setRefused(answer.ok ? undefined : answer.refused);
    if (!answer.ok) setText(said);
  };
  return (
    <>
      <form
        class="say"
        aria-label={t('play.talkTitle')}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Select
          label={t('play.talkTo')}
          value={to === undefined ? EVERYONE : String(to)}
          options={[
            { value: EVERYONE, label: t('play.everyone') },
            ...others.map(({ seat }) => ({
              value: String(seat),
              label: t('play.onlyTo', { name: nameOf(view.public, seat) }),
            })),
          ]}
          onChange={(value) => setTo(value === EVERYONE ? undefined : Number(value))}
        />
        {ready ? (
          <Select
            label={t('play.sentence')}
            value={sentence}
            options={SENTENCE_IDS.map((value) => ({ value, label: words(SENTENCES[value]) }))}
            onChange={setSentence}
          />
        ) : (
          <TextField label={t('play.message')} value={text} maxLength={LIMITS.talkLength} prose onInput={setText} />
        )}
        <Button type="submit">{t('play.say')}</Button>
      </form>
      <Alert text={refused && refusalText(refused)} />
    </>
  );
}
