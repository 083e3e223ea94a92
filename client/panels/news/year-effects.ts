/** How this year's news changes the numbers (rule N1), a line each: changes that begin now, never later ones. */

import { effectsIn } from '../../../shared/engine/effects.ts';
import type { Parameters } from '../../../shared/engine/parameters.ts';
import type { PublicSeat, PublicView } from '../../../shared/engine/public-view.ts';
import type { SeatView } from '../../../shared/engine/view.ts';
import { numbersOf } from '../../state/game-parameters.ts';
import { percent, short, t } from '../../state/language.ts';
import { sealBrings } from '../seat-words.ts';

const TOLD = [
  'commonsPerOpen',
  'scorePublish',
  'priceBase',
  // Command scores the same for both offices, so one line serves for both.
  'scoreBureauCommand',
  'trainingPerPoint',
  'commandNeeded',
  'listTax',
  'margin',
  'loanInterest',
  'scoreOutside',
  'leaveForced',
] as const satisfies readonly (keyof Parameters)[];

type Told = (typeof TOLD)[number];

/** Changes that matter for this seat's plan; for offices, all of them. */
export function concerning({ kind, listed, forced }: PublicSeat): readonly Told[] {
  switch (kind) {
    case 'firm':
      return [
        ...(forced ? (['leaveForced'] as const) : []),
        'priceBase',
        ...(listed === true ? (['listTax'] as const) : []),
        'margin',
        'loanInterest',
      ];
    case 'university':
      return ['commonsPerOpen', 'scorePublish', 'scoreOutside'];
    default:
      return TOLD;
  }
}

/** `leaves`: for an owned firm, the firm price is its own. */
export function effectLines(view: PublicView, told: readonly Told[] = TOLD, leaves = false): readonly string[] {
  const { round, effects = [] } = view;
  const numbers = numbersOf(view);
  const begun = effects.filter(({ from }) => from === round);
  const lines = told.flatMap((parameter) => {
    const effect = begun.find((each) => each.parameter === parameter);
    if (effect === undefined) return [];
    const { times, to } = effect;
    if (parameter === 'listTax' && numbers !== undefined) return [taxOfCertified(numbers.listTax, times)];
    if (parameter === 'commandNeeded' && numbers !== undefined) return [neededOf(numbers.commandNeeded, times)];
    const change = changeOf(times);
    const price = parameter === 'priceBase' || parameter === 'leaveForced';
    const own = leaves && price ? 'play.effect-ownPrice' : (`play.effect-${parameter}` as const);
    return [t(to === round ? 'play.effectThisYear' : 'play.effectForGood', { what: t(own), change })];
  });
  const places = numbers?.listPlaces ?? 0;
  const seals =
    numbers?.listFrom === round && places > 0 && view.seats.some(({ kind }) => kind === 'commission')
      ? [t('play.effect-list', { count: places }), t('play.effect-listed', sealBrings(numbers))]
      : [];
  return [...seals, ...lines];
}

/** Changes for one's own plan, and changes for others. */
export function newsLines(view: Pick<SeatView, 'seat' | 'public'>): {
  own: readonly string[];
  others: readonly string[];
} {
  const seat = view.public.seats[view.seat];
  const own = effectLines(view.public, seat === undefined ? TOLD : concerning(seat));
  return { own, others: effectLines(view.public).filter((line) => !own.includes(line)) };
}

function changeOf(times: number): string {
  if (times === 2) return t('play.effectTwice');
  if (times === 0.5) return t('play.effectHalf');
  return t(times > 1 ? 'play.effectUp' : 'play.effectDown', { share: percent(Math.abs(times - 1)) });
}

/** A certified firm's tax: higher than before, still lower than others'. */
function taxOfCertified(listTax: number, times: number): string {
  return t('play.effect-listTax', { share: percent(1 - listTax), before: percent(1 - listTax / times) });
}

function neededOf(needed: number, times: number): string {
  return t('play.effect-commandNeeded', { points: short(needed), before: short(needed / times) });
}

/** Mark beside a number that this year's news has changed. */
export function markOf(view: Pick<SeatView, 'public'>, parameters: readonly (keyof Parameters)[]): string {
  const { effects = [], round } = view.public;
  const effect = effectsIn(effects, round).find(({ parameter }) => parameters.includes(parameter));
  if (effect === undefined) return '';
  return effect.times > 1 ? ' ▲' : ' ▼';
}
