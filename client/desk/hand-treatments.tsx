/** Chooses the treatment of each district while the class gathers, instead of drawing it. */
import { desk } from '../state/desk.ts';
import { t } from '../state/language.ts';
import { Select } from '../ui/select.tsx';
import { districtNumbers } from './desk-signals.ts';
import { ask } from './results.ts';

const DRAWN = '';

export function HandTreatments() {
  const { treatments = [], assigned = [] } = desk.value ?? {};
  if (treatments.length === 0) return null;
  const chosen = new Map(assigned.map(({ district, treatment }) => [district, treatment]));
  const count = Math.max(treatments.length, districtNumbers.value.length, ...chosen.keys());
  const options = treatments.map((name) => ({ value: name, label: name }));
  return (
    <details class="fold">
      <summary>{t('desk.handTreatments')}</summary>
      <div class="pair four hand-treatments">
        {Array.from({ length: count }, (_, place) => place + 1).map((number) => {
          const now = chosen.get(number) ?? DRAWN;
          return (
            <Select
              key={number}
              label={t('teach.district', { number })}
              value={now}
              options={now === DRAWN ? [{ value: DRAWN, label: t('desk.drawn') }, ...options] : options}
              onChange={(treatment) => ask({ type: 'assignTreatment', district: number, treatment })}
            />
          );
        })}
      </div>
    </details>
  );
}
