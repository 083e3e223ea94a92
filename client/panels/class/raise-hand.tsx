/** A raised hand with optional text, visible to the desk until answered. Absent without a desk. */

import { signal } from '@preact/signals';
import { useState } from 'preact/hooks';
import { LIMITS } from '../../../shared/protocol/limits.ts';
import type { AnyRefusalCode } from '../../../shared/protocol/refusals.ts';
import { person } from '../../state/classroom.ts';
import { t } from '../../state/language.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { refusalText } from '../../ui/failure.ts';
import { HandSign } from '../../ui/hand.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSendRequest } from './class-act.ts';

const open = signal(false);
/** True for a few seconds, to confirm that the hand is up. */
const raisedNow = signal(false);
const RAISED_SHOWN_MS = 6_000;

export function HandButton() {
  const own = person.value;
  if (own === undefined) return null;
  const up = own.hand !== undefined;
  return (
    <Button
      compact
      look={up ? 'strong' : 'quiet'}
      label={t(up ? 'classroom.handIsUp' : 'classroom.raiseHand')}
      pressed={up || open.value}
      onClick={() => {
        open.value = !open.value;
      }}
    >
      <HandSign />
    </Button>
  );
}

/** The form that the button opens. */
export function HandForm() {
  const own = person.value;
  if (own === undefined) return null;
  return (
    <>
      <p role="status">
        {raisedNow.value && own.hand !== undefined && <span class="notice">{t('classroom.handSeen')}</span>}
      </p>
      {open.value && <Form hand={own.hand} />}
    </>
  );
}

function Form({ hand }: { hand: { readonly text?: string } | undefined }) {
  const sendRequest = useSendRequest();
  const [text, setText] = useState(hand?.text ?? '');
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<AnyRefusalCode>();
  const say = async (action: { type: 'raiseHand'; text?: string } | { type: 'lowerHand' }) => {
    if (busy) return;
    setBusy(true);
    const answer = await sendRequest(action);
    setBusy(false);
    setRefused(answer.ok ? undefined : answer.refused);
    if (!answer.ok) return;
    open.value = false;
    raisedNow.value = action.type === 'raiseHand';
    setTimeout(() => {
      raisedNow.value = false;
    }, RAISED_SHOWN_MS);
  };
  const words = text.trim();
  return (
    <form
      class="notice hand-form stack-tight"
      aria-label={t('classroom.handWords')}
      onSubmit={(event) => {
        event.preventDefault();
        say(words === '' ? { type: 'raiseHand' } : { type: 'raiseHand', text: words });
      }}
    >
      <TextField label={t('classroom.handWords')} value={text} maxLength={LIMITS.handLength} prose onInput={setText} />
      <div class="row">
        <Button look="strong" type="submit" disabled={busy}>
          {t(hand === undefined ? 'classroom.raiseHand' : 'classroom.raiseAgain')}
        </Button>
        {hand !== undefined && (
          <Button disabled={busy} onClick={() => say({ type: 'lowerHand' })}>
            {t('classroom.lowerHand')}
          </Button>
        )}
        <Button
          look="quiet"
          onClick={() => {
            open.value = false;
          }}
        >
          {t('classroom.handClose')}
        </Button>
      </div>
      <Alert text={refused && refusalText(refused)} />
    </form>
  );
}

/** Button with a label and form together, for pages with enough room. */
export function RaiseHand() {
  const own = person.value;
  if (own === undefined) return null;
  const up = own.hand !== undefined;
  return (
    <div class="stack-tight">
      {!open.value && (
        <p class="row">
          <Button
            look={up ? 'strong' : 'plain'}
            pressed={up}
            onClick={() => {
              open.value = true;
            }}
          >
            <HandSign /> {t(up ? 'classroom.handIsUp' : 'classroom.raiseHand')}
          </Button>
        </p>
      )}
      <HandForm />
    </div>
  );
}
