/** The way into a class: a code, then a name. */

import { useEffect, useRef, useState } from 'preact/hooks';
import { omitUndefined } from '../../shared/engine/omit-undefined.ts';
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
import { Switch } from '../ui/switch.tsx';
import { TextField } from '../ui/text-field.tsx';

const ABOUT_NAME: readonly string[] = ['name-blank', 'name-too-long'];

/** Accepts full-width letters and digits of Chinese keyboards. */
function tidyCode(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, LIMITS.codeLength);
}

function codeFromLink(): string {
  return tidyCode(new URLSearchParams(location.search).get('code') ?? '');
}

/** The secret of a roster's link, which is behind the `#`, where no server sees it. */
function inviteFromLink(): string | undefined {
  return new URLSearchParams(location.hash.replace(/^#/, '')).get('invite') ?? undefined;
}

function isWhole(code: string): boolean {
  return code.length === LIMITS.codeLength;
}

/** Whether the page was opened by a class's link or code. */
export function calledToClass(): boolean {
  return isWhole(codeFromLink()) || inviteFromLink() !== undefined;
}

export function ClassDoor() {
  const [code, setCode] = useState(codeFromLink);
  const entering = useEntering(code);
  useEffect(watchForBlocks, []);
  return (
    <section class="stack class-door" aria-labelledby="join-title">
      <h2 id="join-title" class="hidden-text">
        {t('join.title')}
      </h2>
      <div role="status">
        <LineNotice lost={t('common.reconnecting')} />
      </div>
      <SeatKept />
      <JoinForm code={code} onCode={setCode} entering={entering} />
      {isWhole(code) && <OtherDevice code={code} entering={entering} />}
    </section>
  );
}

interface EnteringProps {
  readonly code: string;
  readonly entering: ReturnType<typeof useEntering>;
}

function JoinForm(props: EnteringProps & { readonly onCode: (code: string) => void }) {
  const { code, entering } = props;
  const { busy, failure } = entering;
  const [invite] = useState(inviteFromLink);
  const { form, name, setName, research, setResearch, join } = useJoining(props, invite);
  const complete = isWhole(code);
  const info = useClassInfo(complete ? code : undefined);
  return (
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
        onInput={(value) => props.onCode(tidyCode(value))}
        error={errorAt('code', failure)}
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
          error={errorAt('name', failure)}
        />
      )}
      {info?.homework !== undefined && <p class="prose">{homeworkText(info.homework)}</p>}
      {info !== undefined && <Recorded info={info} research={research} onResearch={setResearch} />}
      <Button look={complete ? 'strong' : 'plain'} type="submit" disabled={busy}>
        {busy ? t('join.joining') : t(invite === undefined ? 'join.join' : 'join.takeSeat')}
      </Button>
    </form>
  );
}

/** What is typed and ticked before joining; a link's invitation stands for the name. */
function useJoining({ code, entering: { enter, setFailure } }: EnteringProps, invite: string | undefined) {
  const [name, setName] = useState('');
  const [nameAsked, setNameAsked] = useState(false);
  const [research, setResearch] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const join = () => {
    // An unticked box is no refusal: the person is left out, and may still agree later.
    const said = omitUndefined({ research: research || undefined });
    if (invite !== undefined) return enter(() => joinClass(code, { name: '', token: ownToken(), invite, ...said }));
    const typed = name.trim();
    if (isWhole(code) && typed === '') return askForName();
    return enter(() => joinClass(code, { name: typed, token: ownToken(), ...said }), typed);
  };

  // The first submit without a name only moves to the name; the second is an error.
  const askForName = () => {
    form.current?.querySelector<HTMLInputElement>('input:not(.code)')?.focus();
    if (nameAsked) setFailure('name-blank');
    setNameAsked(true);
  };
  return { form, name, setName, research, setResearch, join };
}

type DoorFailure = Failure['code'] | 'code-short';

/** The failure's sentence, at the field that it is about. */
function errorAt(field: 'code' | 'name' | 'reentry', failure: DoorFailure | undefined): string | undefined {
  if (failure === undefined) return undefined;
  const about = ABOUT_NAME.includes(failure) ? 'name' : failure === 'reentry-wrong' ? 'reentry' : 'code';
  if (about !== field) return undefined;
  return failure === 'code-short' ? t('join.codeShort') : failureText(failure);
}

/** Joins, and goes to the class once admitted. */
function useEntering(code: string) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<DoorFailure>();
  const enter = async (ask: () => Promise<Answer<JoinClassAnswer>>, name = '') => {
    if (busy) return;
    if (!isWhole(code)) return setFailure('code-short');
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
function OtherDevice({ code, entering: { busy, failure, enter } }: EnteringProps) {
  const [reentry, setReentry] = useState('');
  return (
    <details class="fold">
      <summary>{t('join.deviceTitle')}</summary>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const typed = reentry.trim();
          if (typed !== '') enter(() => reenterClass(code, { reentry: typed, token: ownToken() }));
        }}
      >
        <p class="small soft">{t('join.deviceAbout')}</p>
        <TextField
          label={t('join.reentry')}
          look="code"
          value={reentry}
          onInput={setReentry}
          error={errorAt('reentry', failure)}
        />
        <Button type="submit" disabled={busy || reentry.trim() === ''}>
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
          <Switch on={research} onChange={onResearch}>
            {t('join.research')}
          </Switch>
          <p class="small soft">{t('join.researchLater')}</p>
        </>
      )}
    </div>
  );
}
