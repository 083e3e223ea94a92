/** Differences for ten rounds, chosen so that the predictions hold; halfway to those for eight. */
import type { Parameters } from '../../engine/parameters.ts';

export const inTenRounds = {
  rounds: 10,
  /** 1991, as many rounds before the end as in twelve. */
  shockRound: 6,
  /** 1989. */
  foreignFrom: 5,
  /** Trust grows faster, because there are fewer rounds to earn it. */
  trustUp: 0.4,
  /** 1988. */
  listFrom: 4,
  /** Knowledge pays a little more, and upkeep is a little higher from less starting cash. */
  productGain: 0.42,
  upkeep: 5.75,
  startCash: 11,
} as const satisfies Partial<Parameters>;
