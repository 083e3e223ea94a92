/** A district in its plan phase, played up to a round by real bots. */
import type { PolicyName } from '../../shared/bots/index.ts';
import type { Plan } from '../../shared/engine/plans.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import { scenarioById } from '../../shared/scenarios/index.ts';
import { Match } from '../../shared/simulation/match.ts';

export const FIRM = 1;
export const UNIVERSITY = 8;

const scenario = scenarioById('zhongguancun');
if (scenario === undefined) throw new Error('the standard scenario is there');
export const SCENARIO = scenario;

export interface DistrictOptions {
  readonly round: number;
  /** Policy of every firm. */
  readonly policies?: PolicyName;
  readonly universities?: PolicyName;
  readonly governments?: PolicyName;
  readonly seed?: number;
}

export interface PlayedDistrict {
  readonly state: DistrictState;
  /** The bots' plans for this round. */
  readonly plans: readonly Plan[];
  readonly match: Match;
}

export function districtAt(options: DistrictOptions): PlayedDistrict {
  const { round, policies = 'solo', universities = 'publish', governments = 'idle', seed = 1 } = options;
  const match = new Match({
    scenario: SCENARIO,
    seed,
    policies: SCENARIO.roster.map(({ kind }) => {
      if (kind === 'firm') return policies;
      return kind === 'university' ? universities : governments;
    }),
  });
  for (let played = 1; played < round; played += 1) match.playRound();
  const plans = match.plans();
  return { state: match.state, plans, match };
}
