/** The instructor's page: key, opening or reopening a class, and its desk. */
import '../style/teach.css';
import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { omitUndefined } from '../../shared/engine/omit-undefined.ts';
import { linkIn } from '../desk/address.ts';
import { OpenClasses } from '../desk/open-classes.tsx';
import { requestTools } from '../desk/setup/request-tools.ts';
import { SetupBox } from '../desk/setup/setup-box.tsx';
import { type Draft, type DraftField, draftOf, freshDraft } from '../desk/setup/setup-draft.ts';
import { SetupForm } from '../desk/setup/setup-form.tsx';
import { TeachingLinks } from '../desk/teaching-links.tsx';
import { classInfo, type Failure, openClass } from '../net/http.ts';
import { forgetClass, keepClass, keptClass, type LedClass, ledAs } from '../net/led-class.ts';
import { language, t } from '../state/language.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { failureText } from '../ui/failure.ts';
import { Masthead } from '../ui/masthead.tsx';
import { useOtherLinks } from '../ui/other-links.ts';
import { TextField } from '../ui/text-field.tsx';
import { usePageTitle } from '../ui/use-page-title.ts';
import { Waiting } from '../ui/waiting.tsx';
import { DeskView } from './desk-view.tsx';

const led = signal<LedClass | undefined>(keptClass());

function lead(next: LedClass) {
  keepClass(next);
  led.value = next;
}

function leave() {
  forgetClass();
  led.value = undefined;
}

export function Teach() {
  useOtherLinks();
  const link = linkIn(location.hash);
  const now = led.value;
  if (link !== undefined && now?.code !== link.code) return <FollowLink {...link} />;
  if (now !== undefined) return <DeskView key={now.classId} led={now} onLed={lead} onLeave={leave} />;
  return (
    <div class="sheet">
      <Masthead>{t('teach.title')}</Masthead>
      <OpenForm />
    </div>
  );
}

/** A co-instructor's link: finds the class by its code, and opens the desk by the secret. */
function FollowLink({ code, link }: { code: string; link: string }) {
  const [failure, setFailure] = useState<Failure['code']>();
  useEffect(() => {
    classInfo(code).then((answer) => {
      if (!answer.ok) return setFailure(answer.code);
      lead({ classId: answer.value.classId, code: answer.value.code, opener: { link }, links: {} });
    });
  }, [code, link]);
  return <Waiting>{failure === undefined ? undefined : <p role="alert">{failureText(failure)}</p>}</Waiting>;
}

function OpenForm() {
  usePageTitle(t('teach.title'));
  const [key, setKey] = useState('');
  const [draft, setDraft] = useState<Draft>(() => freshDraft(language.peek()));
  const [wrong, setWrong] = useState<readonly DraftField[]>([]);
  const [busy, setBusy] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const [failure, setFailure] = useState<Failure['code']>();

  const drafted = async () => {
    const tools = await requestTools();
    if (tools === undefined) return setFailure('unreachable');
    const read = tools.requestOf(draft);
    setWrong(read.ok ? [] : read.wrong);
    return read.ok ? read : undefined;
  };
  const current = async () => (await drafted())?.request;
  const open = async () => {
    if (busy) return;
    setAttempt(attempt + 1);
    setFailure(undefined);
    const read = await drafted();
    if (read === undefined) return;
    setBusy(true);
    const { request, homework } = read;
    const answer = await openClass({ ...request, ...omitUndefined({ homework }) }, key.trim());
    setBusy(false);
    if (!answer.ok) return setFailure(answer.code);
    lead(ledAs(answer.value, { key: key.trim() }));
  };

  const text = failure === undefined ? undefined : failureText(failure);
  return (
    <main class="opening">
      <form
        class="stack"
        noValidate
        aria-labelledby="open-title"
        onSubmit={(event) => {
          event.preventDefault();
          open();
        }}
      >
        <h2 id="open-title">{t('teach.openTitle')}</h2>
        <TextField
          label={t('teach.key')}
          hint={t('teach.keyHint')}
          type="password"
          value={key}
          onInput={setKey}
          error={failure === 'key-wrong' ? text : undefined}
        />
        <SetupForm draft={draft} wrong={wrong} onChange={(change) => setDraft({ ...draft, ...change })} />
        <Button look="strong" type="submit" disabled={busy}>
          {busy ? t('common.loading') : t('teach.open')}
        </Button>
        {wrong.length > 0 && <ErrorNote key={`wrong ${attempt}`} inField text={t('teach.somethingWrong')} />}
        {text !== undefined && <ErrorNote key={attempt} inField={failure === 'key-wrong'} text={text} />}
      </form>
      <div class="stack beside">
        <TeachingLinks />
        <OpenClasses
          instructorKey={key.trim()}
          onChosen={({ classId, code }) => lead({ classId, code, opener: { key: key.trim() }, links: {} })}
        />
        <SetupBox current={current} onLoad={(setup) => setDraft(draftOf(setup, language.peek()))} />
      </div>
    </main>
  );
}
