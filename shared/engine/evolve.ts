/**
 * A state and an event make the next state. Total, immutable, and without luck: whatever was drawn is in the event.
 *
 *     let state = initialState(founded);
 *     for (const event of events) state = evolve(state, event);
 */
import type { Seat } from './actors.ts';
import { parametersIn } from './effects.ts';
import { type DistrictEvent, type DistrictFounded, isRoundEvent, type TableEvent } from './events.ts';
import { flowsOf, noFlows } from './flows.ts';
import type { Clock, Firm, Loan, Offer, Pact, SeatStatus } from './parts.ts';
import { at, numberAt } from './queries.ts';
import { reputationsAfter } from './reputations.ts';
import type { RoundEvent } from './round-events.ts';
import type { DistrictState } from './state.ts';

const NO_LOANS: readonly Loan[] = [];
/** Lines of talk a state remembers; the log has them all. */
const TALK_KEPT = 60;

export function initialState(founded: DistrictFounded): DistrictState {
  const { rulesVersion, scenario, seed, parameters, settings, actors, policies, changed, effects } = founded;
  const count = actors.length;
  return {
    rulesVersion,
    scenario,
    seed,
    parameters,
    settings,
    actors,
    seats: actors.map(({ seat }) => ({ control: 'bot', policy: policies[seat] ?? '', missed: 0 })),
    phase: 'opening',
    round: 0,
    clock: {},
    firms: actors.map(({ kind }) => ({
      knowledge:
        kind === 'firm' ? parameters.startKnowledge : kind === 'university' ? parameters.startUniversityKnowledge : 0,
      cash: kind === 'firm' ? parameters.startCash : 0,
      loans: NO_LOANS,
      ventureStakes: 0,
      ventureDue: 0,
      foreignStakes: 0,
      forced: false,
      disarray: 0,
      failures: 0,
    })),
    pacts: [],
    trust: new Array<number>(count * count).fill(parameters.startTrust),
    commons: parameters.startCommons,
    law: parameters.startLaw,
    distance: parameters.startDistance,
    fund: parameters.startFund,
    earned: new Array<number>(count).fill(0),
    plans: new Array<undefined>(count).fill(undefined),
    lastPlans: new Array<undefined>(count).fill(undefined),
    lastBy: new Array<undefined>(count).fill(undefined),
    ready: new Array<boolean>(count).fill(false),
    offers: [],
    talk: [],
    nextId: 1,
    lastRound: [],
    history: [],
    ...(changed === undefined ? {} : { changed }),
    ...(effects === undefined ? {} : { effects, base: parameters }),
  };
}

/** The state after all of a district's events, the founding first. */
export function fold(events: readonly DistrictEvent[]): DistrictState {
  const [founded, ...rest] = events;
  if (founded?.type !== 'DistrictFounded') throw new Error('a district begins with its founding');
  return rest.reduce(evolve, initialState(founded));
}

export function evolve(state: DistrictState, event: DistrictEvent): DistrictState {
  if (event.type === 'DistrictFounded') return initialState(event);
  return isRoundEvent(event) ? inTheRound(state, event) : atTheTable(state, event);
}

/** A copy of the list with one entry replaced. */
function withEntry<T>(list: readonly T[], index: number, entry: T): readonly T[] {
  const copy = list.slice();
  copy[index] = entry;
  return copy;
}

function seated(status: SeatStatus, control: SeatStatus['control'], player: string | undefined): SeatStatus {
  const { policy } = status;
  return player === undefined ? { control, policy, missed: 0 } : { control, player, policy, missed: 0 };
}

function atTheTable(state: DistrictState, event: TableEvent): DistrictState {
  switch (event.type) {
    case 'SeatAssigned': {
      const status = seated(at(state.seats, event.seat), event.control, event.player);
      return { ...state, seats: withEntry(state.seats, event.seat, status) };
    }
    case 'SeatFreed': {
      const status = seated(at(state.seats, event.seat), 'bot', undefined);
      return { ...state, seats: withEntry(state.seats, event.seat, status) };
    }
    case 'PhaseBegan': {
      const { phase, round, deadline } = event;
      const clock = deadline === undefined ? {} : { deadline };
      const ready = state.ready.includes(true) ? state.ready.map(() => false) : state.ready;
      const plans = phase === 'reveal' ? state.plans : state.plans.map(() => undefined);
      const { said: _, ...rest } = state;
      const said = phase === 'reveal' ? state.offers.filter(isWord) : [];
      const begun = { ...rest, phase, round, clock, ready, plans, offers: [], ...(said.length === 0 ? {} : { said }) };
      return phase === 'news' ? inItsYear(begun) : begun;
    }
    case 'ClockPaused':
      return { ...state, clock: { pausedWithMs: event.leftMs, ...relaxation(state.clock) } };
    case 'ClockResumed':
      return {
        ...state,
        clock: event.deadline === undefined ? {} : { deadline: event.deadline, ...relaxation(state.clock) },
      };
    case 'ClockExtended':
      return { ...state, clock: extended(state.clock, event) };
    case 'PlanFiled': {
      const { seat, plan, by } = event;
      const status = at(state.seats, seat);
      const missed =
        by === 'human' ? 0 : by === 'timeout' && status.control === 'human' ? status.missed + 1 : undefined;
      const seats =
        missed === undefined || missed === status.missed
          ? state.seats
          : withEntry(state.seats, seat, { ...status, missed });
      return { ...state, seats, plans: withEntry(state.plans, seat, { plan, by }) };
    }
    case 'ReadySignalled':
      return { ...state, ready: withEntry(state.ready, event.seat, true) };
    case 'OfferMade': {
      const { type: _, ...offer } = event;
      return { ...state, offers: [...state.offers, { ...offer, status: 'open' }], nextId: event.id + 1 };
    }
    case 'OfferAnswered': {
      const status = event.accept ? 'accepted' : 'declined';
      return { ...state, offers: state.offers.map((offer) => (offer.id === event.id ? { ...offer, status } : offer)) };
    }
    case 'OfferWithdrawn':
      return { ...state, offers: state.offers.filter((offer) => offer.id !== event.id) };
    case 'Said': {
      const { id, from, to, text } = event;
      const line = { id, round: state.round, from, text };
      const talk = [...state.talk, to === undefined ? line : { ...line, to }];
      return { ...state, talk: talk.slice(-TALK_KEPT), nextId: id + 1 };
    }
    case 'GameEnded':
      return { ...state, phase: 'ended', clock: {}, ready: state.ready.map(() => false), offers: [] };
    case 'PracticeBegan':
      return { ...state, practice: { seed: state.seed }, seed: event.seed };
    case 'PracticeEnded':
      return foundedAnew(state);
    case 'AdvanceUndone':
      return restored(event.state);
  }
}

/** Rule N1: with the news of a round the numbers are those of its year. */
function inItsYear(state: DistrictState): DistrictState {
  const { base, effects, round } = state;
  return base === undefined || effects === undefined
    ? state
    : { ...state, parameters: parametersIn(base, effects, round) };
}

/** A promise or a plea: to be held beside the deed. */
function isWord({ promise, plea }: Offer): boolean {
  return promise !== undefined || plea !== undefined;
}

/** JSON writes a list's gaps as null, which has no place in a state. */
function restored(state: DistrictState): DistrictState {
  return {
    ...state,
    plans: state.plans.map((plan) => plan ?? undefined),
    lastPlans: state.lastPlans.map((plan) => plan ?? undefined),
    lastBy: state.lastBy.map((by) => by ?? undefined),
  };
}

/** As the district was founded; people keep their seats, and what was said stays said. */
function foundedAnew(state: DistrictState): DistrictState {
  const { rulesVersion, scenario, settings, actors, seats, talk, nextId, changed, effects } = state;
  const parameters = state.base ?? state.parameters;
  const seed = state.practice?.seed ?? state.seed;
  const policies = seats.map(({ policy }) => policy);
  const founded = initialState({
    type: 'DistrictFounded',
    rulesVersion,
    scenario,
    seed,
    parameters,
    settings,
    actors,
    policies,
    ...(changed === undefined ? {} : { changed }),
    ...(effects === undefined ? {} : { effects }),
  });
  return { ...founded, seats: seats.map((seat) => ({ ...seat, missed: 0 })), talk, nextId, practised: true };
}

function inTheRound(state: DistrictState, event: RoundEvent): DistrictState {
  const lastRound = event.type === 'PolicyMade' ? [event] : [...state.lastRound, event];
  switch (event.type) {
    case 'PolicyMade': {
      const { law, fund, distance, commons } = event;
      return { ...state, lastRound, law, fund, distance, commons };
    }
    case 'ListMade':
      return { ...state, lastRound, listed: event.listed };
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
    case 'KnowledgeGrew': {
      const firms = state.firms.map((firm, seat) => {
        const cash = firm.cash - numberAt(event.pactCosts, seat);
        return { ...firm, knowledge: numberAt(event.knowledge, seat), cash };
      });
      const none = noFlows(firms.length);
      const { shared, fromResearch, fromPacts, fromCommons, fromShelter, gained, pactCosts } = event;
      const learned = { knowledgeGained: gained, fromResearch, fromPacts, fromCommons, fromShelter, pactCosts, shared };
      return { ...state, lastRound, firms, commons: event.commons, flows: { ...none, ...learned } };
    }
    case 'MarketCleared': {
      const { product, trade } = event;
      return { ...state, lastRound, flows: { ...flowsOf(state), product, trade } };
    }
    case 'AccountsSettled': {
      const { tax, upkeep, debtService, investorFees, tribute } = event;
      const firms = state.firms.map((firm, seat) => ({ ...firm, ...at(event.firms, seat) }));
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
      const recovering = state.firms.some((firm) => firm.disarray > 0);
      return {
        ...state,
        lastRound,
        earned,
        history,
        firms: recovering ? state.firms.map(recovered) : state.firms,
        lastPlans: state.plans.map((filed) => filed?.plan),
        lastBy: state.plans.map((filed) => filed?.by),
        ...(state.settings.reputations === true ? { reputations: reputationsAfter(state) } : {}),
      };
    }
  }
}

// --- Pacts, kept in the order of their seats so that a state does not remember how it came about ------------------

function withPact(pacts: readonly Pact[], one: Seat, other: Seat, since: number): readonly Pact[] {
  const pact = { a: Math.min(one, other), b: Math.max(one, other), since };
  return [...pacts, pact].sort((x, y) => x.a - y.a || x.b - y.b);
}

function withoutPact(pacts: readonly Pact[], one: Seat, other: Seat): readonly Pact[] {
  return pacts.filter(({ a, b }) => !((a === one && b === other) || (a === other && b === one)));
}

function withoutPactsOf(pacts: readonly Pact[], seat: Seat): readonly Pact[] {
  return pacts.some(({ a, b }) => a === seat || b === seat)
    ? pacts.filter(({ a, b }) => a !== seat && b !== seat)
    : pacts;
}

// --- Firms -------------------------------------------------------------------------------------------------------

function independent({ owner: _, ...rest }: Firm): Firm {
  return { ...rest, forced: false };
}

function recovered(firm: Firm): Firm {
  return firm.disarray > 0 ? { ...firm, disarray: firm.disarray - 1 } : firm;
}

/** A pause, or more time for everyone, leaves what is there only for some as it is. */
function relaxation({ relaxedMs }: Clock): Pick<Clock, 'relaxedMs'> {
  return relaxedMs === undefined ? {} : { relaxedMs };
}

function extended(clock: Clock, { deadline, reason }: Extract<TableEvent, { type: 'ClockExtended' }>): Clock {
  if (reason !== 'relaxed' || clock.deadline === undefined) return { deadline, ...relaxation(clock) };
  return { deadline, relaxedMs: deadline - clock.deadline };
}

/** Rule G7: a firm that fails loses its certificate. */
function withoutCertificate({ listed }: DistrictState, failed: Seat): Pick<DistrictState, 'listed'> {
  return listed === undefined ? {} : { listed: listed.filter((seat) => seat !== failed) };
}

/** Rule F2: the firm starts again small and free, and those it owned are free. */
function afterFailure(state: DistrictState, failed: Seat): readonly Firm[] {
  const { failureCash, failureKnowledge } = state.parameters;
  return state.firms.map((firm, seat) => {
    if (firm.owner === failed) return independent(firm);
    if (seat !== failed) return firm;
    return {
      ...independent(firm),
      knowledge: firm.knowledge * failureKnowledge,
      cash: failureCash,
      loans: NO_LOANS,
      ventureStakes: 0,
      ventureDue: 0,
      failures: firm.failures + 1,
    };
  });
}

/** Rule H1: the tree falls apart and all who were in it are poorer and in disarray. */
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
