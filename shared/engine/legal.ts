/**
 * What a seat may do now, and why not otherwise. `decide` accepts what this offers and nothing else.
 */
import type { Seat } from './actors.ts';
import type { RefusalCode } from './refusals.ts';

/** One option for one counterpart: allowed, or the reason why not. */
export interface SeatOption {
  readonly seat: Seat;
  readonly refused?: RefusalCode;
}

export interface LegalActions {
  readonly canPlan: boolean;
  readonly pactWishes: readonly SeatOption[];
  /** Pact partners: those one can share with or break with. */
  readonly partners: readonly Seat[];
  readonly buy: readonly SeatOption[];
  readonly sell: readonly SeatOption[];
  readonly loan: { readonly refused?: RefusalCode };
  readonly venture: { readonly refused?: RefusalCode };
  readonly foreign: { readonly refused?: RefusalCode };
}
