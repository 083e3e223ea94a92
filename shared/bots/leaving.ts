/** Firms that buy themselves out of a tree when they can pay and command is unlikely to stop them. */

import type { BotView } from '../engine/bot-view.ts';
import { effectsIn } from '../engine/effects.ts';
import type { PublicSeat } from '../engine/public-view.ts';
import { at } from '../engine/queries.ts';
import type { Policy } from './policy.ts';
import { HOLDS } from './rules-of-thumb.ts';

/** Cash a firm keeps in reserve. */
const RESERVE = 1;

/** Wraps a policy: a firm leaves a tree it was forced into. */
export const leavingWhenForced = (policy: Policy): Policy => leaving(policy, ({ forced }) => forced);

/** Wraps a policy: a firm leaves any tree that owns it. */
export const leavingWhenOwned = (policy: Policy): Policy => leaving(policy, ({ owner }) => owner !== undefined);

function leaving(policy: Policy, wants: (self: PublicSeat) => boolean): Policy {
  return (view, random) => {
    const plan = policy(view, random);
    if (plan.kind !== 'firm' || view.legal.leave.refused !== undefined) return plan;
    const self = at(view.public.seats, view.seat);
    return wants(self) && isAffordable(view, self) ? { ...plan, deal: { kind: 'leave' } } : plan;
  };
}

function isAffordable(view: BotView, self: PublicSeat): boolean {
  const { leavePrice } = view.quotes;
  if (leavePrice === undefined) return false;
  return (
    view.books.cash - leavePrice >= RESERVE && (self.listed === true || commandLastRound(view) < holds(view.public))
  );
}

function holds({ effects = [], round }: BotView['public']): number {
  const moved = effectsIn(effects, round).filter(({ parameter }) => parameter === 'commandNeeded');
  return moved.reduce((needed, { times }) => needed * times, HOLDS);
}

/** Points that all offices together put into command last round, as made public. */
function commandLastRound(view: BotView): number {
  let points = 0;
  for (const happening of view.public.happenings) {
    if (happening.type !== 'PolicyMade') continue;
    for (const office of happening.spent) points += office.points.command;
  }
  return points;
}
