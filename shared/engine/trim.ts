/** Trims a plan to what the rules allow now; freed points go to own work. */
import type { Seat } from './actors.ts';
import {
  buyRefusal,
  foreignRefusal,
  leaveRefusal,
  listRefusal,
  loanRefusal,
  sellRefusal,
  ventureRefusal,
  wishRefusal,
} from './legal.ts';
import {
  type Deal,
  type GovernmentPlan,
  NO_DEAL,
  type PactChange,
  type Plan,
  POLICY_INSTRUMENTS,
  pactChangeOf,
  type Share,
  tenths,
} from './plans.ts';
import { budgetOf, hasPact } from './queries.ts';
import type { DistrictState } from './state.ts';

/**
 * Drops illegal wishes, breaks, deals and certificates. Points for absent partners go to own research or publishing. A
 * smaller budget keeps its proportions.
 */
export function trimmed(state: DistrictState, seat: Seat, plan: Plan): Plan {
  switch (plan.kind) {
    case 'firm': {
      const deal = openDeal(state, seat, plan.deal);
      const { shares, fallen } = sharesWith(state, seat, plan.shares, pactChangeOf(deal));
      return { ...plan, research: (tenths(plan.research) + fallen) / 10, shares, deal };
    }
    case 'university': {
      const change = openChange(state, seat, plan);
      const { shares, fallen } = sharesWith(state, seat, plan.shares, change);
      return { ...plan, publish: (tenths(plan.publish) + fallen) / 10, shares, ...change };
    }
    case 'government':
      return withinBudget(tenths(budgetOf(state, seat)), withOpenList(state, seat, plan));
  }
}

function openChange(state: DistrictState, seat: Seat, { wishes, breaks }: PactChange): PactChange {
  return {
    wishes: wishes.filter((other) => wishRefusal(state, seat, other) === undefined),
    breaks: breaks.filter((other) => hasPact(state.pacts, seat, other)),
  };
}

function openDeal(state: DistrictState, seat: Seat, deal: Deal): Deal {
  switch (deal.kind) {
    case 'none':
      return deal;
    case 'cooperate': {
      const change = openChange(state, seat, deal);
      return change.wishes.length + change.breaks.length === 0 ? NO_DEAL : { kind: 'cooperate', ...change };
    }
    case 'buy': {
      const sellers = deal.sellers.filter((seller) => buyRefusal(state, seat, seller) === undefined);
      return sellers.length === 0 ? NO_DEAL : { kind: 'buy', sellers };
    }
    case 'sell':
      return sellRefusal(state, seat, deal.buyer) === undefined ? deal : NO_DEAL;
    case 'loan':
      return loanRefusal(state, seat) === undefined ? deal : NO_DEAL;
    case 'venture':
      return ventureRefusal(state, seat) === undefined ? deal : NO_DEAL;
    case 'foreign':
      return foreignRefusal(state, seat) === undefined ? deal : NO_DEAL;
    case 'leave':
      return leaveRefusal(state, seat) === undefined ? deal : NO_DEAL;
  }
}

function sharesWith(
  state: DistrictState,
  seat: Seat,
  planned: readonly Share[],
  { wishes, breaks }: PactChange,
): { readonly shares: readonly Share[]; readonly fallen: number } {
  const shares: Share[] = [];
  let fallen = 0;
  for (const share of planned) {
    const stands = hasPact(state.pacts, seat, share.to) && !breaks.includes(share.to);
    if (stands || wishes.includes(share.to)) shares.push(share);
    else fallen += tenths(share.points);
  }
  return { shares, fallen };
}

function withOpenList(state: DistrictState, seat: Seat, plan: GovernmentPlan): GovernmentPlan {
  const { list, ...points } = plan;
  if (list === undefined) return plan;
  const open = list
    .filter((firm) => listRefusal(state, seat, firm) === undefined)
    .slice(0, state.parameters.listPlaces);
  return open.length === 0 ? points : { ...points, list: open };
}

/** In tenths of a point. */
function withinBudget(budget: number, plan: GovernmentPlan): GovernmentPlan {
  let spent = 0;
  for (const instrument of POLICY_INSTRUMENTS) spent += tenths(plan[instrument]);
  if (spent <= budget) return plan;
  const part = (points: number) => Math.floor((tenths(points) * budget) / spent) / 10;
  return {
    ...plan,
    command: part(plan.command),
    law: part(plan.law),
    reform: part(plan.reform),
    fund: part(plan.fund),
    training: part(plan.training),
  };
}
