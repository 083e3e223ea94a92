/**
 * Exponential backoff with a ceiling and jitter, so that a class that lost its server at one instant does not return at
 * one instant.
 */
export interface Pace {
  readonly firstMs: number;
  readonly longestMs: number;
}

export const RECONNECT_PACE: Pace = { firstMs: 300, longestMs: 4_000 };

/** `attempt` counts from 0; `chance` is uniform in [0, 1). Returns between half and all of the step. */
export function delayMs(attempt: number, pace: Pace = RECONNECT_PACE, chance: number = Math.random()): number {
  const step = Math.min(pace.longestMs, pace.firstMs * 2 ** Math.min(attempt, 16));
  return step * (0.5 + chance / 2);
}
