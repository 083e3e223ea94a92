/** All scenarios. A new one is a folder and a line here. */
import type { RosterEntry, Scenario, YearNews } from '../engine/scenario.ts';
import { isDistrictSize, rosterFor } from './roster-for.ts';
import { zhongguancun } from './zhongguancun/index.ts';
import { zhongguancunEight } from './zhongguancun-8/index.ts';
import { zhongguancunTen } from './zhongguancun-10/index.ts';

export { LARGEST_DISTRICT } from '../engine/actors.ts';
export { isDistrictSize, rosterFor, SMALLEST_DISTRICT } from './roster-for.ts';

/** The default scenario. */
export const STANDARD = zhongguancun;

/** Seats of a district unless chosen otherwise. */
export const STANDARD_SEATS = STANDARD.roster.length;

export const SCENARIOS: readonly Scenario[] = [STANDARD, zhongguancunTen, zhongguancunEight];

export function scenarioById(id: string): Scenario | undefined {
  return SCENARIOS.find((scenario) => scenario.id === id);
}

/** The news of a round. */
export function newsOf(scenario: string, round: number): YearNews | undefined {
  return scenarioById(scenario)?.calendar[round - 1];
}

/** The roster of a district of this size, in seat order; empty if there is none. */
export function rosterIn(scenario: string, seats: number): readonly RosterEntry[] {
  const known = scenarioById(scenario);
  return known === undefined || !isDistrictSize(seats) ? [] : rosterFor(known, seats);
}

/** All lengths of a scenario's story, longest first, whichever of them is asked for. */
export function lengthsOf(id: string): readonly Scenario[] {
  const story = storyOf(scenarioById(id));
  return SCENARIOS.filter((scenario) => story !== undefined && storyOf(scenario) === story);
}

function storyOf(scenario: Scenario | undefined): string | undefined {
  return scenario?.shorterThan ?? scenario?.id;
}
