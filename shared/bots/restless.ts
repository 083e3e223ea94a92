/** From the fourth year on, every other year, replaces the least liked partner by one the bot would like more. */
import type { Seat } from '../engine/actors.ts';
import type { BotView } from '../engine/bot-view.ts';
import {
  type FirmPlan,
  type Plan,
  pactChangeIn,
  pactChangeOf,
  type Share,
  tenths,
  type UniversityPlan,
} from '../engine/plans.ts';
import { at, numberAt } from '../engine/queries.ts';
import { without } from './partners.ts';
import type { BotRandom, Policy } from './policy.ts';

const FIRST_ROUND = 4;
/** A person who shared this many points last round stays a partner. */
const LOYAL = 0.5;

/** Changes only plans whose deal is none or to cooperate. */
export function restless(policy: Policy): Policy {
  return (view, random) => {
    const plan = policy(view, random);
    const { round } = view.public;
    if (round < FIRST_ROUND || (round + view.seat) % 2 !== 0) return plan;
    const left = leftBehind(view, random, plan);
    if (left === undefined) return plan;
    return plan.kind === 'firm'
      ? firmLeaving(plan, left)
      : plan.kind === 'university'
        ? universityLeaving(plan, left)
        : plan;
  };
}

function leftBehind(view: BotView, random: BotRandom, plan: Plan): Seat | undefined {
  const change = pactChangeIn(plan);
  if (change.wishes.length === 0) return undefined;
  const partners = without(view.legal.partners, change.breaks).filter((partner) => !isLoyal(view, partner));
  if (partners.length < 2) return undefined;
  const value = (seat: Seat) =>
    numberAt(view.fit, seat) *
    (0.3 + numberAt(view.trust, seat)) *
    (0.8 + 0.4 * random('mood', view.public.round, seat));
  const least = partners.reduce((one, other) => (value(other) < value(one) ? other : one));
  return change.wishes.some((wish) => value(wish) > value(least)) ? least : undefined;
}

function isLoyal(view: BotView, partner: Seat): boolean {
  return at(view.public.seats, partner).control === 'human' && numberAt(view.received, partner) >= LOYAL;
}

function firmLeaving(plan: FirmPlan, left: Seat): FirmPlan {
  const { kept, freed } = takenBack(plan.shares, left);
  const { wishes, breaks } = pactChangeOf(plan.deal);
  return {
    ...plan,
    research: (tenths(plan.research) + freed) / 10,
    shares: kept,
    deal: { kind: 'cooperate', wishes, breaks: [...breaks, left] },
  };
}

function universityLeaving(plan: UniversityPlan, left: Seat): UniversityPlan {
  const { kept, freed } = takenBack(plan.shares, left);
  return { ...plan, publish: (tenths(plan.publish) + freed) / 10, shares: kept, breaks: [...plan.breaks, left] };
}

/** Splits shares into those kept and the tenths freed from the partner who is left. */
function takenBack(shares: readonly Share[], left: Seat): { readonly kept: readonly Share[]; readonly freed: number } {
  let freed = 0;
  for (const { to, points } of shares) if (to === left) freed += tenths(points);
  return { kept: shares.filter(({ to }) => to !== left), freed };
}
