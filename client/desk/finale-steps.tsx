/** Steps of the finale: wall, phones and observers follow the buttons pressed here. */

import type { DeskDistrict } from '../../shared/protocol/class-room.ts';
import { FINALE_STEPS } from '../../shared/protocol/stages.ts';
import { desk } from '../state/desk.ts';
import { t } from '../state/language.ts';
import { isLastRound } from '../state/years.ts';
import { Button } from '../ui/button.tsx';
import { Meter } from '../ui/meter.tsx';
import { debriefAddress } from './address.ts';
import { goesOn, isAtTheEnd } from './onward.ts';
import { ask } from './results.ts';

function waits({ endWaits, byHand, phase }: DeskDistrict): boolean {
  return phase === 'reveal' && (endWaits === true || byHand === true);
}

function hint(due: boolean, waiting: boolean): string {
  if (!due) return t('desk.predictedWait');
  return waiting ? t('course.finaleWaits') : t('desk.predictedHint');
}

export function FinaleSteps() {
  const shown = desk.value;
  const districts = shown?.districts ?? [];
  const counted = districts.flatMap(({ predictions }) => predictions ?? []);
  const asked = counted.reduce((sum, each) => sum + each.asked, 0);
  if (shown === undefined) return null;
  const next = shown.stage === 'game' && districts.some((each) => goesOn(each) && isLastRound(each) && each.humans > 0);
  if (asked === 0) return next ? <p class="notice warm finale-next">{t('course.finaleNext')}</p> : null;
  const made = counted.reduce((sum, each) => sum + each.made, 0);
  const due = shown.stage === 'ended' || districts.every(isAtTheEnd);
  const over = shown.stage === 'ended' || districts.every(({ phase }) => phase === 'ended');
  const at = shown.finale === undefined ? -1 : FINALE_STEPS.indexOf(shown.finale);
  return (
    <section class="notice finale-desk" aria-label={t('desk.finale')}>
      <div role="status">
        <Meter share={made / asked} label={t('desk.predicted', { made, asked })} />
        {!over && <span class="small soft block">{hint(due, districts.some(waits))}</span>}
      </div>
      {due && (
        <ol class="row">
          {FINALE_STEPS.map((step, place) => (
            <li key={step}>
              <Button
                compact
                look={place === at + 1 ? 'strong' : 'plain'}
                pressed={place === at}
                onClick={() => ask({ type: 'stepFinale', to: step })}
              >
                {t(`desk.finale-${step}`)}
              </Button>
            </li>
          ))}
        </ol>
      )}
      {over && shown.stage !== 'ended' && (
        <Button
          look={at === FINALE_STEPS.length - 1 ? 'strong' : 'plain'}
          onClick={() => window.open(debriefAddress(shown.code))}
        >
          {t('desk.openDebrief')}
        </Button>
      )}
    </section>
  );
}
