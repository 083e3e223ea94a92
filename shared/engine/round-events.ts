/** Events of a round's resolution. Arrays are indexed by seat. */
import type { Seat } from './actors.ts';
import type { Firm, Loan, RoundHistory } from './parts.ts';
import type { PolicyInstrument } from './plans.ts';

/** Consequences of a round, in the order of the steps of SPEC.md. */
export type RoundEvent =
  /** 1. Governance: budgets spent, and the institutions afterwards. */
  | {
      readonly type: 'PolicyMade';
      readonly spent: readonly { readonly seat: Seat; readonly points: Readonly<Record<PolicyInstrument, number>> }[];
      readonly law: number;
      readonly fund: number;
      readonly distance: number;
      readonly commons: number;
    }
  /** The firms certified from this round on, in seat order. */
  | { readonly type: 'ListMade'; readonly listed: readonly Seat[] }
  | { readonly type: 'FirmAbsorbed'; readonly firm: Seat; readonly head: Seat; readonly gift: number }
  /** 2. Deals. */
  | { readonly type: 'PactBroken'; readonly by: Seat; readonly with: Seat }
  | { readonly type: 'PactFormed'; readonly a: Seat; readonly b: Seat }
  | { readonly type: 'FirmLeft'; readonly firm: Seat; readonly owner: Seat; readonly price: number }
  | { readonly type: 'LeaveRefused'; readonly firm: Seat; readonly why: 'command' | 'cash' }
  | { readonly type: 'FirmSold'; readonly seller: Seat; readonly buyer: Seat; readonly price: number }
  | { readonly type: 'LoanTaken'; readonly firm: Seat; readonly loan: Loan; readonly cash: number }
  | {
      readonly type: 'VentureGranted';
      readonly firm: Seat;
      readonly cash: number;
      readonly due: number;
      readonly fund: number;
    }
  | { readonly type: 'VentureRefused'; readonly firm: Seat }
  | { readonly type: 'ForeignPartnerJoined'; readonly firm: Seat; readonly cash: number; readonly knowledge: number }
  /** 4. Knowledge after growth and decay, and common knowledge. */
  | {
      readonly type: 'KnowledgeGrew';
      readonly knowledge: readonly number[];
      readonly commons: number;
      readonly shared: readonly number[];
      readonly fromResearch: readonly number[];
      readonly fromPacts: readonly number[];
      readonly fromCommons: readonly number[];
      readonly fromShelter: readonly number[];
      readonly gained: readonly number[];
      readonly pactCosts: readonly number[];
    }
  /** 5. Market. */
  | {
      readonly type: 'MarketCleared';
      readonly product: readonly number[];
      readonly trade: readonly number[];
      readonly margin: number;
    }
  /** 6. Payments: the books afterwards. */
  | {
      readonly type: 'AccountsSettled';
      readonly firms: readonly Pick<Firm, 'cash' | 'loans' | 'ventureDue'>[];
      readonly tax: readonly number[];
      readonly upkeep: readonly number[];
      readonly debtService: readonly number[];
      readonly investorFees: readonly number[];
      readonly tribute: readonly number[];
    }
  /** 7. Trust: the whole matrix. */
  | { readonly type: 'TrustMoved'; readonly trust: readonly number[] }
  /** 8. Distress. */
  | { readonly type: 'FirmRescued'; readonly firm: Seat; readonly head: Seat; readonly amount: number }
  | { readonly type: 'FirmFailed'; readonly firm: Seat }
  | { readonly type: 'HubFaltered'; readonly head: Seat; readonly members: readonly Seat[] }
  /** 9. Scores and the figure. */
  | ({ readonly type: 'RoundScored'; readonly earned: readonly number[] } & RoundHistory);
