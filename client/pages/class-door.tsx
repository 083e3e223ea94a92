/** The way into a class: a code, then a name. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { given } from '../../shared/engine/given.ts';
import type { ClassInfo, JoinClassAnswer } from '../../shared/protocol/class-http.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import { type Answer, classInfo, type Failure, joinClass, reenterClass } from '../net/http.ts';
import { sayIfSlow, watchForBlocks } from '../net/line.ts';
import { ownToken } from '../net/token.ts';
import { serverNow } from '../state/clock.ts';
import { dateAndTime, t } from '../state/language.ts';
import { membership, remember } from '../state/membership.ts';
import { navigate } from '../state/route.ts';
import { Button } from '../ui/button.tsx';
import { failureText } from '../ui/failure.ts';
import { LineNotice } from '../ui/line-notice.tsx';
import { Link } from '../ui/link.tsx';
import { TextField } from '../ui/text-field.tsx';

const CODE_LENGTH = 6;
const ABOUT_NAME: readonly string[] = ['name-blank', 'name-too-long'];

/** Accepts full-width letters and digits of Chinese keyboards. */
function tidyCode(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, CODE_LENGTH);
}

function codeFromLink(): string {
  return tidyCode(new URLSearchParams(location.search).get('code') ?? '');
}

/** The secret of a roster's link, which is behind the `#`, where no server sees it. */
function inviteFromLink(): string | undefined {
  return new URLSearchParams(location.hash.replace(/^#/, '')).get('invite') ?? undefined;
}

/** Whether the page was opened by a class's link or code. */
export function calledToClass(): boolean {
  return codeFromLink().length === CODE_LENGTH || inviteFromLink() !== undefined;
}

export function ClassDoor() {
  const [code, setCode] = useState(codeFromLink);
  const [name, setName] = useState('');
  const { busy, failure, setFailure, enter } = useEntering(code, name.trim());
  const [nameAsked, setNameAsked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const [invite] = useState(inviteFromLink);
  const [research, setResearch] = useState(false);
  const complete = code.length === CODE_LENGTH;
  const info = useClassInfo(complete ? code : undefined);
  useEffect(watchForBlocks, []);

  const join = () => {
    // An unticked box is no refusal: the person is left out, and may still agree later.
    const said = given({ research: research || undefined });
    if (invite !== undefined) return enter(() => joinClass(code, { name: '', token: ownToken(), invite, ...said }));
    if (complete && name.trim() === '') return askForName();
    return enter(() => joinClass(code, { name: name.trim(), token: ownToken(), ...said }));
  };

  // The first submit without a name only moves to the name; the second is an error.
  const askForName = () => {
    form.current?.querySelector<HTMLInputElement>('input:not(.code)')?.focus();
    if (nameAsked) setFailure('name-blank');
    setNameAsked(true);
  };

  const text =
    failure === undefined ? undefined : failure === 'code-short' ? t('join.codeShort') : failureText(failure);
  const aboutName = failure !== undefined && ABOUT_NAME.includes(failure);
  const aboutDevice = failure === 'reentry-wrong';
  return (
    <section class="stack class-door" aria-labelledby="join-title">
      <h2 id="join-title" class="hidden-text">
        {t('join.title')}
      </h2>
      <div role="status">
        <LineNotice lost={t('common.reconnecting')} />
      </div>
      <SeatKept />
      <form
        ref={form}
        class={complete || invite !== undefined ? 'class-form open' : 'class-form'}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          join();
        }}
      >
        <TextField
          label={t('join.code')}
          look="code"
          value={code}
          onInput={(value) => setCode(tidyCode(value))}
          error={aboutName || aboutDevice ? undefined : text}
        />
        {invite !== undefined && <p>{t('join.invited')}</p>}
        {invite === undefined && complete && (
          <TextField
            label={t('join.name')}
            hint={t('join.nameHint')}
            value={name}
            maxLength={LIMITS.nameLength}
            autoComplete="nickname"
            onInput={setName}
            error={aboutName ? text : undefined}
          />
        )}
        {info?.homework !== undefined && <p class="prose">{homeworkText(info.homework)}</p>}
        {info !== undefined && <Recorded info={info} research={research} onResearch={setResearch} />}
        <Button look={complete ? 'strong' : 'plain'} type="submit" disabled={busy}>
          {busy ? t('join.joining') : t(invite === undefined ? 'join.join' : 'join.takeSeat')}
        </Button>
      </form>
      {complete && (
        <OtherDevice
          busy={busy}
          error={aboutDevice ? text : undefined}
          onCode={(reentry) => enter(() => reenterClass(code, { reentry, token: ownToken() }))}
        />
      )}
    </section>
  );
}

/** Joins, and goes to the class once admitted. */
function useEntering(code: string, name: string) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure['code'] | 'code-short'>();
  const enter = async (ask: () => Promise<Answer<JoinClassAnswer>>) => {
    if (busy) return;
    if (code.length !== CODE_LENGTH) return setFailure('code-short');
    setBusy(true);
    setFailure(undefined);
    const answer = await sayIfSlow(ask());
    setBusy(false);
    if (!answer.ok) return setFailure(answer.code);
    const { classId, code: exact, name: known = name } = answer.value;
    remember('class', { classId, code: exact, name: known });
    navigate('/play');
  };
  return { busy, failure, setFailure, enter };
}

/** Returns somebody directly to their seat on this device. */
function SeatKept() {
  const before = membership('class');
  if (before === undefined) return null;
  return (
    <p class="notice">
      <span>{t('join.seatKept', { code: before.code, name: before.name })}</span>
      <Link to="/play">{t('join.back')}</Link>
    </p>
  );
}

/** For a lost phone: a re-entry code from the desk moves the seat to this device. */
function OtherDevice(props: { busy: boolean; error: string | undefined; onCode: (code: string) => void }) {
  const [code, setCode] = useState('');
  return (
    <details class="fold">
      <summary>{t('join.deviceTitle')}</summary>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (code.trim() !== '') props.onCode(code.trim());
        }}
      >
        <p class="small soft">{t('join.deviceAbout')}</p>
        <TextField label={t('join.reentry')} look="code" value={code} onInput={setCode} error={props.error} />
        <Button type="submit" disabled={props.busy || code.trim() === ''}>
          {t('join.takeOver')}
        </Button>
      </form>
    </details>
  );
}

/** What the page says about the class; undefined until known. A wrong code is reported on joining. */
function useClassInfo(code: string | undefined): ClassInfo | undefined {
  const [info, setInfo] = useState<ClassInfo>();
  useEffect(() => {
    if (code === undefined) return;
    let wanted = true;
    classInfo(code).then((answer) => wanted && setInfo(answer.ok ? answer.value : undefined));
    return () => {
      wanted = false;
    };
  }, [code]);
  return code === undefined ? undefined : info;
}

function homeworkText({ due, late }: NonNullable<ClassInfo['homework']>): string {
  const over = due <= serverNow();
  return t(over ? `join.homeworkOver-${late}` : 'join.homework', { due: dateAndTime(due) });
}

interface RecordedProps {
  readonly info: ClassInfo;
  readonly research: boolean;
  readonly onResearch: (research: boolean) => void;
}

/** What is recorded, who sees it and for how long; if the class asks, also the consent. */
function Recorded({ info, research, onResearch }: RecordedProps) {
  return (
    <div class="recorded stack-tight">
      {info.keptDays !== undefined && <p class="small soft">{t('join.recorded', { days: info.keptDays })}</p>}
      {info.research === true && (
        <>
          <label class="choice">
            <input type="checkbox" checked={research} onChange={(event) => onResearch(event.currentTarget.checked)} />
            <span class="about">{t('join.research')}</span>
          </label>
          <p class="small soft">{t('join.researchLater')}</p>
        </>
      )}
    </div>
  );
}
