/**
 * A bot gives up to a point at once to a person who has just agreed to a pact. Bots wait with each other, since neither
 * sees in the plan phase what the other has agreed to.
 */
import type { Seat } from '../engine/actors.ts';
import { type Plan, pactChangeIn, type Share, tenths } from '../engine/plans.ts';
import { at, numberAt } from '../engine/queries.ts';
import type { SeatView } from '../engine/view.ts';
import { LIVING } from './points.ts';
import type { FirmPolicyName } from './policies.ts';

/** In tenths. */
const A_POINT = 10;
/** Rounds in which a first pact with anybody is welcome; later the bot asks for more trust than `TRUST`. */
const WELCOME = 2;
const TRUST = 0.4;

/** Policies that promise their partners a point and give nothing. */
const WORDS_ALONE: readonly string[] = ['opportunist', 'opportunist-with-foreign'] satisfies readonly FirmPolicyName[];
/** Policies that neither share nor promise to. */
const SILENT: readonly string[] = [
  'trader',
  'trader-with-loans',
  'trader-with-capital',
  'best-reply',
] satisfies readonly FirmPolicyName[];

/** The plan with a share for each person who agreed to a pact this round; undefined when nothing changes. */
export function signed(view: SeatView, plan: Plan, policy: string): Plan | undefined {
  if (plan.kind === 'government' || !sharesOnSigning(policy)) return undefined;
  const people = newPartners(view, plan).filter((person) => isWelcome(view, person));
  const shared = people.reduce(withShareFor, plan);
  return shared === plan ? undefined : shared;
}

/** People with an accepted pact offer, to or from this seat, for whom the plan has a wish but no share yet. */
function newPartners(view: SeatView, plan: Sharing): readonly Seat[] {
  const { wishes } = pactChangeIn(plan);
  const agreed = view.offers.flatMap(({ kind, status, from, to }) =>
    kind === 'pact' && status === 'accepted' ? [from === view.seat ? to : from] : [],
  );
  return wishes.filter(
    (seat) =>
      agreed.includes(seat) &&
      at(view.public.seats, seat).control === 'human' &&
      !plan.shares.some(({ to }) => to === seat),
  );
}

/** Whether a person's pact is welcome. In the first rounds, only if the bot has not given to that person before. */
export function isWelcome(view: SeatView, person: Seat): boolean {
  if (view.public.round > WELCOME) return numberAt(view.trust, person) > TRUST;
  return numberAt(view.given, person) === 0;
}

/** Plans of seats that can share. */
export type Sharing = Exclude<Plan, { kind: 'government' }>;

export function sharesOnSigning(policy: string): boolean {
  return !onlyPromises(policy) && !SILENT.includes(policy);
}

export function onlyPromises(policy: string): boolean {
  return WORDS_ALONE.includes(policy);
}

/** Takes the share from research, then from trade above what a firm lives on; a university takes it from its papers. */
export function withShareFor(plan: Sharing, person: Seat): Sharing {
  if (plan.kind === 'university') {
    const points = Math.min(A_POINT, tenths(plan.publish));
    if (points === 0) return plan;
    return { ...plan, publish: (tenths(plan.publish) - points) / 10, shares: withShare(plan.shares, person, points) };
  }
  const fromResearch = Math.min(A_POINT, tenths(plan.research));
  const fromTrade = Math.max(0, Math.min(A_POINT - fromResearch, tenths(plan.trade) - LIVING));
  if (fromResearch + fromTrade === 0) return plan;
  return {
    ...plan,
    research: (tenths(plan.research) - fromResearch) / 10,
    trade: (tenths(plan.trade) - fromTrade) / 10,
    shares: withShare(plan.shares, person, fromResearch + fromTrade),
  };
}

function withShare(shares: readonly Share[], to: Seat, points: number): readonly Share[] {
  return [...shares, { to, points: points / 10 }];
}
