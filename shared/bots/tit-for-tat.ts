/** Starts with trust, then gives each partner a little more than it received. The rest goes into trade. */
import type { Share } from '../engine/plans.ts';
import { numberAt } from '../engine/queries.ts';
import { withCapital } from './capital.ts';
import { cooperation, isNew } from './partners.ts';
import { effortOf, firmPlan, living, someResearch } from './points.ts';
import type { Policy } from './policy.ts';
import { restless } from './restless.ts';

/** How much more than it received the bot gives, in points. */
const GRACE = 0.25;

export const titForTat: Policy = (view, random) => {
  const { partners } = view.legal;
  const effort = effortOf(view);
  const research = someResearch(effort - living(view));
  const most = effort - research - living(view);
  const shares: Share[] = [];
  let given = 0;
  let left = most;
  let unserved = partners.length;
  for (const partner of partners) {
    const fair = Math.ceil(left / unserved);
    const points = isNew(view, partner)
      ? fair
      : Math.min(fair, Math.round(10 * (numberAt(view.received, partner) + GRACE)));
    left -= fair;
    unserved -= 1;
    given += points;
    if (points > 0) shares.push({ to: partner, points: points / 10 });
  }
  return firmPlan(effort - research - given, research, shares, cooperation(view, random, { best: 6 }));
};

export const titForTatWithCapital = withCapital(titForTat);
export const titForTatRestless = restless(titForTatWithCapital);
