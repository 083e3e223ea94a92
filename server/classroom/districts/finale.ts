/** The finale: the end as the desk tells it step by step, on wall, phones and observers' pages. Pure. */
import type { ClockMode } from '../../../shared/engine/parts.ts';
import { roundsOf } from '../../../shared/engine/queries.ts';
import type { DistrictState } from '../../../shared/engine/state.ts';
import { endsUnlessChosen } from '../../../shared/protocol/setup-choices.ts';
import { FINALE_STEPS, type FinaleStep } from '../../../shared/protocol/stages.ts';
import type { ClassState } from '../state/class-state.ts';

export function isOver({ phase }: DistrictState): boolean {
  return phase === 'ended';
}

export function isLastReveal(state: DistrictState): boolean {
  return state.phase === 'reveal' && state.round === roundsOf(state) && state.practice === undefined;
}

/**
 * Whether the last reveal waits for the desk instead of the clock or the students. It does not in a district without people,
 * nor where each district sees its own end.
 */
export function endWaits({ opened }: ClassState, state: DistrictState): boolean {
  const { clockMode } = state.settings;
  const led = opened.kind === 'class' && clockMode !== 'desk' && !endsAlone(opened, clockMode);
  return led && isLastReveal(state) && state.seats.some(({ player }) => player !== undefined);
}

/** The students have seen their result on their own pages: no step of the finale hides it again. */
export function resultIsKnown({ opened }: ClassState, state: DistrictState): boolean {
  return isOver(state) && endsAlone(opened, state.settings.clockMode);
}

function endsAlone({ ends, homework }: ClassState['opened'], clockMode: ClockMode): boolean {
  return homework !== undefined || (ends ?? endsUnlessChosen(clockMode)) === 'own';
}

/** Whether this step reveals the figures. */
export function tellsTheEnd(step: FinaleStep): boolean {
  return FINALE_STEPS.indexOf(step) >= FINALE_STEPS.indexOf('figures');
}

/** The finale's step; none if the end was undone. */
export function finaleIn({ finale, phase }: ClassState, districts: readonly DistrictState[]): FinaleStep | undefined {
  if (finale === undefined || !tellsTheEnd(finale)) return finale;
  return phase === 'ended' || districts.every(isOver) ? finale : 'guesses';
}
