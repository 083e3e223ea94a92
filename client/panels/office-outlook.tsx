/** What an office's draft means for the street and for itself, and what the other pole of its choice would mean. */

import { signed, t } from '../state/language.ts';
import type { OfficeForecast } from '../state/office-forecast.ts';
import { tradeOff, yearsKey } from './trade-off.ts';

/** Beside doing nothing only where something is done. */
export function OfficeOutlook({ office, placed }: { office: OfficeForecast; placed: boolean }) {
  const { years, plan, instead } = office;
  const trade = tradeOff(instead.score, instead.street);
  return (
    <div class="stack-tight small">
      {trade !== undefined && <p>{t(`plan.office-all-${instead.use}`, { trade })}</p>}
      {placed && (
        <p class="soft">
          {t(`plan.office-${yearsKey(years)}`, { score: signed(plan.score), street: signed(plan.street) })}
        </p>
      )}
    </div>
  );
}
