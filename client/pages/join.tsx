/**
 * The door: a code and a name, and nothing else. The smallest page of all, since it is the first thing a class of
 * phones loads at once.
 */
import { useState } from 'preact/hooks';
import { LIMITS } from '../../shared/protocol/wire.ts';
import { type Failure, joinClass } from '../net/http.ts';
import { ownToken } from '../net/token.ts';
import { t } from '../state/language.ts';
import { membership, remember } from '../state/membership.ts';
import { navigate } from '../state/route.ts';
import { Button } from '../ui/button.tsx';
import { failureText } from '../ui/failure.ts';
import { Link } from '../ui/link.tsx';
import { Masthead } from '../ui/masthead.tsx';
import { TextField } from '../ui/text-field.tsx';

const CODE_LENGTH = 6;
const ABOUT_NAME: readonly Failure['code'][] = ['name-blank', 'name-too-long'];

/** Also what a Chinese keyboard writes: full-width letters and digits. */
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

export function Join() {
  const [code, setCode] = useState(codeFromLink);
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure['code']>();
  const before = membership('class');

  const join = async () => {
    if (busy) return;
    if (code.length < CODE_LENGTH) return setFailure('class-unknown');
    if (name.trim() === '') return setFailure('name-blank');
    setBusy(true);
    setFailure(undefined);
    const answer = await joinClass(code, { name: name.trim(), token: ownToken() });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.code);
    const { classId, code: exact } = answer.value;
    remember('class', { classId, code: exact, name: name.trim() });
    navigate('/play');
  };

  const text = failure === undefined ? undefined : failureText(failure);
  const aboutName = failure !== undefined && ABOUT_NAME.includes(failure);
  return (
    <div class="sheet join">
      <Masthead />
      <main class="join-columns">
        <section class="stack" aria-labelledby="join-title">
          <h2 id="join-title">{t('join.title')}</h2>
          <form
            class="stack"
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              join();
            }}
          >
            <TextField
              label={t('join.code')}
              hint={t('join.codeHint')}
              look="code"
              value={code}
              onInput={(value) => setCode(tidyCode(value))}
              error={aboutName ? undefined : text}
            />
            <TextField
              label={t('join.name')}
              hint={t('join.nameHint')}
              value={name}
              maxLength={LIMITS.nameLength}
              autoComplete="nickname"
              onInput={setName}
              error={aboutName ? text : undefined}
            />
            <Button look="strong" type="submit" disabled={busy}>
              {busy ? t('join.joining') : t('join.join')}
            </Button>
          </form>
          {before !== undefined && (
            <p class="notice">
              <span>{t('join.seatKept', { code: before.code, name: before.name })}</span>
              <Link to="/play">{t('join.back')}</Link>
            </p>
          )}
        </section>
        <section class="stack join-story" aria-labelledby="story-title">
          <h2 id="story-title">{t('join.storyTitle')}</h2>
          <p class="prose">{t('join.story')}</p>
          <p class="prose">{t('join.storyDilemma')}</p>
          <div class="row">
            <Link to="/practice" look="button">
              {t('join.practice')}
            </Link>
            <Link to="/teach">{t('join.teach')}</Link>
          </div>
        </section>
      </main>
    </div>
  );
}
