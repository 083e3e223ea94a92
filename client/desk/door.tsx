/** Closes the door, sets the expected number, and removes everyone who is offline: the cure for fake names. */

import { useState } from 'preact/hooks';
import { omitUndefined } from '../../shared/engine/omit-undefined.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import { desk } from '../state/desk.ts';
import { t } from '../state/language.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { players } from './desk-signals.ts';
import { ClassSwitch } from './fields.tsx';
import { ask } from './results.ts';

export function DoorSettings() {
  const { open = true, expected } = desk.value?.door ?? {};
  const absent = players.value.filter(({ online }) => !online).length;
  return (
    <details class="fold">
      <summary>{t('desk.door')}</summary>
      <div class="stack-tight">
        <ClassSwitch on={open} onAsk={(on) => ask({ type: 'setDoor', open: on, ...omitUndefined({ expected }) })}>
          {t('desk.doorOpen')}
        </ClassSwitch>
        <Expected key={expected} open={open} expected={expected} />
        {absent > 0 && (
          <RemoveMany
            label={t('desk.removeAbsent', { count: absent })}
            what={t('desk.removeAbsentWhat')}
            onRemove={() => ask({ type: 'removeAbsent' })}
          />
        )}
      </div>
    </details>
  );
}

function Expected({ open, expected }: { open: boolean; expected: number | undefined }) {
  const [text, setText] = useState(expected === undefined ? '' : String(expected));
  const number = Number(text);
  const wrong = text.trim() !== '' && !(Number.isInteger(number) && number >= 1 && number <= LIMITS.people);
  return (
    <form
      class="row side-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!wrong)
          ask({ type: 'setDoor', open, ...omitUndefined({ expected: text.trim() === '' ? undefined : number }) });
      }}
    >
      <TextField
        type="number"
        label={t('desk.expected')}
        hint={t('desk.expectedHint')}
        value={text}
        min={1}
        max={LIMITS.people}
        onInput={setText}
        error={wrong ? t('desk.expectedWrong', { most: LIMITS.people }) : undefined}
      />
      <Button type="submit">{t('desk.expectedSet')}</Button>
    </form>
  );
}

export function RemoveMany(props: { readonly label: string; readonly what: string; readonly onRemove: () => void }) {
  const [sure, setSure] = useState(false);
  if (!sure) {
    return (
      <p>
        <Button look="quiet" onClick={() => setSure(true)}>
          {props.label}
        </Button>
      </p>
    );
  }
  const close = () => setSure(false);
  return (
    <ReallyRemove
      what={props.what}
      onRemove={() => {
        close();
        props.onRemove();
      }}
      onCancel={close}
    />
  );
}

interface ReallyRemoveProps {
  /** What removing means. */
  readonly what: string;
  readonly onRemove: () => void;
  readonly onCancel: () => void;
}

export function ReallyRemove({ what, onRemove, onCancel }: ReallyRemoveProps) {
  return (
    <div class="row side-form">
      <p>{what}</p>
      <Button look="strong" onClick={onRemove}>
        {t('desk.reallyRemove')}
      </Button>
      <Button onClick={onCancel}>{t('desk.cancel')}</Button>
    </div>
  );
}
