/** Folds the events of a round in the order in which `resolve` makes them. */
import type { Seat } from './actors.ts';
import { flowsOf, noFlows } from './flows.ts';
import { omitUndefined } from './omit-undefined.ts';
import type { Firm, Pact } from './parts.ts';
import { at, isSideOf, joins, numberAt, withEntry } from './queries.ts';
import { reputationsAfter } from './reputations.ts';
import type { RoundEvent } from './round-events.ts';
import type { DistrictState } from './state.ts';

export function inTheRound(state: DistrictState, event: RoundEvent): DistrictState {
  const lastRound = event.type === 'PolicyMade' ? [event] : [...state.lastRound, event];
  switch (event.type) {
    case 'PolicyMade': {
      const { law, fund, distance, commons } = event;
      return { ...state, lastRound, law, fund, distance, commons };
    }
    case 'ListMade':
      return { ...state, lastRound, listed: event.listed };
    case 'KnowledgeGrew': {
      const firms = state.firms.map((firm, seat) => {
        const cash = firm.cash - numberAt(event.pactCosts, seat);
        return { ...firm, knowledge: numberAt(event.knowledge, seat), cash };
      });
      const { commons, shared, fromResearch, fromPacts, fromCommons, fromShelter, gained, pactCosts } = event;
      const flows = {
        ...noFlows(firms.length),
        knowledgeGained: gained,
        fromResearch,
        fromPacts,
        fromCommons,
        fromShelter,
        pactCosts,
        shared,
      };
      return { ...state, lastRound, firms, commons, flows };
    }
    case 'MarketCleared': {
      const { product, trade } = event;
      return { ...state, lastRound, flows: { ...flowsOf(state), product, trade } };
    }
    case 'AccountsSettled': {
      const { tax, upkeep, debtService, investorFees, tribute } = event;
      const firms = state.firms.map((firm, seat) => {
        const { cash, loans, ventureDue } = at(event.firms, seat);
        return { ...firm, cash, loans, ventureDue };
      });
      const flows = { ...flowsOf(state), tax, upkeep, debtService, investorFees, tribute };
      return { ...state, lastRound, firms, flows };
    }
    case 'TrustMoved':
      return { ...state, lastRound, trust: event.trust };
    case 'FirmRescued': {
      const firms = state.firms.slice();
      const rescued = at(firms, event.firm);
      const head = at(firms, event.head);
      firms[event.firm] = { ...rescued, cash: rescued.cash + event.amount };
      firms[event.head] = { ...head, cash: head.cash - event.amount };
      return { ...state, lastRound, firms };
    }
    case 'FirmFailed':
      return {
        ...state,
        lastRound,
        firms: afterFailure(state, event.firm),
        pacts: withoutPactsOf(state.pacts, event.firm),
        ...withoutCertificate(state, event.firm),
      };
    case 'HubFaltered':
      return {
        ...state,
        lastRound,
        firms: afterFaltering(state, event.head, event.members),
        pacts: withoutPactsOf(state.pacts, event.head),
      };
    case 'RoundScored': {
      const { round, income, incomeBySeat, innovation, tradeShare, tax, scores, figure, earned } = event;
      const history = [...state.history, { round, income, incomeBySeat, innovation, tradeShare, tax, scores, figure }];
      const scored = {
        ...state,
        lastRound,
        earned,
        history,
        firms: state.firms.map(recovered),
        lastPlans: state.plans.map((filed) => filed?.plan),
        lastBy: state.plans.map((filed) => filed?.by),
      };
      return state.settings.reputations === true ? { ...scored, reputations: reputationsAfter(state) } : scored;
    }
    default:
      return inItsDeals(state, event, lastRound);
  }
}

type DealEvent = Extract<
  RoundEvent,
  {
    type:
      | 'FirmAbsorbed'
      | 'PactBroken'
      | 'PactFormed'
      | 'FirmLeft'
      | 'LeaveRefused'
      | 'FirmSold'
      | 'LoanTaken'
      | 'VentureGranted'
      | 'VentureRefused'
      | 'ForeignPartnerJoined';
  }
>;

/** Take-overs, pacts, sales, loans and partners. */
function inItsDeals(state: DistrictState, event: DealEvent, lastRound: DistrictState['lastRound']): DistrictState {
  switch (event.type) {
    case 'FirmAbsorbed': {
      const firms = state.firms.slice();
      firms[event.firm] = { ...at(firms, event.firm), owner: event.head, forced: true };
      const head = at(firms, event.head);
      firms[event.head] = { ...head, cash: head.cash + event.gift };
      return { ...state, lastRound, firms };
    }
    case 'PactBroken':
      return { ...state, lastRound, pacts: withoutPact(state.pacts, event.by, event.with) };
    case 'PactFormed':
      return { ...state, lastRound, pacts: withPact(state.pacts, event.a, event.b, state.round) };
    case 'FirmLeft': {
      const { firm, owner, price } = event;
      const firms = state.firms.slice();
      const free = independent(at(firms, firm));
      const left = at(firms, owner);
      firms[firm] = { ...free, cash: free.cash - price };
      firms[owner] = { ...left, cash: left.cash + price };
      return { ...state, lastRound, firms };
    }
    case 'LeaveRefused':
      return { ...state, lastRound };
    case 'FirmSold': {
      const { seller, buyer, price } = event;
      const firms = state.firms.slice();
      const sold = at(firms, seller);
      const head = at(firms, buyer);
      firms[seller] = { ...sold, owner: buyer, cash: sold.cash + price };
      firms[buyer] = { ...head, cash: head.cash - price };
      return { ...state, lastRound, firms };
    }
    case 'LoanTaken': {
      const firm = at(state.firms, event.firm);
      const indebted = { ...firm, cash: firm.cash + event.cash, loans: [...firm.loans, event.loan] };
      return { ...state, lastRound, firms: withEntry(state.firms, event.firm, indebted) };
    }
    case 'VentureGranted': {
      const firm = at(state.firms, event.firm);
      const financed = {
        ...firm,
        cash: firm.cash + event.cash,
        ventureStakes: firm.ventureStakes + 1,
        ventureDue: firm.ventureDue + event.due,
      };
      return { ...state, lastRound, fund: event.fund, firms: withEntry(state.firms, event.firm, financed) };
    }
    case 'VentureRefused':
      return { ...state, lastRound };
    case 'ForeignPartnerJoined': {
      const firm = at(state.firms, event.firm);
      const joined = {
        ...firm,
        cash: firm.cash + event.cash,
        knowledge: firm.knowledge + event.knowledge,
        foreignStakes: firm.foreignStakes + 1,
      };
      return { ...state, lastRound, firms: withEntry(state.firms, event.firm, joined) };
    }
  }
}

// --- Pacts, sorted by seat, so that equal states hash the same whatever their history -------------------------------

function withPact(pacts: readonly Pact[], one: Seat, other: Seat, since: number): readonly Pact[] {
  const made = { a: Math.min(one, other), b: Math.max(one, other), since };
  return [...pacts, made].sort((x, y) => x.a - y.a || x.b - y.b);
}

function withoutPact(pacts: readonly Pact[], one: Seat, other: Seat): readonly Pact[] {
  return pacts.filter((pact) => !joins(pact, one, other));
}

function withoutPactsOf(pacts: readonly Pact[], seat: Seat): readonly Pact[] {
  return pacts.filter((pact) => !isSideOf(pact, seat));
}

// --- Firms -------------------------------------------------------------------------------------------------------

function independent({ owner: _, ...rest }: Firm): Firm {
  return { ...rest, forced: false };
}

function recovered(firm: Firm): Firm {
  return firm.disarray > 0 ? { ...firm, disarray: firm.disarray - 1 } : firm;
}

/** Rule G7: a firm that fails loses its certificate. */
function withoutCertificate({ listed }: DistrictState, failed: Seat): Pick<DistrictState, 'listed'> {
  return omitUndefined({ listed: listed?.filter((seat) => seat !== failed) });
}

/** Rule F2: the failed firm starts again, small and independent; its subsidiaries are independent too. */
function afterFailure(state: DistrictState, failed: Seat): readonly Firm[] {
  const { failureCash, failureKnowledge } = state.parameters;
  return state.firms.map((firm, seat) => {
    if (firm.owner === failed) return independent(firm);
    if (seat !== failed) return firm;
    return {
      ...independent(firm),
      knowledge: firm.knowledge * failureKnowledge,
      cash: failureCash,
      loans: [],
      ventureStakes: 0,
      ventureDue: 0,
      failures: firm.failures + 1,
    };
  });
}

/** Rule H1: the tree breaks up. Every member loses knowledge and cash and falls into disarray. */
function afterFaltering(state: DistrictState, head: Seat, members: readonly Seat[]): readonly Firm[] {
  const { falterHeadKnowledge, falterMemberKnowledge, falterCash, disarrayRounds } = state.parameters;
  return state.firms.map((firm, seat) => {
    if (seat !== head && !members.includes(seat)) return firm;
    return {
      ...independent(firm),
      knowledge: firm.knowledge * (seat === head ? falterHeadKnowledge : falterMemberKnowledge),
      cash: firm.cash * falterCash,
      disarray: disarrayRounds,
    };
  });
}
