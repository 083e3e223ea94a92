import type { Command } from './commands.ts';
import { decide, type Past } from './decide.ts';
import type { DistrictEvent } from './events.ts';
import { stateAfter } from './fold.ts';
import { isRefusal, type Refusal } from './refusals.ts';
import type { DistrictState } from './state.ts';

/** Events of a command, and the state after them. */
export interface Taken {
  readonly events: readonly DistrictEvent[];
  readonly after: DistrictState;
}

/** Takes a command that the rules must allow. */
export function takeOrThrow(state: DistrictState, command: Command): Taken {
  const taken = take(state, command);
  if (!isRefusal(taken)) return taken;
  throw new Error(`round ${state.round}: seat ${command.seat ?? 'desk'} was refused: ${JSON.stringify(taken)}`);
}

/** Decides a command and folds its events. */
export function take(state: DistrictState, command: Command, past?: Past): Taken | Refusal {
  const outcome = decide(state, command, past);
  if (isRefusal(outcome)) return outcome;
  return { events: outcome, after: stateAfter(state, outcome) };
}
