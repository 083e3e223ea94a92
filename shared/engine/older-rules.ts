/**
 * Parameters that older logs lack, with values that make today's formulas follow the older rules. Only views and
 * reports use them. States keep their founding values, so that their hashes never change.
 */
import type { Parameters } from './parameters.ts';
import type { DistrictState } from './state.ts';

const known = new WeakMap<Parameters, Parameters>();

/** The present round's parameters, complete. */
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

/** First rules version in which a full network means `pactLimit` pacts each (I3). */
const LIMIT_COUNTS = 3;
const ONCE_FULL = 3;

/** Pacts of each actor in a full network (rule I3). */
export function pactsOfFullNetwork({ rulesVersion, parameters }: DistrictState): number {
  return rulesVersion < LIMIT_COUNTS ? ONCE_FULL : parameters.pactLimit;
}

/** First rules version in which duplication depends on ownership distance (K3). */
const DISTANCE_COUNTS = 3;

/** The ownership distance used for duplication (rule K3). */
export function duplicatingDistance({ rulesVersion, parameters, distance }: DistrictState): number {
  return rulesVersion < DISTANCE_COUNTS ? parameters.startDistance : distance;
}
