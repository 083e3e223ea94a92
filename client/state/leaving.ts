/** What leaving its tree brings a firm by the end of the game, year by year, if nobody holds it. */
import { lookAhead } from '../../shared/engine/look-ahead.ts';
import { at } from '../../shared/engine/queries.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import { type Draft, planOf, pointsLeft, sameAsLastYear } from './draft.ts';
import { yearlyNumbers } from './numbers.ts';

export interface Leaving {
  readonly round: number;
  /** Of the final score, beside staying. */
  readonly change: number;
}

/** More years than these are not told one by one. */
const MOST = 4;

/** Everybody else goes on as last year but for command; undefined while there is no whole plan to go on with. */
export function leavingBrings(draft: Draft, view: SeatView): readonly Leaving[] | undefined {
  const numbersIn = yearlyNumbers(view.public);
  const whole = pointsLeft(draft, view) === 0 ? draft : sameAsLastYear(draft, view);
  if (numbersIn === undefined || whole === undefined || pointsLeft(whole, view) !== 0) return undefined;
  const { round, rounds } = view.public;
  const years = rounds - round + 1;
  const ahead = { view: withoutCommand(view), plan: planOf(whole, view), numbersIn, outlook: 'likely', years } as const;
  const scoreAtEnd = (leaves: number) => at(lookAhead({ ...ahead, leaves }), years - 1).score;
  // A year that never comes.
  const staying = scoreAtEnd(years);
  return Array.from({ length: Math.min(MOST, years) }, (_, year) => ({
    round: round + year,
    change: scoreAtEnd(year) - staying,
  }));
}

function withoutCommand(view: SeatView): SeatView {
  const happenings = view.public.happenings.map((event) =>
    event.type === 'PolicyMade'
      ? { ...event, spent: event.spent.map((spent) => ({ ...spent, points: { ...spent.points, command: 0 } })) }
      : event,
  );
  return { ...view, public: { ...view.public, happenings } };
}
