/** Plays several continuations of one district to their ends; common rounds are played once. */
import type { Seat } from '../engine/actors.ts';
import type { Plan } from '../engine/plans.ts';
import type { DistrictState } from '../engine/state.ts';
import type { Match } from './match.ts';

/** Final states with each of these policies in a seat, in their order. The match stays unchanged. */
export function endsWith(match: Match, seat: Seat, policies: readonly string[]): readonly DistrictState[] {
  const ends = new Map<string, DistrictState>();
  const playOn = (from: Match, together: readonly string[]): void => {
    if (from.state.phase === 'ended') {
      for (const policy of together) ends.set(policy, from.state);
      return;
    }
    const plans = from.plans();
    for (const { plan, alike } of parted(from, seat, together)) {
      const next = alike.length === together.length ? from : from.branch(seat, alike[0]);
      next.playRound(plans.map((own, other) => (other === seat ? plan : own)));
      playOn(next, alike);
    }
  };
  playOn(match.branch(seat, policies[0]), policies);
  return policies.flatMap((policy) => ends.get(policy) ?? []);
}

interface Alike {
  readonly plan: Plan;
  readonly alike: string[];
}

/** Groups policies by their plan for this year. */
function parted(match: Match, seat: Seat, policies: readonly string[]): readonly Alike[] {
  const parts = new Map<string, Alike>();
  for (const policy of policies) {
    const plan = match.planWith(seat, policy);
    const key = JSON.stringify(plan);
    const { alike } = parts.get(key) ?? { alike: [] };
    parts.set(key, { plan, alike: [...alike, policy] });
  }
  return [...parts.values()];
}

/** Final states after a year of each of these plans, with everybody else as before; equal plans are played once. */
export function endsAfter(match: Match): (plans: readonly Plan[]) => DistrictState {
  const ends = new Map<string, DistrictState>();
  const played = (plans: readonly Plan[]) => {
    const branch = match.branch();
    branch.playRound(plans);
    return branch.playToEnd();
  };
  return (plans) => {
    const key = JSON.stringify(plans);
    const end = ends.get(key) ?? played(plans);
    ends.set(key, end);
    return end;
  };
}
