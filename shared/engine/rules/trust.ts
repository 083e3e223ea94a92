/** Step 7: trust follows what was received in a pact, and drifts back to rest without one (rules T1, T2). */
import { trustAfter } from '../formulas.ts';
import { numberAt } from '../queries.ts';
import { zeros } from '../zeros.ts';
import { type Round, record } from './round.ts';

export function trust(round: Round): void {
  const { state, effort } = round;
  const count = state.actors.length;
  const moved = zeros(state.trust.length);
  for (let at = 0; at < moved.length; at++)
    moved[at] = trustAfter(state.parameters, numberAt(state.trust, at), undefined);
  const experience = (truster: number, trusted: number, isNew: boolean) => {
    const received = numberAt(effort.shared, trusted * count + truster);
    const before = numberAt(state.trust, truster * count + trusted);
    moved[truster * count + trusted] = trustAfter(state.parameters, before, { received, isNew });
  };
  for (const { a, b, since } of state.pacts) {
    experience(a, b, since === state.round);
    experience(b, a, since === state.round);
  }
  record(round, { type: 'TrustMoved', trust: moved });
}
