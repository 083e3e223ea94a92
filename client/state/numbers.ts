/** The numbers of the game a view belongs to, as far as its seats can know them: the scenario's, for a street of this size. */
import { parametersFor } from '../../shared/engine/founding.ts';
import type { Parameters } from '../../shared/engine/parameters.ts';
import type { PublicView } from '../../shared/engine/view.ts';
import { scenarioById } from '../../shared/scenarios/index.ts';

export function numbersOf({ scenario, seats }: Pick<PublicView, 'scenario' | 'seats'>): Parameters | undefined {
  const known = scenarioById(scenario);
  return known === undefined ? undefined : parametersFor(known, seats);
}
