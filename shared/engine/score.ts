/** The three scores and the district's own measures (rules C1 to C5). They are never added up before the debrief. */
import type { Seat } from './actors.ts';
import type { Parameters } from './parameters.ts';
import type { RoundHistory } from './parts.ts';
import { at, numberAt } from './queries.ts';
import type { DistrictState } from './state.ts';

/** Worth of a firm with this much cash, debts taken off, and knowledge (C1). */
function worthOf({ scoreKnowledge }: Parameters, cash: number, knowledge: number): number {
  return cash + scoreKnowledge * knowledge;
}

/** A firm's score before its first round. */
export function startScore(parameters: Parameters): number {
  return worthOf(parameters, parameters.startCash, parameters.startKnowledge);
}

/** A firm's score (C1): its worth less the foreign partners' share, less failures. */
export function firmScore(state: DistrictState, seat: Seat): number {
  const { cash, loans, ventureDue, knowledge, failures, foreignStakes } = at(state.firms, seat);
  const { scoreFailure, foreignFee } = state.parameters;
  let debt = 0;
  for (const loan of loans) debt += loan.owed;
  const worth = worthOf(state.parameters, cash - debt - ventureDue, knowledge);
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

/** Sum of the firms' income over the rounds so far. */
export function districtIncome(history: readonly Pick<RoundHistory, 'income'>[]): number {
  let total = 0;
  for (const { income } of history) total += income;
  return total;
}

/** The bureau's payment at the end for its district's innovation (C3). */
export function bureauInnovation({ scoreBureauInnovation }: Parameters, innovation: number): number {
  return scoreBureauInnovation * innovation;
}

/** Rounds from the shock on that tell what it did. */
const SHOCK_ROUNDS = 3;

function isAfterShock(round: number, shockRound: number): boolean {
  return round >= shockRound && round < shockRound + SHOCK_ROUNDS;
}

/**
 * Mean income of the three rounds from the shock on, over the income of the round before it. Undefined until they are
 * played.
 */
export function resilience(
  history: readonly Pick<RoundHistory, 'round' | 'income'>[],
  shockRound: number,
): number | undefined {
  const before = history.find(({ round }) => round === shockRound - 1);
  const after = history.filter(({ round }) => isAfterShock(round, shockRound));
  if (before === undefined || after.length < SHOCK_ROUNDS || before.income === 0) return undefined;
  return districtIncome(after) / SHOCK_ROUNDS / before.income;
}
