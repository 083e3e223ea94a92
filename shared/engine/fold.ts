/** `decide` folds a round step by step; this lets `take` reuse the result. */
import type { DistrictEvent } from './events.ts';
import { evolve } from './evolve.ts';
import type { DistrictState } from './state.ts';

interface Folded {
  readonly before: DistrictState;
  readonly events: readonly DistrictEvent[];
  readonly after: DistrictState;
}

/** The last list of events that `decide` folded. */
let last: Folded | undefined;

/** Remembers that folding these events leads from `before` to `after`. */
export function rememberFold(before: DistrictState, events: readonly DistrictEvent[], after: DistrictState): void {
  last = { before, events, after };
}

export function stateAfter(before: DistrictState, events: readonly DistrictEvent[]): DistrictState {
  if (last?.events === events && last.before === before) return last.after;
  let after = before;
  for (const event of events) after = evolve(after, event);
  return after;
}
