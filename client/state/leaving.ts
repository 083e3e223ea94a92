/** What leaving its tree brings a firm, if nobody holds it: near the end year by year, before that as far as a forecast goes. */
import { lookAhead } from '../../shared/engine/look-ahead.ts';
import { at } from '../../shared/engine/queries.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import { type Draft, planOf, pointsLeft, sameAsLastYear } from './draft.ts';
import { yearlyNumbers } from './numbers.ts';

export interface Leaving {
  /** As many years are looked ahead. */
  readonly years: number;
  /** Whether they lead to the end of the game. */
  readonly toTheEnd: boolean;
  /** Of the score at their end, beside staying, for leaving in each round; of this round alone where the end is far. */
  readonly brings: readonly { readonly round: number; readonly change: number }[];
}

/** The end is told of this many years before it. */
const NEAR = 5;
const FORESEEN = 3;

/** Everybody else goes on as last year but for command; undefined while there is no whole plan to go on with. */
export function leavingBrings(draft: Draft, view: SeatView): Leaving | undefined {
  const numbersIn = yearlyNumbers(view.public);
  const whole = pointsLeft(draft, view) === 0 ? draft : sameAsLastYear(draft, view);
  if (numbersIn === undefined || whole === undefined || pointsLeft(whole, view) !== 0) return undefined;
  const { round, rounds } = view.public;
  const left = rounds - round + 1;
  const toTheEnd = left <= NEAR;
  const years = toTheEnd ? left : FORESEEN;
  const ahead = { view: withoutCommand(view), plan: planOf(whole, view), numbersIn, outlook: 'likely', years } as const;
  const scoreWhere = (leaves: number) => at(lookAhead({ ...ahead, leaves }), years - 1).score;
  // A year that never comes.
  const staying = scoreWhere(years);
  const brings = Array.from({ length: toTheEnd ? left : 1 }, (_, year) => ({
    round: round + year,
    change: scoreWhere(year) - staying,
  }));
  return { years, toTheEnd, brings };
}

function withoutCommand(view: SeatView): SeatView {
  const happenings = view.public.happenings.map((event) =>
    event.type === 'PolicyMade'
      ? { ...event, spent: event.spent.map((spent) => ({ ...spent, points: { ...spent.points, command: 0 } })) }
      : event,
  );
  return { ...view, public: { ...view.public, happenings } };
}
