/**
 * Numbers that logs of older rules lack, with values under which today's formulas say what those rules said. For views
 * and reports alone: a state keeps what its founding gave it, so that its hashes stay what they were.
 */
import type { Parameters } from './parameters.ts';
import type { DistrictState } from './state.ts';

const known = new WeakMap<Parameters, Parameters>();

/** The numbers of the present round, none missing. */
export function numbersOf({ parameters }: Pick<DistrictState, 'parameters'>): Parameters {
  if ('glutAfter' in parameters) return parameters;
  const filled = known.get(parameters) ?? filledUp(parameters);
  known.set(parameters, filled);
  return filled;
}

function filledUp(older: Parameters): Parameters {
  return {
    ...older,
    listPlaces: 0,
    listFrom: older.rounds + 1,
    listTax: 1,
    listLearn: 1,
    leaveAllowed: 0,
    leaveForced: 1,
    tributeForced: older.tribute,
    glutAfter: older.glut,
    trustSigning: older.trustDown,
    scoreCommissionCommand: 0,
  };
}

/** First rules in which a full network is one of as many pacts as an actor may hold (I3). */
const LIMIT_COUNTS = 3;
const ONCE_FULL = 3;

/** Pacts that each actor holds in a full network (rule I3). */
export function pactsOfFullNetwork({ rulesVersion, parameters }: DistrictState): number {
  return rulesVersion < LIMIT_COUNTS ? ONCE_FULL : parameters.pactLimit;
}

/** First rules in which duplication fell with ownership distance (K3). */
const DISTANCE_COUNTS = 3;

/** The ownership distance that counts for duplication (rule K3). */
export function duplicatingDistance({ rulesVersion, parameters, distance }: DistrictState): number {
  return rulesVersion < DISTANCE_COUNTS ? parameters.startDistance : distance;
}
