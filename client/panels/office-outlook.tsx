/** What an office's draft means for the street and for itself, and what the other pole of its choice would mean. */

import { num, signed, t } from '../state/language.ts';
import type { OfficeForecast } from '../state/office-forecast.ts';
import { LEAST } from './office-about.ts';

export function yearsKey(years: number): 1 | 2 | 3 {
  return years >= 3 ? 3 : years === 2 ? 2 : 1;
}

export function OfficeOutlook({ office }: { office: OfficeForecast }) {
  const { years, plan, instead } = office;
  const trade = tradeOff(instead.score, instead.street);
  return (
    <div class="stack-tight small">
      <p class="soft">
        {t(`plan.office-${yearsKey(years)}`, { score: signed(plan.score), street: signed(plan.street) })}
      </p>
      {trade !== undefined && <p>{t(`plan.office-all-${instead.use}`, { trade })}</p>}
    </div>
  );
}

/** "You 1.0 more, the street 22.5 less knowledge": nothing where it makes no difference. */
export function tradeOff(score: number, street: number): string | undefined {
  if (Math.abs(score) < LEAST && Math.abs(street) < LEAST) return undefined;
  const you = score < 0 ? 'less' : 'more';
  const they = street < 0 ? 'less' : 'more';
  return t(`plan.trade-${you}-${they}`, { d: num(Math.abs(score)), i: num(Math.abs(street)) });
}
