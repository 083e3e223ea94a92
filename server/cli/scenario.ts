/** `--scenario ID`: which of the shipped scenarios a command plays. */
import type { Scenario } from '../../shared/engine/scenario.ts';
import { SCENARIOS, STANDARD, scenarioById } from '../../shared/scenarios/index.ts';
import { UsageError } from './terminal.ts';

export const SCENARIO_IDS: readonly string[] = SCENARIOS.map(({ id }) => id);

/** The standard scenario by default. */
export function scenarioNamed(id: string | undefined): Scenario {
  const scenario = id === undefined ? STANDARD : scenarioById(id);
  if (scenario === undefined) {
    throw new UsageError(`There is no scenario "${id}"; there are ${SCENARIO_IDS.join(', ')}.`);
  }
  return scenario;
}
