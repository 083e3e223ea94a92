/** How often everyone kept their pacts; public in some districts (rule V5). */
import type { Seat } from './actors.ts';
import { keepsWith } from './edges.ts';
import { flowsOf } from './flows.ts';
import type { PactRecord } from './parts.ts';
import { at, numberAt } from './queries.ts';
import type { DistrictState } from './state.ts';

/** Rule V5: as in V4, a pact's signing round counts only if both sides kept it. */
export function reputationsAfter(state: DistrictState): readonly PactRecord[] {
  const records = state.actors.map(({ seat }) => state.reputations?.[seat] ?? { tested: 0, kept: 0 });
  const shared = flowsOf(state).shared;
  const keeps = (from: Seat, to: Seat) =>
    keepsWith(state.parameters, numberAt(shared, from * state.actors.length + to));
  for (const { a, b, since } of state.pacts) {
    if (since === state.round && !(keeps(a, b) && keeps(b, a))) continue;
    for (const [side, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const { tested, kept } = at(records, side);
      records[side] = { tested: tested + 1, kept: keeps(side, other) ? kept + 1 : kept };
    }
  }
  return records;
}
