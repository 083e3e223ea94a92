/** What the desk and the clock may do: phases, pauses, seats (rules R2 to R7). The command carries the time. */
import type { Control, Decider, Seat } from './actors.ts';
import type { DistrictEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { rememberFold } from './fold.ts';
import { type ExtensionReason, LENGTH_OF, type PhaseTimes, type RoundPhase } from './parts.ts';
import { at, clockModeNow, isSeat, modeOf, numberAt, plansMissing, roundsOf, treeOf } from './queries.ts';
import { type Refusal, refuse } from './refusals.ts';
import { planForAbsent } from './repeat-plan.ts';
import { resolve } from './resolve.ts';
import { paidAtTheEnd } from './rules/scoring.ts';
import type { DistrictState } from './state.ts';

/** Deadlines missed in a row after which a bot takes the seat. */
const PATIENCE = 2;

export function phaseBegan(state: DistrictState, phase: RoundPhase, round: number, now: number): DistrictEvent {
  const event = { type: 'PhaseBegan', phase, round } as const;
  if (modeOf(state, phase, round) !== 'clock') return event;
  return { ...event, deadline: now + state.settings[LENGTH_OF[phase]] };
}

export function openGame(state: DistrictState, now: number): readonly DistrictEvent[] | Refusal {
  if (state.phase !== 'opening') return refuse('wrong-phase');
  const { phase, round } = state.goesOn ?? { phase: 'news', round: 1 };
  return [phaseBegan(state, phase, round, now)];
}

/** While the clock is paused only the desk may advance the phase. */
export function advancePhase(state: DistrictState, now: number, by: Decider): readonly DistrictEvent[] | Refusal {
  if (state.clock.pausedWithMs !== undefined && by !== 'desk') return refuse('paused');
  switch (state.phase) {
    case 'opening':
      return refuse('wrong-phase');
    case 'news':
      return [phaseBegan(state, 'plan', state.round, now)];
    case 'plan':
      return closeRound(state, now);
    case 'reveal':
      if (state.practice !== undefined) return [{ type: 'PracticeEnded' }];
      if (state.round >= roundsOf(state)) return [{ type: 'GameEnded' }];
      return [phaseBegan(state, 'news', state.round + 1, now)];
    case 'ended':
      return refuse('game-over');
  }
}

/** Fills in missing plans, then resolves the round. */
function closeRound(state: DistrictState, now: number): readonly DistrictEvent[] {
  const events: DistrictEvent[] = [];
  for (const seat of plansMissing(state)) {
    events.push({ type: 'PlanFiled', seat, plan: planForAbsent(state, seat), by: 'timeout' });
    const { control, missed, player } = at(state.seats, seat);
    if (control !== 'human' || missed + 1 < PATIENCE) continue;
    const handedOver = { type: 'SeatAssigned', seat, control: 'bot' } as const;
    events.push(player === undefined ? handedOver : { ...handedOver, player });
  }
  const complete = events.reduce(evolve, state);
  const resolved = resolve(complete);
  const reveal = phaseBegan(state, 'reveal', state.round, now);
  events.push(...resolved.events, reveal);
  rememberFold(state, events, evolve(resolved.after, reveal));
  return events;
}

export function pauseClock(state: DistrictState, now: number): readonly DistrictEvent[] | Refusal {
  if (state.phase === 'opening' || state.phase === 'ended') return refuse('wrong-phase');
  if (state.clock.pausedWithMs !== undefined) return refuse('paused');
  const { deadline } = state.clock;
  return [{ type: 'ClockPaused', leftMs: deadline === undefined ? 0 : Math.max(0, deadline - now) }];
}

export function resumeClock(state: DistrictState, now: number): readonly DistrictEvent[] | Refusal {
  const { pausedWithMs } = state.clock;
  if (pausedWithMs === undefined) return refuse('not-paused');
  if (clockModeNow(state) !== 'clock') return [{ type: 'ClockResumed' }];
  return [{ type: 'ClockResumed', deadline: now + pausedWithMs }];
}

export function extendClock(
  state: DistrictState,
  ms: number,
  reason: ExtensionReason,
): readonly DistrictEvent[] | Refusal {
  if (state.phase === 'opening' || state.phase === 'ended') return refuse('wrong-phase');
  if (state.clock.pausedWithMs !== undefined) return refuse('paused');
  if (state.clock.deadline === undefined) return refuse('no-clock');
  if (reason === 'relaxed' && !mayBeRelaxed(state)) return refuse('wrong-phase');
  if (!Number.isFinite(ms)) return refuse('points-not-numbers');
  if (ms < 0) return refuse('points-negative', { value: ms });
  return [{ type: 'ClockExtended', deadline: state.clock.deadline + ms, reason }];
}

/** Rule R13: changes the length of later phases only. */
export function setTimes(state: DistrictState, times: PhaseTimes): readonly DistrictEvent[] | Refusal {
  if (state.settings.clockMode !== 'clock') return refuse('no-clock');
  const { newsMs, planMs, revealMs } = times;
  if (![newsMs, planMs, revealMs].every((ms) => Number.isFinite(ms) && ms > 0)) return refuse('times-out-of-range');
  return [{ type: 'TimesSet', newsMs, planMs, revealMs }];
}

/** Rule R14. In a reveal, being last or not changes what the end pays. */
export function makeLast(state: DistrictState, on: boolean): readonly DistrictEvent[] | Refusal {
  const { phase, round, practice, parameters, shortenedTo } = state;
  if (practice !== undefined || phase === 'opening' || phase === 'ended') return refuse('wrong-phase');
  if (on ? roundsOf(state) === round : shortenedTo === undefined) return refuse('wrong-phase');
  const length = on ? ({ type: 'LengthSet', rounds: round } as const) : ({ type: 'LengthSet' } as const);
  const was = roundsOf(state) === round;
  const is = on || parameters.rounds === round;
  if (phase !== 'reveal' || was === is) return [length];
  const sign = is ? 1 : -1;
  return [{ ...length, earned: state.earned.map((points, seat) => points + sign * paidAtTheEnd(state, seat)) }];
}

/** Rule R10: extra time is given at most once per plan phase. */
function mayBeRelaxed({ phase, clock }: DistrictState): boolean {
  return phase === 'plan' && clock.relaxedMs === undefined;
}

/** A person's seat must be freed before another person gets it; handing it to its bot keeps the person's claim. */
export function assignSeat(
  state: DistrictState,
  seat: Seat,
  control: Control,
  player?: string,
): readonly DistrictEvent[] | Refusal {
  if (!isSeat(state, seat)) return refuse('unknown-seat');
  const holder = at(state.seats, seat).player;
  if (holder !== undefined && player !== undefined && holder !== player) return refuse('seat-taken', { seat });
  const assigned = { type: 'SeatAssigned', seat, control } as const;
  const kept = player ?? holder;
  return [kept === undefined ? assigned : { ...assigned, player: kept }];
}

export function freeSeat(state: DistrictState, seat: Seat): readonly DistrictEvent[] | Refusal {
  if (!isSeat(state, seat)) return refuse('unknown-seat');
  const { control, player } = at(state.seats, seat);
  if (control === 'bot' && player === undefined) return refuse('seat-free', { seat });
  return [{ type: 'SeatFreed', seat }];
}

/** The head of the tree that earned most in the round just revealed: the hub that may falter, once (rule H1). */
export function hubOf(state: DistrictState): Seat | Refusal {
  const last = state.history.at(-1);
  if (state.phase !== 'reveal' || last === undefined) return refuse('wrong-phase');
  if (falteredIn(state) !== undefined) return refuse('faltered-already', { value: last.round });
  let head: Seat | undefined;
  let most = -1;
  for (const { seat, kind } of state.actors) {
    if (kind !== 'firm' || at(state.firms, seat).owner !== undefined) continue;
    let income = 0;
    for (const member of treeOf(state.firms, seat)) income += numberAt(last.incomeBySeat, member);
    if (income <= most) continue;
    most = income;
    head = seat;
  }
  return head ?? refuse('wrong-phase');
}

/** The hub that faltered in the round just revealed. */
export function falteredIn({ lastRound }: DistrictState): Seat | undefined {
  return lastRound.find((event) => event.type === 'HubFaltered')?.head;
}

export function falter(state: DistrictState): readonly DistrictEvent[] | Refusal {
  const hub = hubOf(state);
  if (typeof hub !== 'number') return hub;
  return [{ type: 'HubFaltered', head: hub, members: treeOf(state.firms, hub).filter((member) => member !== hub) }];
}
