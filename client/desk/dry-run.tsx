/** Robots play a whole class on this server beside the real one: one click, then its figures. */

import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { DryRun } from '../../shared/protocol/class-http.ts';
import { dryRunNow, startDryRun, stopDryRun } from '../net/desk-http.ts';
import type { Answer, FailureCode } from '../net/http.ts';
import { num, t } from '../state/language.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { failureText } from '../ui/failure.ts';
import { TextField } from '../ui/text-field.tsx';
import { debriefAddress } from './address.ts';

const AGAIN_MS = 700;
const UNDER_WAY: readonly DryRun['state'][] = ['joining', 'playing'];

/** Module state, so that switching tabs does not lose the run. */
const shown = signal<DryRun | undefined>(undefined);

export function DryRunBox({ instructorKey }: { instructorKey: string }) {
  const [seats, setSeats] = useState('24');
  const run = shown.value;
  const [failure, setFailure] = useState<FailureCode>();
  const under = run !== undefined && UNDER_WAY.includes(run.state);
  const classId = under ? run.classId : undefined;

  const take = (answer: Answer<DryRun>) => {
    if (answer.ok) shown.value = answer.value;
    else setFailure(answer.code);
  };
  useEffect(() => {
    if (classId === undefined) return;
    let gone = false;
    const timer = setInterval(async () => {
      const answer = await dryRunNow(classId, instructorKey);
      if (gone) return;
      if (answer.ok) shown.value = answer.value;
      else if (answer.code === 'dry-run-gone') {
        shown.value = undefined;
        setFailure(answer.code);
      }
    }, AGAIN_MS);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [classId, instructorKey]);

  const start = async () => {
    setFailure(undefined);
    take(await startDryRun({ seats: Math.max(1, Math.round(Number(seats)) || 12) }, instructorKey));
  };
  const stop = async () => {
    if (classId === undefined) return;
    const answer = await stopDryRun(classId, instructorKey);
    if (answer.ok && run !== undefined) shown.value = { ...run, state: 'stopped' };
  };
  return (
    <section class="stack-tight">
      <h3>{t('desk.dryRun')}</h3>
      <p class="small soft">{t('desk.dryRunAbout')}</p>
      <div class="row dry-run">
        <TextField label={t('desk.robots')} type="number" min={1} max={300} value={seats} onInput={setSeats} />
        {under ? (
          <Button onClick={stop}>{t('desk.dryRunStop')}</Button>
        ) : (
          <Button onClick={start}>{t('desk.dryRunStart')}</Button>
        )}
      </div>
      <Alert text={failure && failureText(failure)} />
      {run !== undefined && <Progress run={run} />}
    </section>
  );
}

function Progress({ run }: { run: DryRun }) {
  const { state, code, seats, joined, round, rounds, finished = 0, ack } = run;
  const share = state === 'joining' ? joined / seats : state === 'finished' ? 1 : round / Math.max(1, rounds);
  return (
    <div class="stack-tight">
      <progress value={share} max={1} aria-label={t('desk.dryRun')} />
      <p role="status" class={state === 'failed' ? 'error' : 'small'}>
        {t(`desk.dryRun-${state}`, { seats, joined, round, rounds, finished })}
        {ack !== undefined && (
          <span class="block small soft">{t('desk.dryRunAck', { p50: num(ack.p50, 0), p99: num(ack.p99, 0) })}</span>
        )}
      </p>
      {(state === 'finished' || state === 'stopped') && (
        <p>
          <a class="button" href={debriefAddress(code)} target="_blank" rel="noreferrer">
            {t('desk.dryRunDebrief')}
          </a>
        </p>
      )}
    </div>
  );
}
