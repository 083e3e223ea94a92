/** Step 5: what products and trade earn (rules M1 to M6). */
import { flexibilityOf } from '../flexibility.ts';
import { at, forestOf, isShocked, numberAt } from '../queries.ts';
import type { DistrictState } from '../state.ts';
import { type Round, record } from './round.ts';

export function market(round: Round): void {
  const { state, effort } = round;
  const { parameters, actors } = state;
  const forest = forestOf(state.firms);
  const kept = keptBefore(round.before);
  const variety = isShocked(state) ? parameters.varietyAfter : parameters.variety;
  const margin = quotedMargin(state) * glutFactor(state, tradeCrowding(state, effort.trade));

  const product: number[] = [];
  const trade: number[] = [];
  for (const { seat, kind } of actors) {
    if (kind !== 'firm') {
      product.push(0);
      trade.push(0);
      continue;
    }
    const scale = 1 + parameters.scale * (1 - 1 / numberAt(forest.size, seat));
    const demand =
      (1 - variety) * scale +
      parameters.varietyPremium *
        variety *
        flexibilityOf(parameters, numberAt(forest.size, seat), numberAt(kept, seat));
    product.push(parameters.productGain * at(state.firms, seat).knowledge * demand);
    trade.push(margin * numberAt(effort.trade, seat) * (1 + parameters.tradeScale * (1 - variety) * (scale - 1)));
  }
  record(round, { type: 'MarketCleared', product, trade, margin });
}

/** Cash per point of trade this round, before the glut that only the plans of all decide (rule M5). */
export function quotedMargin(state: DistrictState): number {
  const { margin, marginKept, marginAfter } = state.parameters;
  let quote = margin;
  for (let year = 1; year < state.round; year++) quote *= marginKept;
  return isShocked(state) ? quote * marginAfter : quote;
}

/** What is left of the margin where firms put this share of their effort into trade (rule M5). */
export function glutFactor(state: DistrictState, tradeShare: number): number {
  return 1 - state.parameters.glut * tradeShare;
}

/** Trade's share of all the effort firms could put into it. */
export function tradeCrowding(state: DistrictState, trade: readonly number[]): number {
  let firms = 0;
  let points = 0;
  for (const { seat, kind } of state.actors) {
    if (kind !== 'firm') continue;
    firms++;
    points += numberAt(trade, seat);
  }
  return firms === 0 ? 0 : points / (state.parameters.effort * firms);
}

/** By seat: pacts both sides kept in the round before the present one. */
function keptBefore(before: DistrictState): readonly number[] {
  const count = before.actors.length;
  const kept = new Array<number>(count).fill(0);
  const shared = before.flows?.shared;
  if (shared === undefined) return kept;
  const enough = before.parameters.keptShare;
  for (let a = 0; a < count; a++) {
    for (let b = a + 1; b < count; b++) {
      if (numberAt(shared, a * count + b) < enough || numberAt(shared, b * count + a) < enough) continue;
      kept[a] = numberAt(kept, a) + 1;
      kept[b] = numberAt(kept, b) + 1;
    }
  }
  return kept;
}
