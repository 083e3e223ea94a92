/** The end as the desk tells it, step by step: the wall, phones and observers show the step the class has come to. Pure. */
import { roundsOf } from '../../shared/engine/queries.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import { FINALE_STEPS, type FinaleStep } from '../../shared/protocol/stages.ts';
import type { ClassState } from './class-state.ts';

export function isOver({ phase }: DistrictState): boolean {
  return phase === 'ended';
}

export function isLastReveal(state: DistrictState): boolean {
  return state.phase === 'reveal' && state.round === roundsOf(state) && state.practice === undefined;
}

/**
 * No clock ends the last reveal of a class that is led: it waits for the desk to tell the end. Where nobody sits there is
 * nobody to tell it to.
 */
export function endWaits({ opened }: ClassState, state: DistrictState): boolean {
  const led = opened.kind === 'class' && opened.homework === undefined && state.settings.clockMode === 'clock';
  return led && isLastReveal(state) && state.seats.some(({ player }) => player !== undefined);
}

/** From here on it is said what the streets became. */
export function tellsTheEnd(step: FinaleStep): boolean {
  return FINALE_STEPS.indexOf(step) >= FINALE_STEPS.indexOf('figures');
}

/** Nothing is told of an end that was undone. */
export function finaleIn({ finale, phase }: ClassState, districts: readonly DistrictState[]): FinaleStep | undefined {
  if (finale === undefined || !tellsTheEnd(finale)) return finale;
  return phase === 'ended' || districts.every(isOver) ? finale : 'guesses';
}
