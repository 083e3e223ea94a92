/** Checks and folds the past of a class in a worker thread. */
import { threadQueue } from '../../thread.ts';
import type { Past, PastAsked } from './past.ts';
import type { ChoicesRefused } from './refused.ts';

/** The thread's functions. */
export interface PastThread {
  readonly read: (asked: PastAsked) => Past | ChoicesRefused;
}

const reading = threadQueue<PastThread>(new URL('./past-thread.ts', import.meta.url));

export function readPastInThread(asked: PastAsked): Promise<Past | ChoicesRefused> {
  return reading((thread) => thread.read(asked));
}
