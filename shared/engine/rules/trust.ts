/** Step 7: trust follows what was received in a pact, and drifts back outside of one (rules T1, T2). */
import { numberAt } from '../queries.ts';
import { type Round, record } from './round.ts';

export function trust(round: Round): void {
  const { state, effort } = round;
  const { trustFullShare, trustUp, trustDown, trustSigning, trustDrift, trustRest } = state.parameters;
  const count = state.actors.length;
  const moved = state.trust.map((value) => value + trustDrift * (trustRest - value));
  const experience = (truster: number, trusted: number, falling: number) => {
    const before = numberAt(state.trust, truster * count + trusted);
    const seen = Math.min(1, numberAt(effort.shared, trusted * count + truster) / trustFullShare);
    moved[truster * count + trusted] = before + (seen > before ? trustUp : falling) * (seen - before);
  };
  for (const { a, b, since } of state.pacts) {
    const falling = since === state.round ? trustSigning : trustDown;
    experience(a, b, falling);
    experience(b, a, falling);
  }
  record(round, { type: 'TrustMoved', trust: moved });
}
