/**
 * Titles of districts in the debrief. Separate from the signals, because pages that only open a debrief have none of
 * its texts.
 */
import { t } from '../state/language.ts';
import { classes, type District } from './debrief-signals.ts';

/** Titles of what a player opens at the end of their own game. */
const OWN_TITLES = ['ending.source', 'ending.classSource'] as const;
export type OwnTitle = (typeof OWN_TITLES)[number];
/** Titles given by the page in its language; a class brings its own, and a file its name. */
const GIVEN_TITLES = [...OWN_TITLES, 'debrief.exampleTitle'] as const;
export type GivenTitle = (typeof GIVEN_TITLES)[number];

export function classTitle(title: string): string {
  const given = GIVEN_TITLES.find((key) => key === title);
  return given === undefined ? title : t(given);
}

/** Whether a student reads alone, without a presenter. */
export function readAlone(): boolean {
  const own = ({ title }: { readonly title: string }) => OWN_TITLES.some((key) => key === title);
  return classes.value.length > 0 && classes.value.every(own);
}

/** The title, with the class's if several are open. */
export function titleOf(shown: District): string {
  const { number } = shown;
  const title = t(shown.modelled ? 'debrief.whatIfDistrict' : 'debrief.district', { number });
  return classes.value.length < 2
    ? title
    : t('debrief.districtOf', { district: title, class: classTitle(shown.of.title) });
}
