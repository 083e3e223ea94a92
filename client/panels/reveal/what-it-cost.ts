/**
 * Costs that others caused in a year, in numbers this seat can compute: a broken promise, an ended pact, a lost
 * certificate.
 */
import type { Seat } from '../../../shared/engine/actors.ts';
import { assuredTrust, pactLearning } from '../../../shared/engine/formulas.ts';
import type { OwnResult } from '../../../shared/engine/own-result.ts';
import type { SeatView } from '../../../shared/engine/view.ts';
import { dealingsWith, pointsShort } from '../../state/dealings.ts';
import { numbersOf } from '../../state/game-parameters.ts';
import { num, percent, short, t } from '../../state/language.ts';
import { sealsMoved } from '../../state/seals.ts';
import { trustBefore, trustIn } from '../../state/trust.ts';
import type { Hand } from '../deals/hands.ts';
import { nameOf } from '../names.ts';

/** Estimates what a pact teaches at these points, with trust as before the year. */
function taught(view: SeatView, seat: Seat, given: number, received: number): number | undefined {
  const numbers = numbersOf(view.public);
  if (numbers === undefined) return undefined;
  const own = trustBefore(view.public.round)?.[seat] ?? view.trust[seat] ?? 0;
  const trusting = assuredTrust(numbers, own, view.public.law);
  const trusted = assuredTrust(numbers, trustIn(view.public, seat, 'before') ?? own, view.public.law);
  return pactLearning(numbers, { given, received, fit: view.fit[seat] ?? 0, trusting, trusted });
}

/** A partner's shortfall against its promise, and what it cost. */
export function costOfWord(view: SeatView, { seat, gave, got, theyPromised }: Hand): string | undefined {
  if (theyPromised === undefined) return undefined;
  const less = pointsShort(theyPromised, got);
  const [had, promised] = [taught(view, seat, gave, got), taught(view, seat, gave, theyPromised)];
  if (less === 0 || had === undefined || promised === undefined) return undefined;
  return t('play.own-wordCost', {
    name: nameOf(view.public, seat),
    less: short(less),
    lost: num(promised - had),
  });
}

/** Losses by pacts that others broke, and by certificates given to others. */
export function costsOfYear(view: SeatView, result: OwnResult): readonly string[] {
  const broken = result.happenings.flatMap((event) =>
    event.type === 'PactBroken' && event.with === view.seat ? costOfBreaking(view, event.by) : [],
  );
  return [...broken, ...costOfSeal(view, result)];
}

function costOfBreaking(view: SeatView, seat: Seat): readonly string[] {
  // The last two years; the pact had ended in the later one.
  const [before] = dealingsWith(view, seat, 2);
  const learnt = before === undefined ? undefined : taught(view, seat, before.gave, before.got);
  if (learnt === undefined || Math.round(learnt * 10) === 0) return [];
  const values = { name: nameOf(view.public, seat), learnt: num(learnt), share: percent(view.trust[seat] ?? 0) };
  return [t('play.own-pactBrokenCost', values)];
}

function costOfSeal(view: SeatView, { tax }: OwnResult): readonly string[] {
  const numbers = numbersOf(view.public);
  if (numbers === undefined || sealsMoved(view.public)?.lost.includes(view.seat) !== true) return [];
  const { listTax, listLearn } = numbers;
  return [t('play.own-unlistedCost', { tax: num(tax * (1 - listTax)), learn: percent(1 - 1 / listLearn) })];
}
