/** A district's first event: a scenario's roster cut to size, bots of a stated mix in every seat until people come. */

import { mixedPolicies } from '../../shared/bots/index.ts';
import type { DistrictFounded } from '../../shared/engine/events.ts';
import { found } from '../../shared/engine/founding.ts';
import { given } from '../../shared/engine/given.ts';
import { draw } from '../../shared/engine/random.ts';
import type { RosterEntry, Scenario } from '../../shared/engine/scenario.ts';
import { rosterFor, scenarioById } from '../../shared/scenarios/index.ts';
import type { ClassState, Opened } from './class-state.ts';
import type { Conditions, DistrictPlan } from './events.ts';
import type { Dealing } from './seating.ts';

function scenarioOf(opened: Opened): Scenario {
  const scenario = scenarioById(opened.scenario);
  if (scenario === undefined) throw new Error(`class ${opened.classId} plays an unknown scenario: ${opened.scenario}`);
  return scenario;
}

/** Asked for with every change of the class and for every person in it, so made once a class. */
const rosters = new WeakMap<Opened, readonly RosterEntry[]>();

export function rosterOf(opened: Opened): readonly RosterEntry[] {
  const known = rosters.get(opened);
  if (known !== undefined) return known;
  const roster = rosterFor(scenarioOf(opened), opened.seatsPerDistrict);
  rosters.set(opened, roster);
  return roster;
}

export function dealingOf({ opened, wishes }: ClassState): Dealing {
  const { seed, roles, leftovers } = opened;
  return {
    roster: rosterOf(opened),
    seed,
    wishes,
    ...given({ roles, leftovers }),
  };
}

export function foundDistrict(opened: Opened, { seed, treatment }: DistrictPlan): DistrictFounded {
  const roster = rosterOf(opened);
  const policies = mixedPolicies(roster, seed);
  const { settings, parameters }: Conditions = opened.treatments?.find(({ name }) => name === treatment) ?? opened;
  const numbers = parameters === undefined ? {} : { parameters };
  return found(scenarioOf(opened), { seed, settings, actors: roster, policies, ...numbers });
}

/**
 * The treatment of a district: the desk's word, else drawn. Balanced, each block of as many districts as there are
 * treatments has every treatment once, in an order of its own; by hand, that is what holds where the desk said nothing.
 */
function treatmentOf(state: ClassState, district: number): string | undefined {
  const { treatments = [], assignment = 'balanced', seed } = state.opened;
  const names = treatments.map(({ name }) => name);
  if (names.length === 0) return undefined;
  const assigned = state.assigned.get(district);
  if (assigned !== undefined) return assigned;
  if (assignment === 'random') return names[Math.floor(draw(seed, 'treatment', district) * names.length)];
  const block = Math.floor((district - 1) / names.length);
  const order = names
    .map((name, index) => ({ name, key: draw(seed, 'treatments', block, index) }))
    .toSorted((one, other) => one.key - other.key);
  return order[(district - 1) % names.length]?.name;
}

/** Districts of one class differ in luck; the same seed and number give the same district again. */
export function districtPlan(state: ClassState, number: number): DistrictPlan {
  const { classId, seed } = state.opened;
  const plan = { number, id: `${classId}-${number}`, seed: (seed + (number - 1) * 7_919) % 2 ** 31 };
  const treatment = treatmentOf(state, number);
  return treatment === undefined ? plan : { ...plan, treatment };
}
