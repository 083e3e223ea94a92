/** Erases one person for good, even after the class: asks for confirmation. */

import { useState } from 'preact/hooks';
import type { ErasePersonAnswer } from '../../shared/protocol/class-http.ts';
import type { DeskPlayer } from '../../shared/protocol/class-room.ts';
import { withDistinctNames } from '../../shared/protocol/distinct-names.ts';
import type { FailureCode } from '../net/http.ts';
import { erasePerson } from '../net/records.ts';
import { desk } from '../state/desk.ts';
import { t, words } from '../state/language.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { failureText } from '../ui/failure.ts';
import { Select } from '../ui/select.tsx';
import { roster } from './desk-signals.ts';

interface ErasedHere extends ErasePersonAnswer {
  readonly name: string;
}

export function ErasePerson({ classId, instructorKey }: { classId: string; instructorKey: string }) {
  const [chosen, setChosen] = useState('');
  const [sure, setSure] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<FailureCode>();
  const [erased, setErased] = useState<ErasedHere>();
  const people = erasable(desk.value?.players ?? [], desk.value?.removed ?? []);
  const person = people.find(({ id }) => id === chosen);

  const erase = async () => {
    if (person === undefined || busy) return;
    setBusy(true);
    const answer = await erasePerson(classId, person.id, instructorKey);
    setBusy(false);
    setSure(false);
    setFailure(answer.ok ? undefined : answer.code);
    if (answer.ok) setErased({ ...answer.value, name: person.name });
  };

  return (
    <details class="fold">
      <summary>{t('desk.eraseTitle')}</summary>
      <div class="stack-tight">
        <p class="small soft">{t('desk.eraseAbout')}</p>
        <Select
          label={t('desk.eraseWhom')}
          value={person === undefined ? '' : chosen}
          options={[
            { value: '', label: t('desk.eraseNobody') },
            ...people.map((each) => ({ value: each.id, label: labelOf(each) })),
          ]}
          onChange={(id) => {
            setChosen(id);
            setSure(false);
          }}
        />
        {person !== undefined && !sure && (
          <div class="row">
            <Button compact look="quiet" onClick={() => setSure(true)}>
              {t('desk.erase', { name: person.name })}
            </Button>
          </div>
        )}
        {person !== undefined && sure && (
          <div class="row">
            <span>{t('desk.eraseSure')}</span>
            <Button compact look="strong" disabled={busy} onClick={erase}>
              {t('desk.eraseYes')}
            </Button>
            <Button compact onClick={() => setSure(false)}>
              {t('desk.cancel')}
            </Button>
          </div>
        )}
        <Alert text={failure && failureText(failure)} />
        <p role="status">{erased !== undefined && <span class="notice good">{whatCame(erased)}</span>}</p>
      </div>
    </details>
  );
}

interface Erasable extends Pick<DeskPlayer, 'id' | 'name' | 'districtNumber' | 'seat'> {
  /** Whether somebody else has the same name. */
  readonly alike: boolean;
}

/** Distinguishes equal names as everywhere on the desk, since erasing the wrong person is final. */
export function erasable(
  here: readonly DeskPlayer[],
  removed: readonly { readonly id: string; readonly name: string }[],
): readonly Erasable[] {
  const everybody = [...here, ...removed];
  const names = everybody.map(({ name }) => name.toLowerCase());
  const alike = (name: string) => names.filter((each) => each === name.toLowerCase()).length > 1;
  return withDistinctNames<Erasable>(everybody.map((each) => ({ ...each, alike: alike(each.name) })));
}

function labelOf({ name, alike, districtNumber, seat }: Erasable): string {
  const role = seat === undefined ? undefined : roster.value[seat];
  if (!alike || districtNumber === undefined || role === undefined) return name;
  return [name, t('teach.district', { number: districtNumber }), words(role.name)].join(t('common.dot'));
}

function whatCame({ name, pending, backups, damaged }: ErasedHere): string {
  const unread = [...(backups?.unread ?? []), ...(damaged ?? [])];
  return [
    t('desk.erased', { name }),
    ...(pending === undefined ? [] : [t('desk.erasePending')]),
    ...(unread.length === 0 ? [] : [t('desk.eraseUnread', { files: unread.join(', ') })]),
  ].join(' ');
}
