/** A past that a class plays on from, checked and folded in a thread of its own. */
import { inTurn } from '../thread.ts';
import type { Past, PastAsked } from './past.ts';
import type { ChoicesRefused } from './refused.ts';

/** What the thread is asked. */
export interface PastThread {
  readonly read: (asked: PastAsked) => Past | ChoicesRefused;
}

const reading = inTurn<PastThread>(new URL('./past-thread.ts', import.meta.url));

export function pastApart(asked: PastAsked): Promise<Past | ChoicesRefused> {
  return reading((thread) => thread.read(asked));
}
