/** Starts with trust, then gives each partner a little more than it got from it. What is left over goes into trade. */
import type { Share } from '../engine/plans.ts';
import type { SeatView } from '../engine/view.ts';
import { cooperation } from './partners.ts';
import { EFFORT, firmPlan, living } from './points.ts';
import type { Policy } from './policy.ts';

const RESEARCH = 10;
/** Forgiveness, in points. */
const GRACE = 0.25;

export const titForTat: Policy = (view, random) => {
  const { partners } = view.legal;
  const most = EFFORT - RESEARCH - living(view);
  const shares: Share[] = [];
  let given = 0;
  let left = most;
  let unserved = partners.length;
  for (const partner of partners) {
    const fair = Math.ceil(left / unserved);
    const points = isNew(view, partner)
      ? fair
      : Math.min(fair, Math.round(10 * ((view.received[partner] ?? 0) + GRACE)));
    left -= fair;
    unserved -= 1;
    given += points;
    if (points > 0) shares.push({ to: partner, points: points / 10 });
  }
  return firmPlan(EFFORT - RESEARCH - given, RESEARCH, shares, cooperation(view, random, { best: 6 }));
};

/** The pact was made in the round just resolved: nothing could be shared under it before. */
function isNew(view: SeatView, partner: number): boolean {
  for (const pact of view.public.pacts) {
    if ((pact.a === view.seat && pact.b === partner) || (pact.b === view.seat && pact.a === partner)) {
      return pact.since >= view.public.round - 1;
    }
  }
  return true;
}
