/** Column heads shared by several tables of the debrief. */
import { CLASS_MEASURES, CLASS_SHARES, type ClassMeasure } from '../../shared/debrief/class-figures.ts';
import { percent, short, t } from '../state/language.ts';
import { Term } from '../ui/term.tsx';

export function RoundHead() {
  return (
    <th scope="col">
      <Term of="round" word={t('debrief.round')} />
    </th>
  );
}

export function DistrictHeads() {
  return (
    <>
      <th scope="col">
        <Term of="district" word={t('debrief.colDistrict')} />
      </th>
      <th scope="col">{t('debrief.colFigure')}</th>
    </>
  );
}

/** Names of the measures that compare districts and classes. */
export const MEASURE_NAMES = {
  income: 'debrief.colTotal',
  innovation: 'debrief.colInnovation',
  resilience: 'debrief.colResilience',
  trade: 'debrief.colTradeShare',
} as const satisfies Readonly<Record<ClassMeasure, string>>;

export function MeasureHeads() {
  return (
    <>
      {CLASS_MEASURES.map((measure) => (
        <th key={measure} scope="col">
          <Term of={measure} word={t(MEASURE_NAMES[measure])} />
        </th>
      ))}
    </>
  );
}

export function measureText(value: number | undefined, measure: ClassMeasure): string {
  if (value === undefined) return '–';
  return CLASS_SHARES.includes(measure) ? percent(value) : short(value, 0);
}
