/** The three scores and the district's own measures (rules C1 to C5). They are never added up before the debrief. */
import type { Seat } from './actors.ts';
import type { Parameters } from './parameters.ts';
import type { RoundHistory } from './parts.ts';
import { at, numberAt } from './queries.ts';
import type { DistrictState } from './state.ts';

/** A firm's score (C1): cash less debt, half its knowledge less the foreign partners' share, less failures. */
export function firmScore(state: DistrictState, seat: Seat): number {
  const { cash, loans, ventureDue, knowledge, failures, foreignStakes } = at(state.firms, seat);
  const { scoreKnowledge, scoreFailure, foreignFee } = state.parameters;
  let debt = 0;
  for (const loan of loans) debt += loan.owed;
  const worth = cash - debt - ventureDue + scoreKnowledge * knowledge;
  const theirs = Math.max(0, worth) * foreignFee * foreignStakes;
  return worth - theirs - scoreFailure * failures;
}

export function scoreOf(state: DistrictState, seat: Seat): number {
  return at(state.actors, seat).kind === 'firm' ? firmScore(state, seat) : numberAt(state.earned, seat);
}

/** Sum of the knowledge that firms gained over the rounds so far. */
export function districtInnovation(history: readonly Pick<RoundHistory, 'innovation'>[]): number {
  let total = 0;
  for (const { innovation } of history) total += innovation;
  return total;
}

/** The bureau's payment at the end for its district's innovation (C3). */
export function bureauInnovation({ scoreBureauInnovation }: Parameters, innovation: number): number {
  return scoreBureauInnovation * innovation;
}

const RESILIENCE_ROUNDS = 3;

/**
 * Mean income of the three rounds from the shock on, over the income of the round before it. Undefined until they are
 * played.
 */
export function resilience(
  history: readonly Pick<RoundHistory, 'round' | 'income'>[],
  shockRound: number,
): number | undefined {
  const before = history.find(({ round }) => round === shockRound - 1);
  const after = history.filter(({ round }) => round >= shockRound && round < shockRound + RESILIENCE_ROUNDS);
  if (before === undefined || after.length < RESILIENCE_ROUNDS || before.income === 0) return undefined;
  let total = 0;
  for (const { income } of after) total += income;
  return total / RESILIENCE_ROUNDS / before.income;
}
