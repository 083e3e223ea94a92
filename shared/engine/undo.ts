/**
 * Undoes the last change of phase (rule R9). Seats and talk stay. The clock is paused, and people file their plans
 * again.
 */

import type { DistrictEvent } from './events.ts';
import { omitUndefined } from './omit-undefined.ts';
import { LENGTH_OF } from './parts.ts';
import { clockModeNow } from './queries.ts';
import { type Refusal, refuse } from './refusals.ts';
import type { DistrictState } from './state.ts';

export function undo(
  state: DistrictState,
  to: number,
  earlier: DistrictState | undefined,
): readonly DistrictEvent[] | Refusal {
  if (earlier === undefined) return refuse('nothing-to-undo');
  const { phase } = earlier;
  if (phase === 'opening' || phase === 'ended') return refuse('nothing-to-undo');
  const { settings, shortenedTo } = state;
  const { shortenedTo: _, ...before } = earlier;
  const timed = clockModeNow(earlier) === 'clock';
  const restored: DistrictState = {
    ...before,
    ...omitUndefined({ shortenedTo }),
    settings,
    seats: state.seats,
    talk: state.talk,
    nextId: state.nextId,
    ready: earlier.ready.map(() => false),
    plans: phase === 'plan' ? earlier.plans.map(() => undefined) : earlier.plans,
    clock: { pausedWithMs: timed ? settings[LENGTH_OF[phase]] : 0 },
  };
  return [{ type: 'AdvanceUndone', to, state: restored }];
}
