/**
 * A state and a command make events, or a refusal from a closed list. Pure: the same state and command always make
 * the same events; a throw is a bug.
 *
 *     const founded = found(scenario, { seed: 1, settings, policies });
 *     const outcome = decide(initialState(founded), { at: 0, by: 'desk', action: { type: 'openGame' } });
 *     if (isRefusal(outcome)) explain(outcome); else state = outcome.reduce(evolve, state);
 */
import type { Decider, Seat } from './actors.ts';
import { checkPlan } from './check-plan.ts';
import type { Action, Command, SeatAction } from './commands.ts';
import type { DistrictEvent } from './events.ts';
import { continueDistrict } from './going-on.ts';
import {
  advancePhase,
  assignSeat,
  extendClock,
  falter,
  freeSeat,
  makeLast,
  openGame,
  pauseClock,
  resumeClock,
  setTimes,
} from './phases-and-seats.ts';
import { endPractice, openPractice } from './practice.ts';
import { at, isSeat } from './queries.ts';
import { isRefusal, type Refusal, refuse } from './refusals.ts';
import type { DistrictState } from './state.ts';
import { answerOffer, makeOffer, say, sayReady, signalReady, takeDown, withdrawOffer } from './talk.ts';
import { undo } from './undo.ts';

export { found } from './founding.ts';

/** The district's state after one of its records: what `undo` goes back to. */
export type Past = (seq: number) => DistrictState | undefined;

/** What may still be asked of a district whose game is over. */
const AFTER_THE_END: readonly Action['type'][] = ['freeSeat', 'assignSeat', 'undo', 'takeDown'];

export function decide(state: DistrictState, command: Command, past?: Past): readonly DistrictEvent[] | Refusal {
  const { action, at: now, by } = command;
  if (state.phase === 'ended' && !AFTER_THE_END.includes(action.type)) return refuse('game-over');
  switch (action.type) {
    case 'openGame':
      return openGame(state, now);
    case 'openPractice':
      return openPractice(state, now);
    case 'endPractice':
      return endPractice(state);
    case 'undo':
      return undo(state, action.to, past?.(action.to));
    case 'advancePhase':
      if (action.from !== undefined && action.from !== state.phase) return refuse('wrong-phase');
      return advancePhase(state, now, by);
    case 'closeRound':
      return state.phase === 'plan' ? advancePhase(state, now, by) : refuse('wrong-phase');
    case 'pauseClock':
      return pauseClock(state, now);
    case 'resumeClock':
      return resumeClock(state, now);
    case 'extendClock':
      return extendClock(state, action.ms, action.reason);
    case 'setTimes':
      return setTimes(state, action);
    case 'makeLast':
      return makeLast(state, action.on);
    case 'assignSeat':
      return assignSeat(state, action.seat, action.control, action.player);
    case 'freeSeat':
      return freeSeat(state, action.seat);
    case 'falter':
      return falter(state);
    case 'takeDown':
      return takeDown(state, action.line);
    case 'continueDistrict':
      return continueDistrict(state, action);
    default:
      if (!isSeat(state, command.seat)) return refuse('unknown-seat');
      return fromSeat(state, command.seat, action, now, by);
  }
}

function fromSeat(
  state: DistrictState,
  seat: Seat,
  action: Extract<Action, SeatAction>,
  now: number,
  by: Decider,
): readonly DistrictEvent[] | Refusal {
  switch (action.type) {
    case 'filePlan':
      return filePlan(state, seat, action, now, by);
    case 'makeOffer':
      return makeOffer(state, seat, action.kind, action.to, action);
    case 'answerOffer':
      return answerOffer(state, seat, action.offer, action.accept);
    case 'withdrawOffer':
      return withdrawOffer(state, seat, action.offer);
    case 'say':
      return say(state, seat, action, action.to);
    case 'sayReady':
      return sayReady(state, seat, action.sentence, action.to);
    case 'signalReady':
      return signalReady(state, seat);
  }
}

function filePlan(
  state: DistrictState,
  seat: Seat,
  { plan, cut }: Extract<Action, { type: 'filePlan' }>,
  now: number,
  by: Decider,
): readonly DistrictEvent[] | Refusal {
  if (by === 'desk' || by === 'system') return refuse('not-your-seat', { seat });
  if (state.phase !== 'plan') return refuse('wrong-phase');
  const { deadline } = state.clock;
  if (deadline !== undefined && now > deadline) return refuse('too-late');
  const checked = checkPlan(state, seat, plan);
  if (isRefusal(checked)) return checked;
  const asIs = { type: 'PlanFiled', seat, plan: checked, by } as const;
  const filed: DistrictEvent = cut === undefined ? asIs : { ...asIs, cut };
  const { control, player } = at(state.seats, seat);
  if (by !== 'human' || control === 'human' || player === undefined) return [filed];
  return [{ type: 'SeatAssigned', seat, control: 'human', player }, filed];
}
