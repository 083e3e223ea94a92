/**
 * Folds an event into a state. Total and pure: all luck drawn is in the event.
 *
 *     let state = initialState(founded);
 *     for (const event of events) state = evolve(state, event);
 */

import { parametersIn } from './effects.ts';
import { type DistrictEvent, isRoundEvent, type TableEvent } from './events.ts';
import { inTheRound } from './evolve-round.ts';
import { goingOn } from './going-on.ts';
import { foundedAnew, initialState } from './initial-state.ts';
import { omitUndefined } from './omit-undefined.ts';
import type { Clock, Offer, SeatStatus } from './parts.ts';
import { at, numberAt, withEntry } from './queries.ts';
import type { DistrictState } from './state.ts';

/** Lines of talk kept in the state; the log keeps all. */
const TALK_KEPT = 60;

/** The state after all of a district's events, beginning with the founding. */
export function fold(events: readonly DistrictEvent[]): DistrictState {
  const [founded, ...rest] = events;
  if (founded?.type !== 'DistrictFounded') throw new Error('a district begins with its founding');
  return rest.reduce(evolve, initialState(founded));
}

export function evolve(state: DistrictState, event: DistrictEvent): DistrictState {
  if (event.type === 'DistrictFounded') return initialState(event);
  return isRoundEvent(event) ? inTheRound(state, event) : atTheTable(state, event);
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
      const begun = { ...upToNow(state), phase, round, clock, ready, plans, offers: [] };
      if (phase === 'news') return inItsYear(begun);
      const said = phase === 'reveal' ? state.offers.filter(isWord) : [];
      return said.length === 0 ? begun : { ...begun, said };
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
    case 'TimesSet': {
      const { newsMs, planMs, revealMs } = event;
      return { ...state, settings: { ...state.settings, newsMs, planMs, revealMs } };
    }
    case 'LengthSet':
      return lengthened(state, event);
    case 'PlanFiled': {
      const { seat, plan, by, cut } = event;
      const status = at(state.seats, seat);
      const missed =
        by === 'human' ? 0 : by === 'timeout' && status.control === 'human' ? status.missed + 1 : undefined;
      const seats =
        missed === undefined || missed === status.missed
          ? state.seats
          : withEntry(state.seats, seat, { ...status, missed });
      const filed = cut === undefined ? { plan, by } : { plan, by, cut };
      return { ...state, seats, plans: withEntry(state.plans, seat, filed) };
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
      const { type: _, id, ...said } = event;
      const talk = [...state.talk, { id, round: state.round, ...said }];
      return { ...state, talk: talk.slice(-TALK_KEPT), nextId: id + 1 };
    }
    case 'LineTakenDown':
      return { ...state, talk: state.talk.map((line) => (line.id === event.id ? { ...line, down: true } : line)) };
    case 'GameEnded':
      return { ...state, phase: 'ended', clock: {}, ready: state.ready.map(() => false), offers: [] };
    case 'PracticeBegan':
      return { ...state, practice: { seed: state.seed }, seed: event.seed };
    case 'PracticeEnded':
      return foundedAnew(state);
    case 'AdvanceUndone':
      return restored(event.state);
    case 'DistrictContinued':
      return goingOn(state, event);
  }
}

/** Rule N1: the news of a round put its year's parameters in force. */
function inItsYear(state: DistrictState): DistrictState {
  const { base, effects, round } = state;
  return base === undefined || effects === undefined
    ? state
    : { ...state, parameters: parametersIn(base, effects, round) };
}

/** Drops the last phase's promises and pleas, and the mark where a past ended. */
function upToNow(state: DistrictState): DistrictState {
  if (state.said === undefined && state.goesOn === undefined) return state;
  const { said: _, goesOn: __, ...rest } = state;
  return rest;
}

/** Whether the offer is a promise or a plea, which the debrief compares with the deed. */
function isWord({ promise, plea }: Offer): boolean {
  return promise !== undefined || plea !== undefined;
}

/** Undefined entries of a list become null in JSON; this restores them. */
function restored(state: DistrictState): DistrictState {
  return {
    ...state,
    plans: state.plans.map((plan) => plan ?? undefined),
    lastPlans: state.lastPlans.map((plan) => plan ?? undefined),
    lastBy: state.lastBy.map((by) => by ?? undefined),
  };
}

/** For seats scored by what they earn, `earned` is the score. */
function lengthened(
  state: DistrictState,
  { rounds, earned }: Extract<TableEvent, { type: 'LengthSet' }>,
): DistrictState {
  const { shortenedTo: _, ...rest } = state;
  const set = rounds === undefined ? rest : { ...rest, shortenedTo: rounds };
  const last = state.history.at(-1);
  if (earned === undefined || last === undefined) return set;
  const scores = last.scores.map((score, seat) =>
    state.actors[seat]?.kind === 'firm' ? score : numberAt(earned, seat),
  );
  return { ...set, earned, history: [...state.history.slice(0, -1), { ...last, scores }] };
}

/** Keeps the extra time that only some seats have, through pauses and extensions for all. */
function relaxation({ relaxedMs }: Clock): Pick<Clock, 'relaxedMs'> {
  return omitUndefined({ relaxedMs });
}

function extended(clock: Clock, { deadline, reason }: Extract<TableEvent, { type: 'ClockExtended' }>): Clock {
  if (reason !== 'relaxed' || clock.deadline === undefined) return { deadline, ...relaxation(clock) };
  return { deadline, relaxedMs: deadline - clock.deadline };
}
