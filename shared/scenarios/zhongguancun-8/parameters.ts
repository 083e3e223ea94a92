/** What differs in eight rounds, so that the predictions hold in them too. */
import type { Parameters } from '../../engine/parameters.ts';

export const inEightRounds = {
  rounds: 8,
  /** 1991. */
  shockRound: 5,
  /** 1989. */
  foreignFrom: 4,
  /** Fewer rounds to prove oneself in: trust grows faster. */
  trustUp: 0.4,
  /** A pact not kept in its first year shows a little: there are few to wait for. */
  trustSigning: 0.25,
  /** 1988. */
  listFrom: 3,
  /** Knowledge pays sooner, and living costs more from less: there is no long run to wait for. */
  productGain: 0.52,
  upkeep: 6,
  /** … and so a spin-off's product counts less for its university, which would else shelter them every early year. */
  scoreSpinoffProduct: 0.3,
  startCash: 8,
} as const satisfies Partial<Parameters>;
