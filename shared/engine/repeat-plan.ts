/**
 * What a missed deadline does (rules R4, R5): the seat's last plan again, cut to what is legal now.
 *
 * Pact wishes stand, deals that happen once do not come again, points meant for partners who are gone go to own
 * research or publishing, and a budget that shrank is spent in the same proportions.
 */
import type { Seat } from './actors.ts';
import { wishRefusal } from './legal.ts';
import {
  type FirmPlan,
  type GovernmentPlan,
  NO_DEAL,
  type Plan,
  POLICY_INSTRUMENTS,
  type Share,
  tenths,
} from './plans.ts';
import { at, budgetOf, hasPact } from './queries.ts';
import type { DistrictState } from './state.ts';

export function planForAbsent(state: DistrictState, seat: Seat): Plan {
  const last = state.lastPlans[seat] ?? firstPlan(state, seat);
  switch (last.kind) {
    case 'firm':
      return firmAgain(state, seat, last);
    case 'university': {
      const wishes = last.wishes.filter((other) => wishRefusal(state, seat, other) === undefined);
      const { shares, fallen } = sharesAgain(state, seat, last.shares, wishes);
      return { ...last, publish: (tenths(last.publish) + fallen) / 10, shares, wishes, breaks: [] };
    }
    case 'government':
      return budgetAgain(state, seat, last);
  }
}

/** Someone who never filed: half trade and half research, publishing, or an idle office (rule R5). */
function firstPlan(state: DistrictState, seat: Seat): Plan {
  const { effort } = state.parameters;
  switch (at(state.actors, seat).kind) {
    case 'firm': {
      const trade = Math.floor(tenths(effort) / 2);
      const research = tenths(effort) - trade;
      return { kind: 'firm', trade: trade / 10, research: research / 10, shares: [], deal: NO_DEAL };
    }
    case 'university':
      return {
        kind: 'university',
        publish: effort,
        outside: 0,
        shelter: 0,
        open: 0,
        shares: [],
        wishes: [],
        breaks: [],
      };
    default:
      return { kind: 'government', command: 0, law: 0, reform: 0, fund: 0, training: 0 };
  }
}

function firmAgain(state: DistrictState, seat: Seat, last: FirmPlan): FirmPlan {
  const wished = last.deal.kind === 'cooperate' ? last.deal.wishes : [];
  const wishes = wished.filter((other) => wishRefusal(state, seat, other) === undefined);
  const { shares, fallen } = sharesAgain(state, seat, last.shares, wishes);
  return {
    kind: 'firm',
    trade: last.trade,
    research: (tenths(last.research) + fallen) / 10,
    shares,
    deal: wishes.length === 0 ? NO_DEAL : { kind: 'cooperate', wishes, breaks: [] },
  };
}

/** The shares that can be given again, and the tenths that cannot. */
function sharesAgain(
  state: DistrictState,
  seat: Seat,
  last: readonly Share[],
  wishes: readonly Seat[],
): { readonly shares: readonly Share[]; readonly fallen: number } {
  const shares: Share[] = [];
  let fallen = 0;
  for (const share of last) {
    if (hasPact(state.pacts, seat, share.to) || wishes.includes(share.to)) shares.push(share);
    else fallen += tenths(share.points);
  }
  return { shares, fallen };
}

function budgetAgain(state: DistrictState, seat: Seat, last: GovernmentPlan): GovernmentPlan {
  const budget = tenths(budgetOf(state, seat));
  let spent = 0;
  for (const instrument of POLICY_INSTRUMENTS) spent += tenths(last[instrument]);
  if (spent <= budget) return last;
  const scaled = (points: number) => Math.floor((tenths(points) * budget) / spent) / 10;
  return {
    ...last,
    command: scaled(last.command),
    law: scaled(last.law),
    reform: scaled(last.reform),
    fund: scaled(last.fund),
    training: scaled(last.training),
  };
}
