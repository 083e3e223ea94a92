/**
 * Step 3: effort actually spent, after the deals (rules E1 to E3).
 *
 * A share for a seat without a pact goes to the giver's own research, or publishing. In disarray every point counts
 * less.
 */
import { at, numberAt, partnersOf } from '../queries.ts';
import type { DistrictState } from '../state.ts';
import { zeros } from '../zeros.ts';

/** Points by seat; 0 if a seat has no such activity. */
export interface Effort {
  readonly trade: readonly number[];
  readonly research: readonly number[];
  readonly publish: readonly number[];
  readonly outside: readonly number[];
  readonly shelter: readonly number[];
  readonly open: readonly number[];
  /** Sum of the points shared with all partners. */
  readonly sharing: readonly number[];
  /** Matrix: points given by row to column. */
  readonly shared: readonly number[];
}

export const NO_EFFORT: Effort = {
  trade: [],
  research: [],
  publish: [],
  outside: [],
  shelter: [],
  open: [],
  sharing: [],
  shared: [],
};

export function effortIn(state: DistrictState): Effort {
  const count = state.actors.length;
  const trade = zeros(count);
  const research = zeros(count);
  const publish = zeros(count);
  const outside = zeros(count);
  const shelter = zeros(count);
  const open = zeros(count);
  const sharing = zeros(count);
  const shared = zeros(count * count);

  for (const { seat } of state.actors) {
    const plan = state.plans[seat]?.plan;
    if (plan === undefined || plan.kind === 'government') continue;
    const { effort, disarrayEffort } = state.parameters;
    const vigour = at(state.firms, seat).disarray > 0 ? disarrayEffort / effort : 1;
    const partners = partnersOf(state.pacts, seat);
    let fallen = 0;
    for (const { to, points } of plan.shares) {
      if (partners.includes(to)) {
        shared[seat * count + to] = points * vigour;
        sharing[seat] = numberAt(sharing, seat) + points * vigour;
      } else fallen += points;
    }
    if (plan.kind === 'firm') {
      trade[seat] = plan.trade * vigour;
      research[seat] = (plan.research + fallen) * vigour;
    } else {
      publish[seat] = (plan.publish + fallen) * vigour;
      outside[seat] = plan.outside * vigour;
      shelter[seat] = plan.shelter * vigour;
      open[seat] = plan.open * vigour;
    }
  }
  return { trade, research, publish, outside, shelter, open, sharing, shared };
}
