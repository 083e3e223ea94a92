/** A practice round does not count (rule R8). It has luck of its own, and the district begins anew afterwards. */

import type { DistrictEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { phaseBegan } from './phases-and-seats.ts';
import { type Refusal, refuse } from './refusals.ts';
import type { DistrictState } from './state.ts';

export function openPractice(state: DistrictState, now: number): readonly DistrictEvent[] | Refusal {
  if (state.phase !== 'opening' || state.practised === true || state.goesOn !== undefined) return refuse('wrong-phase');
  const seed = state.seed === 0 ? 1 : state.seed - 1;
  const began = { type: 'PracticeBegan', seed } as const;
  return [began, phaseBegan(evolve(state, began), 'news', 1, now)];
}

export function endPractice(state: DistrictState): readonly DistrictEvent[] | Refusal {
  return state.practice === undefined ? refuse('wrong-phase') : [{ type: 'PracticeEnded' }];
}
