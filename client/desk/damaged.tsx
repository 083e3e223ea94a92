/** Districts stopped by a damaged record; a desk with the key can repair them. */
import { useState } from 'preact/hooks';
import type { RepairAnswer } from '../../shared/protocol/class-http.ts';
import type { FailureCode } from '../net/http.ts';
import { repairDistrict } from '../net/records.ts';
import { desk } from '../state/desk.ts';
import { t } from '../state/language.ts';
import { Button } from '../ui/button.tsx';
import { failureText } from '../ui/failure.ts';

interface DamagedProps {
  readonly classId: string;
  readonly instructorKey: string | undefined;
}

export function Damaged({ classId, instructorKey }: DamagedProps) {
  const [repaired, setRepaired] = useState<RepairAnswer>();
  const damaged = desk.value?.damaged ?? [];
  return (
    <>
      <div role="alert" class="stack-tight">
        {damaged.map(({ district, line }) => (
          <div key={district} class="notice warm stack-tight">
            <p>{t('desk.damaged', { district, line })}</p>
            {instructorKey !== undefined && (
              <Repair classId={classId} district={district} instructorKey={instructorKey} onRepaired={setRepaired} />
            )}
          </div>
        ))}
      </div>
      <p role="status">
        {repaired !== undefined && damaged.every(({ district }) => district !== repaired.district) && (
          <span class="notice good">{t('desk.repaired', { ...repaired })}</span>
        )}
      </p>
    </>
  );
}

interface RepairProps {
  readonly classId: string;
  readonly district: number;
  readonly instructorKey: string;
  readonly onRepaired: (answer: RepairAnswer) => void;
}

/** Asks for confirmation, because decisions after the damage are set aside. */
function Repair({ classId, district, instructorKey, onRepaired }: RepairProps) {
  const [sure, setSure] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<FailureCode>();
  const repair = async () => {
    if (busy) return;
    setBusy(true);
    const answer = await repairDistrict(classId, district, instructorKey);
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.code);
    if (answer.ok) onRepaired(answer.value);
  };
  return (
    <div class="row">
      {sure && <span class="small">{t('desk.repairSure')}</span>}
      {sure && (
        <Button compact look="strong" disabled={busy} onClick={repair}>
          {t('desk.repairYes')}
        </Button>
      )}
      <Button compact onClick={() => setSure(!sure)}>
        {t(sure ? 'desk.cancel' : 'desk.repair')}
      </Button>
      {failure !== undefined && <span class="error">{failureText(failure)}</span>}
    </div>
  );
}
