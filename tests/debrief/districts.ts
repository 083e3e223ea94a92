/** Recorded districts of bots for the debrief's tests. */
import type { Parameters } from '../../shared/engine/parameters.ts';
import type { DistrictLog } from '../../shared/log/jsonl.ts';
import { zhongguancun } from '../../shared/scenarios/zhongguancun/index.ts';
import { type Force, Match } from '../../shared/simulation/match.ts';

interface Recorded {
  readonly firms?: readonly string[];
  readonly universities?: string;
  readonly government?: string;
  readonly seed?: number;
  readonly parameters?: Partial<Parameters>;
  readonly force?: Force;
  readonly falterAfter?: number;
}

export function recorded(options: Recorded = {}): DistrictLog {
  const { firms = ['cooperate'], universities = 'publish', government = 'idle', seed = 7, ...rest } = options;
  let dealt = 0;
  const policies = zhongguancun.roster.map(({ kind }) => {
    if (kind === 'firm') return firms[dealt++ % firms.length] ?? '';
    return kind === 'university' ? universities : government;
  });
  const match = new Match({ scenario: zhongguancun, seed, policies, keepLog: true, ...rest });
  match.playToEnd();
  if (match.log === undefined) throw new Error('no log was kept');
  return match.log;
}
