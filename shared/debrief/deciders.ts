/** Who filed the plans: the person in the seat, a bot, or the clock that repeats the last plan. */
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
