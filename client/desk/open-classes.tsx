/** Open classes: the way back for an instructor whose tab or laptop is gone. */
import { useState } from 'preact/hooks';
import type { ClassListEntry } from '../../shared/protocol/class-http.ts';
import { openClasses } from '../net/desk-http.ts';
import type { FailureCode } from '../net/http.ts';
import { dateAndTime, t } from '../state/language.ts';
import { Button } from '../ui/button.tsx';
import { failureText } from '../ui/failure.ts';

export function OpenClasses(props: {
  readonly instructorKey: string;
  readonly onChosen: (chosen: ClassListEntry) => void;
}) {
  const [classes, setClasses] = useState<readonly ClassListEntry[]>();
  const [failure, setFailure] = useState<FailureCode>();
  const look = async () => {
    const answer = await openClasses(props.instructorKey);
    setFailure(answer.ok ? undefined : answer.code);
    setClasses(answer.ok ? answer.value.filter(({ dryRun }) => dryRun !== true) : undefined);
  };
  return (
    <section class="stack-tight" aria-labelledby="running-title">
      <h2 id="running-title">{t('teach.running')}</h2>
      <p class="small soft">{t('teach.runningAbout')}</p>
      <div>
        <Button disabled={props.instructorKey === ''} onClick={look}>
          {t('teach.lookForClasses')}
        </Button>
      </div>
      <div role="status">
        {failure !== undefined && <p class="error">{failureText(failure)}</p>}
        {classes?.length === 0 && <p class="soft">{t('teach.noClasses')}</p>}
      </div>
      {classes !== undefined && (
        <ul class="stack-tight">
          {classes.map((each) => (
            <li key={each.classId} class="row spread open-class">
              <span>
                <strong class="figures">{each.code}</strong> {each.title}
                <span class="small soft block">
                  {each.damaged === true ? t('teach.damaged') : t(`desk.stage-${each.stage}`)}
                  {t('common.dot')}
                  {t('teach.joined', { count: each.joined })}
                  {t('common.dot')}
                  {dateAndTime(each.openedAt)}
                </span>
              </span>
              <Button
                compact
                disabled={each.damaged === true}
                label={t('teach.takeUpClass', { code: each.code })}
                onClick={() => props.onChosen(each)}
              >
                {t('teach.takeUp')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
