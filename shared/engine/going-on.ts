/**
 * Playing on from a recorded past: its state with empty seats, and what the new class changes from there on. The past's
 * events stay untouched.
 */

import type { ContinueDistrict } from './commands.ts';
import { parametersIn } from './effects.ts';
import type { DistrictContinued, DistrictEvent } from './events.ts';
import { foundedAnew } from './initial-state.ts';
import { omitUndefined } from './omit-undefined.ts';
import { isOpenFrom } from './open-parameters.ts';
import type { Parameters } from './parameters.ts';
import type { GoesOn } from './parts.ts';
import { roundsOf } from './queries.ts';
import { type Refusal, refuse } from './refusals.ts';
import type { DistrictState } from './state.ts';

/** The phase that would begin next: a branch begins between phases. */
function nextPhase(state: DistrictState): GoesOn | Refusal {
  const { phase, round, goesOn, practice } = state;
  if (practice !== undefined) return refuse('wrong-phase');
  switch (phase) {
    case 'opening':
      return goesOn ?? { phase: 'news', round: 1 };
    case 'news':
      return { phase: 'plan', round };
    case 'plan':
      return refuse('wrong-phase');
    case 'reveal':
      return round < roundsOf(state) ? { phase: 'news', round: round + 1 } : refuse('game-over');
    case 'ended':
      return refuse('game-over');
  }
}

export function continueDistrict(state: DistrictState, action: ContinueDistrict): readonly DistrictEvent[] | Refusal {
  const next = nextPhase(state);
  if ('refused' in next) return next;
  const { type: _, ...change } = action;
  const names = Object.keys(change.parameters ?? {});
  if (names.some((name) => !isOpenFrom(state.round, name))) return refuse('parameter-not-open');
  return [{ type: 'DistrictContinued', ...next, ...change }];
}

export function goingOn(before: DistrictState, event: DistrictContinued): DistrictState {
  const { phase, round, settings, seed, policies, recorded = [] } = event;
  const numbered = withNumbers(before, event.parameters);
  const { said: _, shortenedTo: __, reputations, ...state } = before.round === 0 ? foundedAnew(numbered) : numbered;
  return {
    ...state,
    ...omitUndefined({ reputations: settings.reputations === true ? reputations : undefined }),
    phase: 'opening',
    goesOn: { phase, round },
    seed: seed ?? state.seed,
    settings,
    seats: state.seats.map(({ policy }, seat) => ({
      control: recorded.includes(seat) ? 'recorded' : 'bot',
      policy: policies?.[seat] ?? policy,
      missed: 0,
    })),
    clock: {},
    plans: state.plans.map(() => undefined),
    ready: state.ready.map(() => false),
    offers: [],
    talk: [],
  };
}

/** Changes the founding values as well, on which the years' effects act. */
function withNumbers(state: DistrictState, parameters: Partial<Parameters> = {}): DistrictState {
  if (Object.keys(parameters).length === 0) return state;
  const changed = { ...state.changed, ...parameters };
  const { base, effects = [] } = state;
  if (base === undefined) return { ...state, changed, parameters: { ...state.parameters, ...parameters } };
  const founded = { ...base, ...parameters };
  return { ...state, changed, base: founded, parameters: parametersIn(founded, effects, state.round) };
}
