/** Getting a record onto the page: a class from the server, a file, or an example. What cannot be read is said plainly. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { LARGEST_FILE, type LogTrouble, openLogs } from '../../shared/debrief/open.ts';
import { classEvents, type FailureCode } from '../net/http.ts';
import { keptClass } from '../net/led-class.ts';
import { t } from '../state/language.ts';
import { Button } from '../ui/button.tsx';
import { failureText } from '../ui/failure.ts';
import { TextField } from '../ui/text-field.tsx';
import { CLASS_CODE, hashParameters, nameClass } from './address.ts';
import { districts, openDistricts } from './debrief-signals.ts';
import { exampleDistrict } from './example.ts';
import { openGuesses } from './guesses.ts';
import { forgetOpened, keepOpened, keptOpened } from './kept.ts';

const MEGABYTE = 1024 * 1024;

type Trouble = LogTrouble | { readonly trouble: 'nothing-played' };

/** Opens what the text holds, or says what is wrong with it. */
function openText(text: string): Trouble | undefined {
  const opened = openLogs(text);
  if (!('chronicles' in opened)) return opened;
  openGuesses();
  openDistricts(opened.chronicles);
  return districts.value.length === 0 ? { trouble: 'nothing-played' } : undefined;
}

async function openFile(file: File): Promise<Trouble | undefined> {
  if (file.size > LARGEST_FILE) {
    return { trouble: 'too-large', line: 1, about: String(Math.round(LARGEST_FILE / MEGABYTE)) };
  }
  forgetOpened();
  return openText(await file.text());
}

function TroubleNotice({ trouble }: { trouble: Trouble }) {
  if (trouble.trouble === 'nothing-played') return <p class="notice warm">{t('debrief.empty')}</p>;
  const about = { about: trouble.about ?? '' };
  return (
    <p class="notice warm">
      <span>
        <strong>{t('debrief.trouble')}</strong> {t('debrief.trouble-at', { line: trouble.line })}{' '}
        {t(`debrief.trouble-${trouble.trouble}`, about)}
      </span>
    </p>
  );
}

/** The whole page takes a dropped file, whatever it shows. */
export function DropZone({ children }: { children: ComponentChildren }) {
  const [trouble, setTrouble] = useState<Trouble>();
  useEffect(() => {
    const allow = (event: DragEvent) => event.preventDefault();
    const drop = (event: DragEvent) => {
      event.preventDefault();
      const file = event.dataTransfer?.files[0];
      if (file !== undefined) openFile(file).then(setTrouble);
    };
    window.addEventListener('dragover', allow);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', allow);
      window.removeEventListener('drop', drop);
    };
  }, []);
  return (
    <>
      <div role="alert">{trouble !== undefined && <TroubleNotice trouble={trouble} />}</div>
      {children}
    </>
  );
}

export function OpenRecord() {
  return (
    <div class="stack">
      <h2>{t('debrief.title')}</h2>
      <p class="prose">{t('debrief.intro')}</p>
      <div class="ways">
        <FileForm />
        <ClassForm />
        <section class="stack-tight">
          <h3>{t('debrief.example')}</h3>
          <p class="small soft">{t('debrief.exampleHint')}</p>
          <div>
            <Button onClick={() => openDistricts([exampleDistrict()])}>{t('debrief.exampleButton')}</Button>
          </div>
        </section>
      </div>
    </div>
  );
}

function FileForm() {
  const input = useRef<HTMLInputElement>(null);
  const [trouble, setTrouble] = useState<Trouble>();
  return (
    <section class="stack-tight">
      <h3>{t('debrief.openFile')}</h3>
      <p class="small soft">{t('debrief.openFileHint')}</p>
      <div class="row">
        <input
          ref={input}
          class="hidden-text"
          type="file"
          accept=".jsonl,.ndjson,application/jsonl,application/x-ndjson"
          aria-label={t('debrief.chooseFile')}
          tabIndex={-1}
          onChange={(event) => {
            const field = event.currentTarget;
            const file = field.files?.[0];
            field.value = '';
            if (file !== undefined) openFile(file).then(setTrouble);
          }}
        />
        <Button look="strong" onClick={() => input.current?.click()}>
          {t('debrief.chooseFile')}
        </Button>
        <span class="small soft">{t('debrief.dropHere')}</span>
      </div>
      <div role="alert">{trouble !== undefined && <TroubleNotice trouble={trouble} />}</div>
    </section>
  );
}

/** This tab knows code and key from before a reload, or from its desk; a link from there may name the class. */
function known(): { readonly code: string; readonly key: string } {
  const led = keptClass();
  const opened = keptOpened();
  const code = hashParameters().get(CLASS_CODE) ?? opened?.code ?? led?.code ?? '';
  const deskKey = led !== undefined && 'key' in led.opener ? led.opener.key : '';
  return { code, key: opened?.key ?? deskKey };
}

function ClassForm() {
  const [{ code, key }, setForm] = useState(known);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<FailureCode>();
  const [trouble, setTrouble] = useState<Trouble>();

  const open = async () => {
    if (busy) return;
    setBusy(true);
    setFailure(undefined);
    setTrouble(undefined);
    const answer = await classEvents(code.trim(), key.trim());
    setBusy(false);
    if (answer.ok) nameClass(code.trim());
    if (answer.ok) {
      setTrouble(answer.value === '' ? { trouble: 'nothing-played' } : openText(answer.value));
      const classId = districts.value[0]?.chronicle.log.header.classId;
      if (classId !== undefined) {
        keepOpened({ code: code.trim(), key: key.trim() });
        openGuesses({ classId, key: key.trim() });
      }
    } else setFailure(answer.code);
  };

  // After a reload the class that was open is open again.
  useEffect(() => {
    const opened = keptOpened();
    if (opened !== undefined && hashParameters().get(CLASS_CODE) === opened.code) open();
  }, []);

  return (
    <section class="stack-tight">
      <h3>{t('debrief.openClass')}</h3>
      <p class="small soft">{t('debrief.openClassHint')}</p>
      <form
        class="stack-tight"
        onSubmit={(event) => {
          event.preventDefault();
          open();
        }}
      >
        <TextField label={t('debrief.classCode')} value={code} onInput={(next) => setForm({ code: next, key })} />
        <TextField
          label={t('teach.key')}
          type="password"
          value={key}
          onInput={(next) => setForm({ code, key: next })}
        />
        <div>
          <Button type="submit" disabled={busy || code.trim() === '' || key.trim() === ''}>
            {busy ? t('debrief.opening') : t('debrief.openButton')}
          </Button>
        </div>
        <div role="alert">
          {failure !== undefined && <p class="error">{failureText(failure)}</p>}
          {trouble !== undefined && <TroubleNotice trouble={trouble} />}
        </div>
      </form>
    </section>
  );
}
