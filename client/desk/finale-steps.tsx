/** The end, told step by step: the wall, phones and observers follow what is pressed here. */
import type { DeskDistrict } from '../../shared/protocol/class-room.ts';
import { FINALE_STEPS } from '../../shared/protocol/stages.ts';
import { desk } from '../state/desk.ts';
import { t } from '../state/language.ts';
import { Button } from '../ui/button.tsx';
import { Meter } from '../ui/meter.tsx';
import { debriefAddress } from './address.ts';
import { ask } from './deeds.ts';

/** In the last reveal, or after it: the end is told by steps of its own. */
export function isAtTheEnd({ phase, round, rounds, practice }: DeskDistrict): boolean {
  return phase === 'ended' || (phase === 'reveal' && round === rounds && practice !== true);
}

export function FinaleSteps() {
  const shown = desk.value;
  const districts = shown?.districts ?? [];
  const counted = districts.flatMap(({ predictions }) => predictions ?? []);
  const asked = counted.reduce((sum, each) => sum + each.asked, 0);
  if (shown === undefined || asked === 0) return null;
  const made = counted.reduce((sum, each) => sum + each.made, 0);
  const due = shown.stage === 'ended' || districts.every(isAtTheEnd);
  const over = shown.stage === 'ended' || districts.every(({ phase }) => phase === 'ended');
  const at = shown.finale === undefined ? -1 : FINALE_STEPS.indexOf(shown.finale);
  return (
    <section class="notice finale-desk" aria-label={t('desk.finale')}>
      <div role="status">
        <Meter share={made / asked} label={t('desk.predicted', { made, asked })} />
        {!over && <span class="small soft block">{t(due ? 'desk.predictedHint' : 'desk.predictedWait')}</span>}
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
