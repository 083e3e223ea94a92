/** The firms that a bot in the Commission's seat certifies. */
import type { Seat } from '../engine/actors.ts';
import type { BotView } from '../engine/bot-view.ts';
import type { Plan } from '../engine/plans.ts';
import { at } from '../engine/queries.ts';

/**
 * The firms of highest `worth`; ties go to the larger firm, then to the lower seat. Empty without certificates to give.
 */
export function certificates(view: BotView, worth: (seat: Seat) => number): readonly Seat[] {
  const ranked = view.legal.list
    .filter(({ refused }) => refused === undefined)
    .map(({ seat }) => ({ seat, worth: worth(seat), standing: at(view.public.seats, seat).standing }))
    .sort((one, other) => other.worth - one.worth || other.standing - one.standing || one.seat - other.seat);
  return ranked.slice(0, view.legal.listPlaces).map(({ seat }) => seat);
}

export function withList(plan: Plan, list: readonly Seat[]): Plan {
  return plan.kind === 'government' && list.length > 0 ? { ...plan, list } : plan;
}
