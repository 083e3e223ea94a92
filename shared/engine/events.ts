/**
 * What happened. Past tense, complete: outcomes, luck included, are in the events, so that `evolve` draws nothing
 * and a replay cannot drift. Arrays are by seat.
 */
import type { Actor, Control, Seat } from './actors.ts';
import type { FigureReading } from './figures.ts';
import type { Parameters } from './parameters.ts';
import type { Plan, PolicyInstrument } from './plans.ts';
import type { DistrictState, ExtensionReason, Firm, Loan, OfferKind, Settings } from './state.ts';

/** First event of every district: all that is drawn or chosen before play. */
export interface DistrictFounded {
  readonly type: 'DistrictFounded';
  readonly rulesVersion: number;
  readonly scenario: string;
  readonly seed: number;
  readonly parameters: Parameters;
  readonly settings: Settings;
  /** With fields drawn. */
  readonly actors: readonly Actor[];
  readonly policies: readonly string[];
  /** Which of the parameters differ from the scenario's, and how; absent where none do. */
  readonly changed?: Partial<Parameters>;
}

export type TableEvent =
  | { readonly type: 'SeatAssigned'; readonly seat: Seat; readonly control: Control; readonly player?: string }
  | { readonly type: 'SeatFreed'; readonly seat: Seat }
  | {
      readonly type: 'PhaseBegan';
      readonly phase: 'news' | 'plan' | 'reveal';
      readonly round: number;
      readonly deadline?: number;
    }
  | { readonly type: 'ClockPaused'; readonly leftMs: number }
  | { readonly type: 'ClockResumed'; readonly deadline?: number }
  | { readonly type: 'ClockExtended'; readonly deadline: number; readonly reason: ExtensionReason }
  | { readonly type: 'PlanFiled'; readonly seat: Seat; readonly plan: Plan; readonly by: 'human' | 'timeout' | 'bot' }
  | { readonly type: 'ReadySignalled'; readonly seat: Seat }
  | {
      readonly type: 'OfferMade';
      readonly id: number;
      readonly kind: OfferKind;
      readonly from: Seat;
      readonly to: Seat;
    }
  | { readonly type: 'OfferAnswered'; readonly id: number; readonly accept: boolean }
  | { readonly type: 'OfferWithdrawn'; readonly id: number }
  | { readonly type: 'Said'; readonly id: number; readonly from: Seat; readonly to?: Seat; readonly text: string }
  | { readonly type: 'GameEnded' }
  /** A round follows that does not count, with a luck of its own. */
  | { readonly type: 'PracticeBegan'; readonly seed: number }
  /** The district is founded anew; who sits where and what was said stay. */
  | { readonly type: 'PracticeEnded' }
  /** All records after `to` are undone. With the whole state, so that folding needs nothing but the event. */
  | { readonly type: 'AdvanceUndone'; readonly to: number; readonly state: DistrictState };

/** Consequences of a round, in the order of the steps of SPEC.md. */
export type RoundEvent =
  /** 1. Governance: budgets spent and the district's institutions after it. */
  | {
      readonly type: 'PolicyMade';
      readonly spent: readonly { readonly seat: Seat; readonly points: Readonly<Record<PolicyInstrument, number>> }[];
      readonly law: number;
      readonly fund: number;
      readonly distance: number;
      readonly commons: number;
    }
  | { readonly type: 'FirmAbsorbed'; readonly firm: Seat; readonly head: Seat; readonly gift: number }
  /** 2. Deals. */
  | { readonly type: 'PactBroken'; readonly by: Seat; readonly with: Seat }
  | { readonly type: 'PactFormed'; readonly a: Seat; readonly b: Seat }
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
  /** 6. Payments: the books after it. */
  | {
      readonly type: 'AccountsSettled';
      readonly firms: readonly Pick<Firm, 'cash' | 'loans' | 'ventureDue'>[];
      readonly tax: readonly number[];
      readonly upkeep: readonly number[];
      readonly debtService: readonly number[];
      readonly investorFees: readonly number[];
      readonly tribute: readonly number[];
    }
  /** 7. Trust, the whole matrix. */
  | { readonly type: 'TrustMoved'; readonly trust: readonly number[] }
  /** 8. Distress. */
  | { readonly type: 'FirmRescued'; readonly firm: Seat; readonly head: Seat; readonly amount: number }
  | { readonly type: 'FirmFailed'; readonly firm: Seat }
  | { readonly type: 'HubFaltered'; readonly head: Seat; readonly members: readonly Seat[] }
  /** 9. Scores and the figure. */
  | {
      readonly type: 'RoundScored';
      readonly round: number;
      readonly income: number;
      readonly incomeBySeat: readonly number[];
      readonly innovation: number;
      /** Trade's share of all the effort firms could place, 0..1. */
      readonly tradeShare: number;
      readonly tax: number;
      readonly earned: readonly number[];
      readonly scores: readonly number[];
      readonly figure: FigureReading;
    };

export type DistrictEvent = DistrictFounded | TableEvent | RoundEvent;

/** Of the resolution of a round, or of the table around it. */
export function isRoundEvent(event: DistrictEvent): event is RoundEvent {
  switch (event.type) {
    case 'DistrictFounded':
    case 'SeatAssigned':
    case 'SeatFreed':
    case 'PhaseBegan':
    case 'ClockPaused':
    case 'ClockResumed':
    case 'ClockExtended':
    case 'PlanFiled':
    case 'ReadySignalled':
    case 'OfferMade':
    case 'OfferAnswered':
    case 'OfferWithdrawn':
    case 'Said':
    case 'GameEnded':
    case 'PracticeBegan':
    case 'PracticeEnded':
    case 'AdvanceUndone':
      return false;
    default:
      return true;
  }
}
