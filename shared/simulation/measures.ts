/** Measures of a finished game, per firm, per round, or for the district, read from its public history. */
import type { Seat } from '../engine/actors.ts';
import type { RoundHistory } from '../engine/parts.ts';
import { districtInnovation, resilience } from '../engine/score.ts';
import type { DistrictState } from '../engine/state.ts';
import { mean } from '../statistics.ts';

export { mean };

function roundOf(state: DistrictState, round: number): RoundHistory | undefined {
  return state.history[round - 1];
}

/** A seat's score at the end of a round, by default the last. */
export function scoreAt(state: DistrictState, seat: Seat, round = state.history.length): number {
  return roundOf(state, round)?.scores[seat] ?? Number.NaN;
}

/** Income of a seat over rounds `from` to `to`, both included. */
export function incomeOver(state: DistrictState, seat: Seat, from: number, to: number): number {
  let total = 0;
  for (let round = from; round <= to; round++) total += roundOf(state, round)?.incomeBySeat[seat] ?? Number.NaN;
  return total;
}

/** Income of the district over rounds `from` to `to`, both included. */
export function districtIncome(state: DistrictState, from: number, to: number): number {
  let total = 0;
  for (let round = from; round <= to; round++) total += roundOf(state, round)?.income ?? Number.NaN;
  return total;
}

export function innovationOf(state: DistrictState): number {
  return districtInnovation(state.history);
}

/** NaN if the game was too short. */
export function resilienceOf(state: DistrictState): number {
  return resilience(state.history, state.parameters.shockRound) ?? Number.NaN;
}

/** Share of firms' effort put into trade, as a mean over the rounds. */
export function tradeShareOf(state: DistrictState): number {
  return mean(state.history.map(({ tradeShare }) => tradeShare));
}
