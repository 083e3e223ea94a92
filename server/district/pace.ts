/** When a phase is over by itself: by the clock, or because everybody is in. Pure; the session asks after each change. */
import type { Seat } from '../../shared/engine/actors.ts';
import { clockModeNow, plansMissing } from '../../shared/engine/queries.ts';
import type { DistrictState } from '../../shared/engine/state.ts';

/** Everyone this phase waits for has done their part. Never in `desk` mode, which waits for the instructor's word. */
export function everybodyIn(state: DistrictState, online: (seat: Seat) => boolean): boolean {
  if (clockModeNow(state) === 'desk' || state.clock.pausedWithMs !== undefined) return false;
  if (state.phase === 'plan') return plansMissing(state).length === 0;
  return (state.phase === 'news' || state.phase === 'reveal') && allGoOn(state, online);
}

/** Every person who is here said "go on", and somebody is here. */
function allGoOn(state: DistrictState, online: (seat: Seat) => boolean): boolean {
  const here = humansHere(state, online);
  return here.length > 0 && here.every((seat) => state.ready[seat]);
}

function humansHere(state: DistrictState, online: (seat: Seat) => boolean): readonly Seat[] {
  return state.actors.map(({ seat }) => seat).filter((seat) => state.seats[seat]?.control === 'human' && online(seat));
}

/** Whom the phase waits for, for the instructor's desk. */
export function waitedFor(state: DistrictState, online: (seat: Seat) => boolean): readonly Seat[] {
  if (state.phase === 'plan') return plansMissing(state).filter((seat) => state.seats[seat]?.control === 'human');
  if (state.phase !== 'news' && state.phase !== 'reveal') return [];
  return humansHere(state, online).filter((seat) => state.ready[seat] !== true);
}

/** When the phase ends unless something happens before; undefined when nothing is running. */
export function deadlineOf(state: DistrictState): number | undefined {
  return state.phase === 'ended' || state.clock.pausedWithMs !== undefined ? undefined : state.clock.deadline;
}

/** Seats of people who are given more time and have not filed yet (rule R10). */
export function relaxedMissing(state: DistrictState, relaxed: (player: string) => boolean): readonly Seat[] {
  if (state.phase !== 'plan') return [];
  return plansMissing(state).filter((seat) => {
    const held = state.seats[seat];
    return held?.control === 'human' && held.player !== undefined && relaxed(held.player);
  });
}

/** When the phase is over: where it waits for those given more time, no later than they need (rule R10). */
export function endOf(state: DistrictState, relaxed: (player: string) => boolean): number | undefined {
  const deadline = deadlineOf(state);
  const { relaxedMs } = state.clock;
  if (deadline === undefined || relaxedMs === undefined || relaxedMissing(state, relaxed).length > 0) return deadline;
  return deadline - relaxedMs;
}

/** How far the class has come: its districts follow. */
export type DistrictStage = 'briefing' | 'practice' | 'game';

/** What brings a district to the stage of its class. */
export function beginningOf(
  { phase, practice, practised, goesOn }: DistrictState,
  stage: DistrictStage,
): 'openGame' | 'openPractice' | 'endPractice' | undefined {
  if (stage === 'game' && practice !== undefined) return 'endPractice';
  if (phase !== 'opening') return undefined;
  if (stage === 'game') return 'openGame';
  return stage === 'practice' && practised !== true && goesOn === undefined ? 'openPractice' : undefined;
}
