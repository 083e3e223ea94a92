/** Shares whatever it does not need to live on, come what may. */
import { cooperation } from './partners.ts';
import { effortOf, equalShares, firmPlan, living, someResearch } from './points.ts';
import type { Policy } from './policy.ts';

export const cooperate: Policy = (view, random) => {
  const { partners } = view.legal;
  const effort = effortOf(view);
  const research = someResearch(partners.length === 0 ? effort : effort - living(view));
  const trade = partners.length === 0 ? effort - research : living(view);
  const shares = equalShares(effort - research - trade, partners);
  return firmPlan(trade, research, shares, cooperation(view, random, { best: 6 }));
};
