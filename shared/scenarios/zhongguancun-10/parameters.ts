/** What differs in ten rounds, so that the predictions hold in them too. */
import type { Parameters } from '../../engine/parameters.ts';

export const inTenRounds = {
  rounds: 10,
  /** 1991, with as many rounds after it as the twelve have. */
  shockRound: 6,
  /** 1989. */
  foreignFrom: 5,
  /** Fewer rounds to prove oneself in: trust grows faster. */
  trustUp: 0.4,
} as const satisfies Partial<Parameters>;
