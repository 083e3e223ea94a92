/** What a single year of pure trade would gain a firm at once, if the others keep to their plans. */
import { firmPlan } from '../bots/points.ts';
import type { Seat } from '../engine/actors.ts';
import { tenths } from '../engine/plans.ts';
import type { Match } from './match.ts';
import { scoreAt } from './measures.ts';

/** Score gained this round by putting every point into trade, compared with the firm's own plan. Its deal stays. */
export function temptation(match: Match, seat: Seat): number {
  const plans = match.plans();
  const own = plans[seat];
  if (own?.kind !== 'firm') return Number.NaN;
  const traded = firmPlan(tenths(match.state.parameters.effort), 0, [], own.deal);
  const tempted = plans.map((plan, other) => (other === seat ? traded : plan));
  return scoreAt(match.tryRound(tempted), seat) - scoreAt(match.tryRound(plans), seat);
}
