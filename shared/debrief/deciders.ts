/** Who filed the plans of some districts: whoever held the seat, a bot for them, or nobody, and the last plan again. */
import type { Chronicle } from './chronicle.ts';

export interface Deciders {
  readonly people: number;
  readonly bots: number;
  readonly repeated: number;
}

export function decidersOf(chronicles: readonly Chronicle[]): Deciders {
  const plans = chronicles.flatMap(({ rounds }) => rounds.flatMap((played) => played.plans));
  const by = plans.flatMap((filed) => filed?.by ?? []);
  const count = (who: (typeof by)[number]) => by.filter((each) => each === who).length;
  return { people: count('human'), bots: count('bot'), repeated: count('timeout') };
}
