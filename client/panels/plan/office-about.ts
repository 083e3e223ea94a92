/** Texts on the chips of offices and universities: what a use is for at present, and what its points change. */
import type { Seat } from '../../../shared/engine/actors.ts';
import type { Parameters } from '../../../shared/engine/parameters.ts';
import type { PolicyInstrument } from '../../../shared/engine/plans.ts';
import type { PublicView } from '../../../shared/engine/public-view.ts';
import type { SeatView } from '../../../shared/engine/view.ts';
import { newsOf } from '../../../shared/scenarios/index.ts';
import { percent, plainList, short, signed, t } from '../../state/language.ts';
import type { Moved } from '../../state/office-forecast.ts';
import { nameOf } from '../names.ts';
import { commandReach, firmsThatMayLeave, otherOffice } from './command-reach.ts';

/** Smallest difference shown. */
export const LEAST = 0.05;

/** The game's last year, as far as known. */
export function endYear({ scenario, rounds }: Pick<PublicView, 'scenario' | 'rounds'>): string {
  return String(newsOf(scenario, rounds)?.year ?? '');
}

/** The last of this many years, counting the present one. */
export function yearAfter({ scenario, round }: Pick<PublicView, 'scenario' | 'round'>, years: number): string {
  return String(newsOf(scenario, round + years - 1)?.year ?? '');
}

/** A score with as many digits as matter. */
export function fine(score: number): string {
  return signed(score, Math.abs(score) < 1 ? 2 : 1);
}

export function aboutInstrument(use: PolicyInstrument, view: SeatView, numbers: Parameters | undefined): string {
  if (numbers === undefined) return '';
  const { public: shown } = view;
  switch (use) {
    case 'command':
      return [aboutCommand(shown, numbers), ...anyway(view, numbers)].join(t('common.dot'));
    case 'fund':
      return aboutFund(view, numbers);
    case 'law':
      return aboutLaw(shown);
    case 'reform':
      return aboutReform(shown, numbers);
    case 'training':
      return t('plan.about-training');
  }
}

/** Firms that enough points would take or hold. */
function aboutCommand(view: PublicView, numbers: Parameters): string {
  const points = short(numbers.commandNeeded);
  const named = (seats: readonly { readonly seat: Seat }[]) => plainList(seats.map(({ seat }) => nameOf(view, seat)));
  const reach = commandReach(view, numbers);
  const held = firmsThatMayLeave(view, numbers);
  if (reach !== undefined && reach.firms.length > 0) {
    const head = nameOf(view, reach.head.seat);
    const all = view.seats.filter(({ kind }) => kind === 'firm').length;
    const size = reach.head.treeSize + 1;
    return t('plan.about-commandTakes', { points, head, size, all, names: named(reach.firms) });
  }
  if (held.length > 0) return t('plan.about-commandHolds', { points, names: named(held) });
  return t('plan.about-commandNobody');
}

/** Says if the other office commands enough by itself. */
function anyway(view: SeatView, { commandNeeded }: Parameters): readonly string[] {
  const other = otherOffice(view);
  if (other === undefined || other.gave < commandNeeded) return [];
  return [t('plan.about-commandAnyway', { name: nameOf(view.public, other.seat) })];
}

function aboutLaw({ pacts }: PublicView): string {
  if (pacts.length === 0) return t('plan.about-lawNoPact');
  const fresh = pacts.filter(({ kept }) => kept === undefined).length;
  return t(fresh > 0 ? 'plan.about-lawNew' : 'plan.about-law', { count: pacts.length, fresh });
}

function aboutReform({ distance }: PublicView, { distanceFloor }: Parameters): string {
  const lowest = distance <= distanceFloor;
  return t(lowest ? 'plan.about-reformFloor' : 'plan.about-reform', { distance: percent(distance) });
}

function aboutFund({ public: shown, result, quotes, budget }: SeatView, numbers: Parameters): string {
  const { fund, fundOff } = shown;
  if (fundOff === true) return t('plan.about-fundOff');
  const { ventureFundNeeded, fundPerPoint, ventureCash } = numbers;
  const missing = Math.ceil(((ventureFundNeeded - fund) / fundPerPoint) * 10 - 1e-9) / 10;
  const holds = t(`plan.about-${missing > 0 ? 'fund' : 'fundEnough'}`, {
    fund: short(fund),
    needed: short(ventureFundNeeded),
  });
  const fills = missing > 0 && missing <= budget ? [t('plan.about-fundFills', { points: short(missing) })] : [];
  const vain = (result?.askedTheFund ?? []).filter(({ granted }) => !granted).map(({ firm }) => firm);
  const asked =
    vain.length === 0
      ? [t('plan.about-fundGrant', { points: short(Math.round(ventureCash / quotes.marginAsLast)) })]
      : [t('plan.about-fundVain', { names: plainList(vain.map((seat) => nameOf(shown, seat))) })];
  return [holds, ...fills, ...asked].join(t('common.dot'));
}

/** Score of the first point, where it depends on the street's knowledge. */
export function aboutScore({ now }: Moved): string {
  return t('plan.about-scoreNear', { score: signed(now, 2) });
}
