/** Shares everything beyond what the firm needs to live on, whatever its partners do. */
import { withCapital, withForeign } from './capital.ts';
import { cooperation } from './partners.ts';
import { effortOf, equalShares, firmPlan, living, someResearch } from './points.ts';
import type { Policy } from './policy.ts';
import { restless } from './restless.ts';

export const cooperate: Policy = (view, random) => {
  const { partners } = view.legal;
  const effort = effortOf(view);
  const research = someResearch(partners.length === 0 ? effort : effort - living(view));
  const trade = partners.length === 0 ? effort - research : living(view);
  const shares = equalShares(effort - research - trade, partners);
  return firmPlan(trade, research, shares, cooperation(view, random, { best: 6 }));
};

export const cooperateWithCapital = withCapital(cooperate);
/** Accepts the first foreign partner, then shares as before with the partners that are left. */
export const cooperateWithForeign = withForeign(cooperate);
export const cooperateRestless = restless(cooperateWithCapital);
