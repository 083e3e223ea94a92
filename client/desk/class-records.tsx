/**
 * After the class: its debrief, its data, and its deletion with a report. The debrief opens in this tab instead of by
 * link, so that it knows the key.
 */

import { signal } from '@preact/signals';
import { useState } from 'preact/hooks';
import type { DeleteClassAnswer } from '../../shared/protocol/class-http.ts';
import type { FailureCode } from '../net/http.ts';
import { forgetClass } from '../net/led-class.ts';
import { deleteClass, fetchExport, type Saved } from '../net/records.ts';
import { t } from '../state/language.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { failureText } from '../ui/failure.ts';
import { saveFile } from '../ui/save-file.ts';
import { Switch } from '../ui/switch.tsx';
import { debriefAddress } from './address.ts';
import { EndLinks } from './end-links.tsx';
import { ErasePerson } from './erase-person.tsx';

interface RecordsProps {
  readonly classId: string;
  readonly code: string;
  readonly secret: string;
  readonly mayDelete: boolean;
}

export function Records({ classId, code, secret, mayDelete }: RecordsProps) {
  const [names, setNames] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<FailureCode>();

  const save = async (file: Saved) => {
    if (busy) return;
    setBusy(true);
    const answer = await fetchExport(classId, secret, file);
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.code);
    if (answer.ok) saveFile(answer.value.content, answer.value.name);
  };

  return (
    <section class="stack-tight">
      <h3>{t('desk.afterClass')}</h3>
      <p class="small soft">{t('desk.afterClassAbout')}</p>
      <div class="row">
        <Button look="strong" onClick={() => window.open(debriefAddress(code))}>
          {t('desk.openDebrief')}
        </Button>
        <Button disabled={busy} onClick={() => save(names ? 'named' : 'data')}>
          {t('desk.saveData')}
        </Button>
        <Switch on={names} onChange={setNames}>
          {t('desk.dataWithNames')}
        </Switch>
        <Button disabled={busy} look="quiet" onClick={() => save('gradebook')}>
          {t('desk.saveGradebook')}
        </Button>
      </div>
      <Alert text={failure && failureText(failure)} />
      {mayDelete && <EndLinks classId={classId} instructorKey={secret} />}
      {mayDelete && <ErasePerson classId={classId} instructorKey={secret} />}
      {mayDelete && <Deletion classId={classId} instructorKey={secret} />}
    </section>
  );
}

/** Survives the end of the desk's connection, which a deletion causes. */
const deleted = signal<DeleteClassAnswer | undefined>(undefined);

export function isDeleted(classId: string): boolean {
  return deleted.value?.classId === classId;
}

/** Report of a deletion made here; empty otherwise. */
export function Deleted({ classId }: { classId: string }) {
  const { removed } = deleted.value?.classId === classId ? deleted.value : {};
  if (removed === undefined) return null;
  const { players, districts, records } = removed;
  return (
    <p class="notice good" role="status">
      {t('desk.deleted', { players, districts, records })}
    </p>
  );
}

/** Asks for confirmation, because a deletion is final. */
function Deletion({ classId, instructorKey }: { readonly classId: string; readonly instructorKey: string }) {
  const [sure, setSure] = useState(false);
  const [failure, setFailure] = useState<FailureCode>();

  const remove = async () => {
    const answer = await deleteClass(classId, instructorKey);
    if (answer.ok) {
      forgetClass();
      deleted.value = answer.value;
    } else setFailure(answer.code);
  };

  if (deleted.value?.classId === classId) return <Deleted classId={classId} />;
  return (
    <div class="row">
      {sure ? (
        <>
          <span>{t('desk.deleteSure')}</span>
          <Button compact look="strong" onClick={remove}>
            {t('desk.deleteYes')}
          </Button>
          <Button compact onClick={() => setSure(false)}>
            {t('desk.deleteNo')}
          </Button>
        </>
      ) : (
        <Button compact look="quiet" onClick={() => setSure(true)}>
          {t('desk.deleteClass')}
        </Button>
      )}
      <Alert text={failure && failureText(failure)} />
    </div>
  );
}
