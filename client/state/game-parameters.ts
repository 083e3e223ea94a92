/**
 * The parameters of a view's game as far as its seats may know them: the scenario's at this size, the class's changes,
 * and this year's effects.
 */
import { keepsWith } from '../../shared/engine/edges.ts';
import { parametersIn } from '../../shared/engine/effects.ts';
import { parametersFor } from '../../shared/engine/founding.ts';
import type { Parameters } from '../../shared/engine/parameters.ts';
import type { PublicView } from '../../shared/engine/public-view.ts';
import { scenarioById } from '../../shared/scenarios/index.ts';

type Told = Pick<PublicView, 'scenario' | 'seats'> & {
  readonly [Name in 'changed' | 'effects']?: PublicView[Name] | undefined;
};
type Known = Told & Pick<PublicView, 'round'>;

export function numbersOf({ scenario, seats, changed, effects, round }: Known): Parameters | undefined {
  return yearlyNumbers({ scenario, seats, changed, effects })?.(round);
}

/** Which points keep a pact in this game (rule M3). */
export function keptBy(known: Known): (points: number) => boolean {
  const numbers = numbersOf(known);
  return (points) => numbers !== undefined && keepsWith(numbers, points);
}

/** The same for any round from this one on, as far as the news have told. */
export function yearlyNumbers({
  scenario,
  seats,
  changed,
  effects,
}: Told): ((round: number) => Parameters) | undefined {
  const known = scenarioById(scenario);
  if (known === undefined) return undefined;
  const founded = { ...parametersFor(known, seats), ...changed };
  return (round) => (effects === undefined ? founded : parametersIn(founded, effects, round));
}
