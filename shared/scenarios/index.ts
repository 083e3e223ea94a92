/** Every scenario that can be chosen. Another scenario is another folder and one line here. */
import type { Scenario } from '../engine/scenario.ts';
import { zhongguancun } from './zhongguancun/index.ts';

export { isDistrictSize, LARGEST_DISTRICT, rosterFor, SMALLEST_DISTRICT } from './roster-for.ts';

export const SCENARIOS: readonly Scenario[] = [zhongguancun];

export function scenarioById(id: string): Scenario | undefined {
  return SCENARIOS.find((scenario) => scenario.id === id);
}
