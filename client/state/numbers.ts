/**
 * The numbers of the game a view belongs to, as far as its seats can know them: the scenario's, for a street of this size,
 * what the class changed of them, and what this year does to them.
 */
import { parametersIn } from '../../shared/engine/effects.ts';
import { parametersFor } from '../../shared/engine/founding.ts';
import type { Parameters } from '../../shared/engine/parameters.ts';
import type { PublicView } from '../../shared/engine/view.ts';
import { scenarioById } from '../../shared/scenarios/index.ts';

type Known = Pick<PublicView, 'scenario' | 'seats' | 'changed' | 'effects' | 'round'>;

export function numbersOf({ scenario, seats, changed, effects, round }: Known): Parameters | undefined {
  const known = scenarioById(scenario);
  if (known === undefined) return undefined;
  const founded = { ...parametersFor(known, seats), ...changed };
  return effects === undefined ? founded : parametersIn(founded, effects, round);
}

/** The same for any round from this one on. */
export function yearlyNumbers(view: PublicView): ((round: number) => Parameters) | undefined {
  const now = numbersOf(view);
  return now === undefined ? undefined : () => now;
}
