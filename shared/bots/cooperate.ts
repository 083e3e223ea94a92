/** Shares whatever it does not need to live on, come what may. */
import type { Deal, FirmPlan } from '../engine/plans.ts';
import type { SeatView } from '../engine/view.ts';
import { cooperation } from './partners.ts';
import { effortOf, equalShares, firmPlan, living, someResearch } from './points.ts';
import type { Policy } from './policy.ts';

export const cooperate: Policy = (view, random) => plan(view, cooperation(view, random, { best: 6 }));

/** Takes the first multinational that knocks, and shares as before with whoever is left. */
export const cooperateWithForeign: Policy = (view, random) =>
  view.legal.foreign.refused === undefined ? plan(view, { kind: 'foreign' }) : cooperate(view, random);

function plan(view: SeatView, deal: Deal): FirmPlan {
  const { partners } = view.legal;
  const effort = effortOf(view);
  const research = someResearch(partners.length === 0 ? effort : effort - living(view));
  const trade = partners.length === 0 ? effort - research : living(view);
  const shares = equalShares(effort - research - trade, partners);
  return firmPlan(trade, research, shares, deal);
}
