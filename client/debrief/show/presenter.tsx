/** The presenter's window: notes, questions, minutes left, and the next slide. */
import './show.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { LIMITS } from '../../../shared/protocol/limits.ts';
import { t } from '../../state/language.ts';
import { Button } from '../../ui/button.tsx';
import { useWish } from '../../ui/wish.ts';
import { useStepKeys } from '../step-keys.ts';
import { openChannel, type ShowMessage, type ShowTold } from './channel.ts';
import { minutesText } from './claims.ts';

const MINUTE = 60_000;

export function Presenter() {
  const { told, tell } = useShow();
  const now = useNow();
  const go = (by: number) => tell({ type: 'step', by });
  useStepKeys(go);
  const note = told?.notes[told.at];
  if (told === undefined || note === undefined) {
    return (
      <main class="sheet presenter">
        <h1>{t('show.presenter')}</h1>
        <p class="notice">{t('show.presenterAlone')}</p>
      </main>
    );
  }
  const { at, notes, minutes, began, words } = told;
  const left = (minutes[at] ?? 0) - (now - began.slide) / MINUTE;
  const all = minutes.reduce((sum, value) => sum + value, 0) - (now - began.show) / MINUTE;
  const next = notes[at + 1];
  return (
    <main class="sheet presenter stack">
      <p class="kicker figures">{t('show.slideOf', { number: at + 1, count: notes.length })}</p>
      <h1>{note.claim}</h1>
      <p class={left < 0 ? 'figures error' : 'figures'}>
        {left < 0
          ? t('show.over', { minutes: minutesText(left) })
          : t('show.left', { minutes: minutesText(left), all: minutesText(all) })}
      </p>
      <h2>{t('show.say')}</h2>
      <p class="presenter-note">{note.say}</p>
      <h2>{t('show.ask')}</h2>
      <p class="presenter-note">{note.ask}</p>
      {words.length > 0 && <WordsToPick words={words} onPick={(place) => tell({ type: 'pick', place })} />}
      <div class="row">
        <Button disabled={at === 0} onClick={() => go(-1)}>
          {t('show.previous')}
        </Button>
        <Button look="strong" disabled={next === undefined} onClick={() => go(1)}>
          {t('show.next')}
        </Button>
      </div>
      <p class="soft">{next === undefined ? t('show.last') : t('show.comes', { claim: next.claim })}</p>
      <p class="small soft">{t('show.presenterHint')}</p>
    </main>
  );
}

/** What the show's window tells this one, and how to tell it something. */
function useShow() {
  const channel = useRef<BroadcastChannel>(undefined);
  const [told, setTold] = useState<ShowTold>();
  useEffect(() => {
    const opened = openChannel((message) => {
      if (message.type === 'told') setTold(message);
      if (message.type === 'ended') setTold(undefined);
    });
    channel.current = opened;
    opened.postMessage({ type: 'asked' });
    return () => opened.close();
  }, []);
  return { told, tell: (message: ShowMessage) => channel.current?.postMessage(message) };
}

function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const clock = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(clock);
  }, []);
  return now;
}

function WordsToPick({ words, onPick }: { words: ShowTold['words']; onPick: (place: number) => void }) {
  return (
    <fieldset class="stack-tight">
      <legend class="label">{t('desk.pickWordsHint', { count: LIMITS.sentencesShown })}</legend>
      {words.map(({ place, text, picked = false }) => (
        <Picked key={place} is={picked} onPick={() => onPick(place)}>
          {text}
        </Picked>
      ))}
    </fieldset>
  );
}

interface PickedProps {
  readonly is: boolean;
  readonly onPick: () => void;
  readonly children: string;
}

function Picked({ is, onPick, children }: PickedProps) {
  const [shown, press] = useWish(is, async () => {
    onPick();
    return { ok: true };
  });
  return (
    <label class="choice">
      <input type="checkbox" checked={shown} onChange={press} />
      <span>{children}</span>
    </label>
  );
}
