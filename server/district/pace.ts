/** When a phase ends by itself: by clock, or because everybody is ready. Pure; the session asks after each change. */
import type { Seat } from '../../shared/engine/actors.ts';
import { clockModeNow, plansMissing } from '../../shared/engine/queries.ts';
import type { DistrictState } from '../../shared/engine/state.ts';

/** Whether everybody that this phase waits for is ready. Never in `desk` mode, which waits for the instructor. */
export function everybodyIn(state: DistrictState, online: (seat: Seat) => boolean): boolean {
  if (clockModeNow(state) === 'desk' || state.clock.pausedWithMs !== undefined) return false;
  if (state.phase === 'plan') return plansMissing(state).length === 0;
  return (state.phase === 'news' || state.phase === 'reveal') && allGoOn(state, online);
}

/** Whether every person online has said "go on", and somebody is online. */
function allGoOn(state: DistrictState, online: (seat: Seat) => boolean): boolean {
  const here = humansHere(state, online);
  return here.length > 0 && here.every((seat) => state.ready[seat]);
}

function humansHere(state: DistrictState, online: (seat: Seat) => boolean): readonly Seat[] {
  return state.actors.map(({ seat }) => seat).filter((seat) => state.seats[seat]?.control === 'human' && online(seat));
}

/** Seats that the phase waits for, as the desk shows them. */
export function waitedFor(state: DistrictState, online: (seat: Seat) => boolean): readonly Seat[] {
  if (state.phase === 'plan') return plansMissing(state).filter((seat) => state.seats[seat]?.control === 'human');
  if (state.phase !== 'news' && state.phase !== 'reveal') return [];
  return humansHere(state, online).filter((seat) => state.ready[seat] !== true);
}

/** Time of the phase's end by the clock; undefined if no clock runs. */
export function deadlineOf(state: DistrictState): number | undefined {
  return state.phase === 'ended' || state.clock.pausedWithMs !== undefined ? undefined : state.clock.deadline;
}

/** Seats of people with more time who have not filed yet (rule R10). */
export function relaxedMissing(state: DistrictState, relaxed: (player: string) => boolean): readonly Seat[] {
  if (state.phase !== 'plan') return [];
  return plansMissing(state).filter((seat) => {
    const held = state.seats[seat];
    return held?.control === 'human' && held.player !== undefined && relaxed(held.player);
  });
}

/** The phase's end with the extra time that somebody still needs (rule R10). */
export function endOf(state: DistrictState, relaxed: (player: string) => boolean): number | undefined {
  const deadline = deadlineOf(state);
  const { relaxedMs } = state.clock;
  if (deadline === undefined || relaxedMs === undefined || relaxedMissing(state, relaxed).length > 0) return deadline;
  return deadline - relaxedMs;
}

/** The stage of the class, which its districts follow. */
export type DistrictStage = 'briefing' | 'practice' | 'game';

/** The action that brings a district to the stage of its class, if any. */
export function beginningOf(
  { phase, practice, practised, goesOn }: DistrictState,
  stage: DistrictStage,
): 'openGame' | 'openPractice' | 'endPractice' | undefined {
  if (stage === 'game' && practice !== undefined) return 'endPractice';
  if (phase !== 'opening') return undefined;
  if (stage === 'game') return 'openGame';
  return stage === 'practice' && practised !== true && goesOn === undefined ? 'openPractice' : undefined;
}
