/** Shares whatever it does not need to live on, come what may. */
import { cooperation } from './partners.ts';
import { EFFORT, equalShares, firmPlan, living } from './points.ts';
import type { Policy } from './policy.ts';

const RESEARCH = 10;

export const cooperate: Policy = (view, random) => {
  const { partners } = view.legal;
  const trade = partners.length === 0 ? EFFORT - RESEARCH : living(view);
  const shares = equalShares(EFFORT - RESEARCH - trade, partners);
  return firmPlan(trade, RESEARCH, shares, cooperation(view, random, { best: 6 }));
};
