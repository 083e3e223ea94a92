/** Every scenario that can be chosen. Another scenario is another folder and one line here. */
import type { Scenario } from '../engine/scenario.ts';
import { zhongguancun } from './zhongguancun/index.ts';
import { zhongguancunEight } from './zhongguancun-8/index.ts';
import { zhongguancunTen } from './zhongguancun-10/index.ts';

export { isDistrictSize, LARGEST_DISTRICT, rosterFor, SMALLEST_DISTRICT } from './roster-for.ts';

/** What is played when nothing else was said. */
export const STANDARD = zhongguancun;

export const SCENARIOS: readonly Scenario[] = [STANDARD, zhongguancunTen, zhongguancunEight];

export function scenarioById(id: string): Scenario | undefined {
  return SCENARIOS.find((scenario) => scenario.id === id);
}

/** The same story in each length it comes in, longest first: for any of them, all of them. */
export function lengthsOf(id: string): readonly Scenario[] {
  const story = storyOf(scenarioById(id));
  return SCENARIOS.filter((scenario) => story !== undefined && storyOf(scenario) === story);
}

function storyOf(scenario: Scenario | undefined): string | undefined {
  return scenario?.shorterThan ?? scenario?.id;
}
