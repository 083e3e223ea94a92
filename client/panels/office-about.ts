/** What is written under the chips of an office: what a point does, and what the street learns by it over the years. */
import type { Parameters } from '../../shared/engine/parameters.ts';
import type { PolicyInstrument } from '../../shared/engine/plans.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import { short, signed, t } from '../state/language.ts';
import type { Moved, PointEffects } from '../state/office-forecast.ts';

/** The least difference that is shown. */
export const LEAST = 0.05;

function onTheStreet(moved: Moved | undefined): readonly string[] {
  if (moved === undefined || Math.abs(moved.street) < LEAST) return [];
  return [t('plan.about-street', { street: signed(moved.street) })];
}

export function aboutInstrument(
  use: PolicyInstrument,
  view: SeatView,
  numbers: Parameters | undefined,
  effects: PointEffects | undefined,
): string {
  return [wordsOn(use, view, numbers), ...onTheStreet(effects?.uses[use])].join(t('common.dot'));
}

function wordsOn(use: PolicyInstrument, view: SeatView, numbers: Parameters | undefined): string {
  const { public: shown, seat } = view;
  switch (use) {
    case 'command': {
      const bureau = shown.seats[seat]?.kind === 'bureau';
      const score = numbers?.[bureau ? 'scoreBureauCommand' : 'scoreCommissionCommand'] ?? 0;
      return t('plan.about-score', { score: signed(score, 2) });
    }
    case 'fund':
      if (shown.fundOff === true) return t('plan.about-fundOff');
      return t('plan.about-fund', {
        each: signed(numbers?.fundPerPoint ?? 0),
        fund: short(shown.fund),
        needed: short(numbers?.ventureFundNeeded ?? 0),
      });
    case 'law':
      return t(shown.pacts.length === 0 ? 'plan.about-lawNoPact' : 'plan.about-law');
    default:
      return t(`plan.about-${use}`);
  }
}

/** The first point of an open lab: its share of what the street knows. */
export function aboutOpen(numbers: Parameters | undefined, effects: PointEffects | undefined): string {
  const full = t('plan.about-open', { points: short(numbers?.scoreOpenFull ?? 0) });
  const moved = effects?.uses.open;
  return moved === undefined ? full : [aboutScore(moved), ...onTheStreet(moved), full].join(t('common.dot'));
}

/** What the first point scores, where it scores by the street's knowledge. */
export function aboutScore({ now }: Moved): string {
  return t('plan.about-scoreNear', { score: signed(now, 2) });
}
