/** Opens a record: a class of the server, a file, or an example. Says plainly what cannot be read. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { sourceFrom } from '../../../shared/debrief/open.ts';
import { omitUndefined } from '../../../shared/engine/omit-undefined.ts';
import { classEvents, type FailureCode } from '../../net/http.ts';
import { keptClass } from '../../net/led-class.ts';
import { t } from '../../state/language.ts';
import { Button } from '../../ui/button.tsx';
import { failureText } from '../../ui/failure.ts';
import { TextField } from '../../ui/text-field.tsx';
import { CLASS_CODE, hashParameters, nameClass } from '../address.ts';
import { openClasses, played, reveal } from '../debrief-signals.ts';
import type { GivenTitle } from '../district-title.ts';
import { openGuesses } from '../guesses.ts';
import { keepOpened, keptOpened, knownKey } from '../kept.ts';
import { exampleDistrict } from './example.ts';
import { FilePicker } from './file-picker.tsx';
import { addSources, closeAll, openFiles } from './opened.ts';
import { Troubles } from './opened-files.tsx';

/** Accepts dropped files on the whole page. */
export function DropZone({ children }: { children: ComponentChildren }) {
  useEffect(() => {
    const allow = (event: DragEvent) => event.preventDefault();
    const drop = (event: DragEvent) => {
      event.preventDefault();
      if (event.dataTransfer !== null) openFiles(event.dataTransfer.files);
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
      <Troubles />
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
            <Button onClick={() => openExample()}>{t('debrief.exampleButton')}</Button>
          </div>
        </section>
      </div>
    </div>
  );
}

function openExample(): void {
  // Removes messages about earlier files, which do not concern the example.
  closeAll();
  const title: GivenTitle = 'debrief.exampleTitle';
  openClasses([{ key: 'example', title, logs: [exampleDistrict()] }]);
}

function FileForm() {
  return (
    <section class="stack-tight">
      <h3>{t('debrief.openFile')}</h3>
      <p class="small soft">{t('debrief.openFileHint')}</p>
      <div class="row">
        <FilePicker label={t('debrief.chooseFile')} look="strong" />
        <span class="small soft">{t('debrief.dropHere')}</span>
      </div>
    </section>
  );
}

/** Code and key that this tab knows from before a reload or from its desk; a link may name the class. */
function known(): { readonly code: string; readonly key: string } {
  const code = hashParameters().get(CLASS_CODE) ?? keptOpened()?.code ?? keptClass()?.code ?? '';
  return { code, key: knownKey() };
}

function ClassForm() {
  const [{ code, key }, setForm] = useState(known);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<FailureCode>();
  const [empty, setEmpty] = useState(false);

  const open = async () => {
    if (busy) return;
    setBusy(true);
    setFailure(undefined);
    setEmpty(false);
    const answer = await classEvents(code.trim(), key.trim());
    setBusy(false);
    if (answer.ok) nameClass(code.trim());
    if (answer.ok) {
      const { events, title, told } = answer.value;
      setEmpty(events === '');
      if (events !== '') addSources([{ ...sourceFrom(code.trim(), events), ...omitUndefined({ title }) }]);
      // The finale has already revealed the outcome.
      if (told === true) reveal('all');
      const classId = played.value[0]?.chronicle.log.header.classId;
      if (classId !== undefined) {
        keepOpened({ code: code.trim(), key: key.trim() });
        openGuesses({ classId, key: key.trim() });
      }
    } else setFailure(answer.code);
  };

  // Reopens the class after a reload, or opens that of the desk the reader comes from.
  useEffect(() => {
    const named = hashParameters().get(CLASS_CODE) ?? '';
    if (named !== '' && [keptOpened()?.code, keptClass()?.code].includes(named)) open();
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
          {empty && <p class="notice warm">{t('debrief.empty')}</p>}
        </div>
      </form>
    </section>
  );
}
