/** The next step for the chosen districts, named by what it does. */

import { isInARound } from '../../shared/engine/parts.ts';
import type { DeskDistrict, DeskRequestAction, Where } from '../../shared/protocol/class-room.ts';
import { newsOf } from '../../shared/scenarios/index.ts';
import { desk } from '../state/desk.ts';
import { t } from '../state/language.ts';
import { isLastRound } from '../state/years.ts';

export interface Onward {
  readonly label: string;
  readonly action: DeskRequestAction;
}

/** Whether the district is in the last reveal or after it, when the finale has its own steps. */
export function isAtTheEnd(district: DeskDistrict): boolean {
  return district.phase === 'ended' || (district.phase === 'reveal' && isLastRound(district));
}

/** The announced figure; at the end the last year's reading, as on wall and phones. */
export function figureNow(district: DeskDistrict): DeskDistrict['figure'] {
  return isAtTheEnd(district) ? district.reading : district.figure;
}

/** Whether the step moves a round's phase on. */
export function goesOn(district: DeskDistrict): boolean {
  return isInARound(district.phase) && !isAtTheEnd(district);
}

/** `to`: the desk's choice of districts. */
export function onwardOf(districts: readonly DeskDistrict[], to: Where): Onward | undefined {
  const going = districts.filter((district) => goesOn(district) && district.frozen !== true);
  const where = (some: readonly DeskDistrict[]) =>
    some.length === districts.length ? to : { districts: some.map(({ number }) => number) };
  const [first] = going;
  if (first === undefined) {
    const alone = districts.filter(
      (each) => each.phase === 'reveal' && isLastRound(each) && each.frozen !== true && each.predictions === undefined,
    );
    if (alone.length === 0) return undefined;
    return { label: t('course.on-end'), action: { type: 'advance', from: 'reveal', ...where(alone) } };
  }
  const { phase, round, practice } = first;
  const alike = going.every((each) => each.phase === phase && each.round === round && each.practice === practice);
  if (!alike) return { label: t('course.on-mixed'), action: { type: 'advance', ...where(going) } };
  switch (phase) {
    case 'news':
      return { label: t('course.on-plans'), action: { type: 'advance', from: 'news', ...where(going) } };
    case 'plan':
      return { label: closing(first), action: { type: 'closeRound', ...where(going) } };
    default:
      return practice === true
        ? { label: t('course.on-game'), action: { type: 'startClass' } }
        : {
            label: t('course.on-year', { year: yearOf(round + 1) }),
            action: { type: 'advance', from: 'reveal', ...where(going) },
          };
  }
}

function closing(district: DeskDistrict): string {
  if (district.practice === true) return t('course.on-practiceResults');
  return isLastRound(district) ? t('course.on-lastResults') : t('course.on-results', { round: district.round });
}

function yearOf(round: number): number {
  return newsOf(desk.value?.scenario ?? '', round)?.year ?? round;
}
