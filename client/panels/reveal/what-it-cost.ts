/** What a year cost by somebody else's doing, in numbers this seat can reckon: a word not kept, a pact gone, a certificate lost. */
import type { Seat } from '../../../shared/engine/actors.ts';
import { assuredTrust, pactLearning } from '../../../shared/engine/formulas.ts';
import type { OwnResult } from '../../../shared/engine/own-result.ts';
import { tenths } from '../../../shared/engine/plans.ts';
import type { SeatView } from '../../../shared/engine/view.ts';
import { dealingsWith } from '../../state/dealings.ts';
import { num, percent, short, t } from '../../state/language.ts';
import { numbersOf } from '../../state/numbers.ts';
import { sealsMoved } from '../../state/seals.ts';
import { trustBefore, trustIn } from '../../state/trust.ts';
import type { Hand } from '../deals/hands.ts';
import { nameOf } from '../names.ts';

/** Less than this is no broken word. */
const LEAST_TENTHS = 5;

/** About what a pact teaches at these points, with trust as it was before the year. */
function taught(view: SeatView, seat: Seat, given: number, received: number): number | undefined {
  const numbers = numbersOf(view.public);
  if (numbers === undefined) return undefined;
  const own = trustBefore(view.public.round)?.[seat] ?? view.trust[seat] ?? 0;
  const trusting = assuredTrust(numbers, own, view.public.law);
  const trusted = assuredTrust(numbers, trustIn(view.public, seat, 'before') ?? own, view.public.law);
  return pactLearning(numbers, { given, received, fit: view.fit[seat] ?? 0, trusting, trusted });
}

/** What a partner gave less than promised, and what that cost. */
export function costOfWord(view: SeatView, { seat, gave, got, theyPromised }: Hand): string | undefined {
  if (theyPromised === undefined) return undefined;
  const less = tenths(theyPromised) - tenths(got);
  const [had, promised] = [taught(view, seat, gave, got), taught(view, seat, gave, theyPromised)];
  if (less < LEAST_TENTHS || had === undefined || promised === undefined) return undefined;
  return t('play.own-wordCost', {
    name: nameOf(view.public, seat),
    less: short(less / 10),
    lost: num(promised - had),
  });
}

/** What others took from this seat by breaking a pact, and the Commission by choosing somebody else. */
export function costsOfYear(view: SeatView, result: OwnResult): readonly string[] {
  const broken = result.happenings.flatMap((event) =>
    event.type === 'PactBroken' && event.with === view.seat ? costOfBreaking(view, event.by) : [],
  );
  return [...broken, ...costOfSeal(view, result)];
}

function costOfBreaking(view: SeatView, seat: Seat): readonly string[] {
  // The last two years, of which the later had no pact any more.
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
