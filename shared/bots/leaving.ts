/** Buys itself out of a tree, where its money will do and command is not likely to hold it. */

import type { BotView } from '../engine/bot-view.ts';
import type { PublicSeat } from '../engine/public-view.ts';
import type { Policy } from './policy.ts';

/** Cash it wants to have left. */
const RESERVE = 1;
/** Points of command with which offices are sure to hold it, whatever the year. */
const HOLDS = 2;

/** Plays the policy, and leaves a tree it was forced into. */
export const leavingWhenForced = (policy: Policy): Policy => leaving(policy, ({ forced }) => forced);

/** Plays the policy, and leaves any tree that owns it. */
export const leavingWhenOwned = (policy: Policy): Policy => leaving(policy, ({ owner }) => owner !== undefined);

function leaving(policy: Policy, wants: (self: PublicSeat) => boolean): Policy {
  return (view, random) => {
    const plan = policy(view, random);
    if (plan.kind !== 'firm' || view.legal.leave.refused !== undefined) return plan;
    const self = view.public.seats[view.seat];
    return self !== undefined && wants(self) && isAffordable(view, self) ? { ...plan, deal: { kind: 'leave' } } : plan;
  };
}

function isAffordable(view: BotView, self: PublicSeat): boolean {
  const { leavePrice } = view.quotes;
  if (leavePrice === undefined) return false;
  return view.books.cash - leavePrice >= RESERVE && (self.listed === true || commandLastRound(view) < HOLDS);
}

/** Points of all offices together, as the news told. */
function commandLastRound(view: BotView): number {
  let points = 0;
  for (const happening of view.public.happenings) {
    if (happening.type !== 'PolicyMade') continue;
    for (const office of happening.spent) points += office.points.command;
  }
  return points;
}
