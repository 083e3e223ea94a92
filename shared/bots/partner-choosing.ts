/** Shares like a cooperator, but only with partners it trusts; breaks the other pacts. */
import { withCapital } from './capital.ts';
import { cooperation, distrusted, without } from './partners.ts';
import { effortOf, equalShares, firmPlan, living, someResearch } from './points.ts';
import type { Policy } from './policy.ts';
import { restless } from './restless.ts';

export const partnerChoosing: Policy = (view, random) => {
  const left = distrusted(view, 0.25);
  const partners = without(view.legal.partners, left);
  const trade = living(view);
  const rest = effortOf(view) - trade;
  const research = partners.length === 0 ? rest : someResearch(rest);
  const shares = equalShares(rest - research, partners);
  return firmPlan(trade, research, shares, cooperation(view, random, { best: 6, wishAbove: 0.3 }, left));
};

export const partnerChoosingWithCapital = withCapital(partnerChoosing);
export const partnerChoosingRestless = restless(partnerChoosingWithCapital);
