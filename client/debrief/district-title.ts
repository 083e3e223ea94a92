/** What a district is called in the debrief. Apart from the signals: pages that only open a debrief carry none of its texts. */
import { t } from '../state/language.ts';
import { classes, type District } from './debrief-signals.ts';

/** With the class's title where several are open. */
export function titleOf(shown: District): string {
  const { number } = shown;
  const title = t(shown.modelled ? 'debrief.whatIfDistrict' : 'debrief.district', { number });
  return classes.value.length < 2 ? title : t('debrief.districtOf', { district: title, class: shown.of.title });
}
