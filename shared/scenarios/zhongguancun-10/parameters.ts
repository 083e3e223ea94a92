/** What differs in ten rounds, so that the predictions hold in them too: a step of the way to the eight. */
import type { Parameters } from '../../engine/parameters.ts';

export const inTenRounds = {
  rounds: 10,
  /** 1991, with as many rounds after it as the twelve have. */
  shockRound: 6,
  /** 1989. */
  foreignFrom: 5,
  /** Fewer rounds to prove oneself in: trust grows faster. */
  trustUp: 0.4,
  /** 1988. */
  listFrom: 4,
  /** Knowledge pays a little sooner, and living costs a little more from a little less. */
  productGain: 0.42,
  upkeep: 5.75,
  startCash: 11,
} as const satisfies Partial<Parameters>;
