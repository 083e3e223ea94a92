/** Column heads shared by several tables of the debrief. */
import { t } from '../state/language.ts';
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
