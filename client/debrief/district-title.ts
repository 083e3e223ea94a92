/** What a district is called in the debrief. Apart from the signals: pages that only open a debrief carry none of its texts. */
import { t } from '../state/language.ts';
import { classes, type District, EXAMPLE, type OpenedClass } from './debrief-signals.ts';

/** The example has its title in the language of the page; a class has the one it was given. */
export function classTitle(of: OpenedClass): string {
  return of.key === EXAMPLE ? t('debrief.exampleTitle') : of.title;
}

/** With the class's title where several are open. */
export function titleOf(shown: District): string {
  const { number } = shown;
  const title = t(shown.modelled ? 'debrief.whatIfDistrict' : 'debrief.district', { number });
  return classes.value.length < 2 ? title : t('debrief.districtOf', { district: title, class: classTitle(shown.of) });
}
