/** Differences for eight rounds, chosen so that the predictions hold. */
import type { Parameters } from '../../engine/parameters.ts';

export const inEightRounds = {
  rounds: 8,
  /** 1991. */
  shockRound: 5,
  /** 1989. */
  foreignFrom: 4,
  /** Trust grows faster, because there are fewer rounds to earn it. */
  trustUp: 0.4,
  /** An unkept first year costs a little trust, because a short game leaves little time to wait. */
  trustSigning: 0.25,
  /** 1988. */
  listFrom: 3,
  /** Knowledge pays more, and upkeep is higher from less starting cash, because there is no long run. */
  productGain: 0.52,
  upkeep: 6,
  /** Balances `productGain`: otherwise a university would shelter its spin-offs in every early year. */
  scoreSpinoffProduct: 0.3,
  startCash: 8,
} as const satisfies Partial<Parameters>;
