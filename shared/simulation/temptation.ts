/** What a single year of nothing but trade would bring a firm at once, the others keeping to their plans. */
import { firmPlan } from '../bots/points.ts';
import type { Seat } from '../engine/actors.ts';
import { tenths } from '../engine/plans.ts';
import type { Match } from './match.ts';
import { scoreAt } from './measures.ts';

/** Score gained this round by trading with every point, beside the firm's own plan. Its deal stays as planned. */
export function temptation(match: Match, seat: Seat): number {
  const plans = match.plans();
  const own = plans[seat];
  if (own?.kind !== 'firm') return Number.NaN;
  const traded = firmPlan(tenths(match.state.parameters.effort), 0, [], own.deal);
  const tempted = plans.map((plan, other) => (other === seat ? traded : plan));
  return scoreAt(match.tryRound(tempted), seat) - scoreAt(match.tryRound(plans), seat);
}
