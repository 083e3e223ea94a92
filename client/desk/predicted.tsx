/** At the end of the last round: how many of the class have said what they believe. The next phase tells them. */
import { desk } from '../state/desk.ts';
import { t } from '../state/language.ts';
import { Meter } from '../ui/meter.tsx';

export function Predicted() {
  const counted = (desk.value?.districts ?? []).flatMap(({ predictions }) => predictions ?? []);
  const asked = counted.reduce((sum, each) => sum + each.asked, 0);
  if (asked === 0) return null;
  const made = counted.reduce((sum, each) => sum + each.made, 0);
  const open = desk.value?.districts.some(({ phase, predictions }) => phase !== 'ended' && predictions !== undefined);
  return (
    <p class="notice" role="status">
      <span>
        <Meter share={made / asked} label={t('desk.predicted', { made, asked })} />
        {open === true && <span class="small soft block">{t('desk.predictedHint')}</span>}
      </span>
    </p>
  );
}
