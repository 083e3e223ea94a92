/** An example played at once by a mixed street of bots, shown before any class has played. */

import { mixedPolicies } from '../../../shared/bots/index.ts';
import type { DistrictLog } from '../../../shared/log/jsonl.ts';
import { zhongguancun } from '../../../shared/scenarios/zhongguancun/index.ts';
import { Match } from '../../../shared/simulation/match.ts';

const SEED = 1984;

export function exampleDistrict(): DistrictLog {
  const policies = mixedPolicies(zhongguancun.roster, 1);
  const match = new Match({ scenario: zhongguancun, seed: SEED, policies, keepLog: true });
  match.playToEnd();
  if (match.log === undefined) throw new Error('a match that keeps its log has one');
  return match.log;
}
