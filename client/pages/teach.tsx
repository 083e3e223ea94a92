/** The instructor's page: the key, a class, and the desk it is led from. */
import '../style/teach.css';
import { signal } from '@preact/signals';
import { useState } from 'preact/hooks';
import { CLOCK_MODES, type ClockMode } from '../../shared/engine/state.ts';
import { LARGEST_DISTRICT, SMALLEST_DISTRICT } from '../../shared/scenarios/index.ts';
import { type Failure, openClass } from '../net/http.ts';
import { t } from '../state/language.ts';
import { readJson, session } from '../state/storage.ts';
import { Button } from '../ui/button.tsx';
import { failureText } from '../ui/failure.ts';
import { Masthead } from '../ui/masthead.tsx';
import { TextField } from '../ui/text-field.tsx';
import { DeskView } from './desk-view.tsx';

export interface OpenedClass {
  readonly classId: string;
  readonly code: string;
  readonly key: string;
}

const KEPT = 'desk';

function keptDesk(): OpenedClass | undefined {
  const kept = readJson(session, KEPT) as Partial<OpenedClass> | undefined;
  const { classId, code, key } = kept ?? {};
  return classId === undefined || code === undefined || key === undefined ? undefined : { classId, code, key };
}

const opened = signal<OpenedClass | undefined>(keptDesk());

function leaveDesk() {
  session.remove(KEPT);
  opened.value = undefined;
}

export function Teach() {
  const desk = opened.value;
  return (
    <div class="sheet">
      <Masthead>{t('teach.title')}</Masthead>
      {desk === undefined ? <OpenForm /> : <DeskView key={desk.classId} opened={desk} onLeave={leaveDesk} />}
    </div>
  );
}

function OpenForm() {
  const [key, setKey] = useState('');
  const [title, setTitle] = useState('');
  const [seats, setSeats] = useState('12');
  const [mode, setMode] = useState<ClockMode>('clock');
  const [seconds, setSeconds] = useState('90');
  const [talk, setTalk] = useState(true);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure['code']>();

  const open = async () => {
    if (busy) return;
    setBusy(true);
    setFailure(undefined);
    const answer = await openClass(
      {
        seatsPerDistrict: Number(seats),
        clockMode: mode,
        planMs: Number(seconds) * 1000,
        talk,
        ...(title.trim() === '' ? {} : { title: title.trim() }),
      },
      key.trim(),
    );
    setBusy(false);
    if (!answer.ok) return setFailure(answer.code);
    const desk = { classId: answer.value.classId, code: answer.value.code, key: key.trim() };
    session.set(KEPT, JSON.stringify(desk));
    opened.value = desk;
  };

  const text = failure === undefined ? undefined : failureText(failure);
  return (
    <main>
      <form
        class="stack narrow"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          open();
        }}
      >
        <h2>{t('teach.openTitle')}</h2>
        <TextField
          label={t('teach.key')}
          hint={t('teach.keyHint')}
          type="password"
          value={key}
          onInput={setKey}
          error={failure === 'key-wrong' ? text : undefined}
        />
        <TextField label={t('teach.classTitle')} hint={t('teach.classTitleHint')} value={title} onInput={setTitle} />
        <TextField
          label={t('teach.seats')}
          hint={t('teach.seatsHint', { least: SMALLEST_DISTRICT, most: LARGEST_DISTRICT })}
          type="number"
          min={SMALLEST_DISTRICT}
          max={LARGEST_DISTRICT}
          value={seats}
          onInput={setSeats}
        />
        <fieldset class="stack-tight">
          <legend class="legend">{t('teach.clock')}</legend>
          {CLOCK_MODES.map((each) => (
            <label key={each} class="choice">
              <input type="radio" name="clock" checked={mode === each} onChange={() => setMode(each)} />
              <span class="about">
                <strong>{t(`teach.clock-${each}`)}</strong>
                <span class="small soft block">{t(`teach.clock-${each}-about`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        {mode === 'clock' && (
          <TextField label={t('teach.seconds')} type="number" min={15} max={900} value={seconds} onInput={setSeconds} />
        )}
        <label class="choice">
          <input type="checkbox" checked={talk} onChange={() => setTalk(!talk)} />
          {t('teach.talk')}
        </label>
        {failure !== undefined && failure !== 'key-wrong' && (
          <p class="error" role="alert">
            {text}
          </p>
        )}
        <Button look="strong" type="submit" disabled={busy}>
          {busy ? t('common.loading') : t('teach.open')}
        </Button>
      </form>
    </main>
  );
}
