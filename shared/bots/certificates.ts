/** Whom the Commission certifies. */
import type { Seat } from '../engine/actors.ts';
import type { BotView } from '../engine/bot-view.ts';
import type { Plan } from '../engine/plans.ts';

/** Those worth most; among equals the larger, then the lower seat. Nobody where there is nothing to give. */
export function certificates(view: BotView, worth: (seat: Seat) => number): readonly Seat[] {
  const ranked = view.legal.list
    .filter(({ refused }) => refused === undefined)
    .map(({ seat }) => ({ seat, worth: worth(seat), standing: view.public.seats[seat]?.standing ?? 0 }))
    .sort((one, other) => other.worth - one.worth || other.standing - one.standing || one.seat - other.seat);
  return ranked.slice(0, view.legal.listPlaces).map(({ seat }) => seat);
}

export function withList(plan: Plan, list: readonly Seat[]): Plan {
  return plan.kind === 'government' && list.length > 0 ? { ...plan, list } : plan;
}
