/** Step 5: income from products and trade (rules M1 to M6). */
import type { Seat } from '../actors.ts';
import { keepsWith } from '../edges.ts';
import { glutFactor, marginIn, productPerKnowledge, tradeFactor } from '../formulas.ts';
import { at, forestOf, isShocked, numberAt } from '../queries.ts';
import type { DistrictState } from '../state.ts';
import { zeros } from '../zeros.ts';
import { type Round, record } from './round.ts';

export function market(round: Round): void {
  const { state, effort } = round;
  const { parameters, actors } = state;
  const forest = forestOf(state.firms);
  const kept = keptBefore(round.before);
  const shocked = isShocked(state);
  const margin = quotedMargin(state) * glutFactor(parameters, shocked, tradeCrowding(state, effort.trade));

  const product: number[] = [];
  const trade: number[] = [];
  for (const { seat, kind } of actors) {
    if (kind !== 'firm') {
      product.push(0);
      trade.push(0);
      continue;
    }
    const size = numberAt(forest.size, seat);
    const perKnowledge = productPerKnowledge(parameters, shocked, size, numberAt(kept, seat));
    product.push(at(state.firms, seat).knowledge * perKnowledge);
    trade.push(margin * numberAt(effort.trade, seat) * tradeFactor(parameters, shocked, size));
  }
  record(round, { type: 'MarketCleared', product, trade, margin });
}

/** Cash per point of trade this round, before the glut, which depends on all plans (rule M5). */
export function quotedMargin(state: DistrictState): number {
  return marginIn(state.parameters, isShocked(state), state.round);
}

/** Trade as a share of all effort that firms could place, 0..1. */
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

/** By seat: pacts that both sides kept in the previous round. */
function keptBefore(before: DistrictState): readonly number[] {
  const count = before.actors.length;
  const kept = zeros(count);
  const shared = before.flows?.shared;
  if (shared === undefined) return kept;
  const keeps = (from: Seat, to: Seat) => keepsWith(before.parameters, numberAt(shared, from * count + to));
  for (const { seat: a } of before.actors) {
    for (let b = a + 1; b < count; b++) {
      if (!keeps(a, b) || !keeps(b, a)) continue;
      kept[a] = numberAt(kept, a) + 1;
      kept[b] = numberAt(kept, b) + 1;
    }
  }
  return kept;
}
