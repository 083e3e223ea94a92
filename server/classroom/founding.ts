/** A district's first event: a scenario's roster cut to size, bots of a stated mix in every seat until people come. */
import { mixedPolicies } from '../../shared/bots/index.ts';
import type { DistrictFounded } from '../../shared/engine/events.ts';
import { found } from '../../shared/engine/founding.ts';
import type { RosterEntry, Scenario } from '../../shared/engine/scenario.ts';
import { rosterFor, scenarioById } from '../../shared/scenarios/index.ts';
import type { DistrictPlan } from './events.ts';
import type { Opened } from './state.ts';

export function scenarioOf(opened: Opened): Scenario {
  const scenario = scenarioById(opened.scenario);
  if (scenario === undefined) throw new Error(`class ${opened.classId} plays an unknown scenario: ${opened.scenario}`);
  return scenario;
}

export function rosterOf(opened: Opened): readonly RosterEntry[] {
  return rosterFor(scenarioOf(opened), opened.seatsPerDistrict);
}

export function foundDistrict(opened: Opened, { seed }: DistrictPlan): DistrictFounded {
  const roster = rosterOf(opened);
  const policies = mixedPolicies(roster, seed);
  return found(scenarioOf(opened), { seed, settings: opened.settings, actors: roster, policies });
}
