/**
 * The numbers of the game a view belongs to, as far as its seats can know them: the scenario's, for a street of this size,
 * and what the class changed of them.
 */
import { parametersFor } from '../../shared/engine/founding.ts';
import type { Parameters } from '../../shared/engine/parameters.ts';
import type { PublicView } from '../../shared/engine/view.ts';
import { scenarioById } from '../../shared/scenarios/index.ts';

type Known = Pick<PublicView, 'scenario' | 'seats' | 'changed'>;

export function numbersOf({ scenario, seats, changed }: Known): Parameters | undefined {
  const known = scenarioById(scenario);
  return known === undefined ? undefined : { ...parametersFor(known, seats), ...changed };
}
