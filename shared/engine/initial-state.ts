/** A district's state at its founding, and again after a practice round. */

import type { DistrictFounded } from './events.ts';
import { omitUndefined } from './omit-undefined.ts';
import type { DistrictState } from './state.ts';
import { zeros } from './zeros.ts';

export function initialState(founded: DistrictFounded): DistrictState {
  const { rulesVersion, scenario, seed, parameters, settings, actors, policies, changed, effects } = founded;
  const count = actors.length;
  return {
    rulesVersion,
    scenario,
    seed,
    parameters,
    settings,
    actors,
    seats: actors.map(({ seat }) => ({ control: 'bot', policy: policies[seat] ?? '', missed: 0 })),
    phase: 'opening',
    round: 0,
    clock: {},
    firms: actors.map(({ kind }) => ({
      knowledge:
        kind === 'firm' ? parameters.startKnowledge : kind === 'university' ? parameters.startUniversityKnowledge : 0,
      cash: kind === 'firm' ? parameters.startCash : 0,
      loans: [],
      ventureStakes: 0,
      ventureDue: 0,
      foreignStakes: 0,
      forced: false,
      disarray: 0,
      failures: 0,
    })),
    pacts: [],
    trust: new Array<number>(count * count).fill(parameters.startTrust),
    commons: parameters.startCommons,
    law: parameters.startLaw,
    distance: parameters.startDistance,
    fund: parameters.startFund,
    earned: zeros(count),
    plans: new Array<undefined>(count).fill(undefined),
    lastPlans: new Array<undefined>(count).fill(undefined),
    lastBy: new Array<undefined>(count).fill(undefined),
    ready: new Array<boolean>(count).fill(false),
    offers: [],
    talk: [],
    nextId: 1,
    lastRound: [],
    history: [],
    ...omitUndefined({ changed, effects, base: effects && parameters }),
  };
}

/** The founding state again; people keep their seats, and talk stays. */
export function foundedAnew(state: DistrictState): DistrictState {
  const { rulesVersion, scenario, settings, actors, seats, talk, nextId, changed, effects } = state;
  const parameters = state.base ?? state.parameters;
  const seed = state.practice?.seed ?? state.seed;
  const policies = seats.map(({ policy }) => policy);
  const founded = initialState({
    type: 'DistrictFounded',
    rulesVersion,
    scenario,
    seed,
    parameters,
    settings,
    actors,
    policies,
    ...omitUndefined({ changed, effects }),
  });
  return { ...founded, seats: seats.map((seat) => ({ ...seat, missed: 0 })), talk, nextId, practised: true };
}
