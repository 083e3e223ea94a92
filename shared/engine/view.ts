/**
 * `viewFor` is the only door through which anyone, bot or human, sees a district.
 *
 * Public: pacts and whether both sides kept them, ownership, the district's income and innovation, who is ready, the
 * acts of government. Secret until the reveal: plans. Secret always: another's cash, debts and what they shared with
 * third parties. (GAME.md, "A round".)
 */
import type { Actor, Control, Seat } from './actors.ts';
import type { RoundEvent } from './events.ts';
import type { Figure, FigureReading } from './figures.ts';
import type { LegalActions } from './legal.ts';
import type { Plan } from './plans.ts';
import type { ClockMode, Loan, Offer, Phase, TalkLine } from './state.ts';

export interface PublicSeat extends Actor {
  readonly control: Control;
  /** Plan filed, or "go on" signalled, in this phase. */
  readonly ready: boolean;
  readonly owner?: Seat;
  /** Head of the seat's ownership tree: itself when independent. */
  readonly head: Seat;
  readonly treeSize: number;
  readonly forced: boolean;
  readonly inDisarray: boolean;
  readonly failures: number;
  /** How large the firm looks from outside, 1..5: a band of its knowledge, not the figure itself. */
  readonly standing: number;
  /** Only once the game has ended. */
  readonly finalScore?: number;
}

export interface PublicPact {
  readonly a: Seat;
  readonly b: Seat;
  readonly since: number;
  /** Both sides shared at least half a point in the last resolved round; absent before it was put to the test. */
  readonly kept?: boolean;
}

export interface PublicRound {
  readonly round: number;
  readonly income: number;
  readonly innovation: number;
  readonly tradeShare: number;
  readonly figure: FigureReading;
}

/** Of the last resolved round: what everyone may know, in the order of the model's steps. */
export type Happening =
  | Extract<
      RoundEvent,
      {
        type:
          | 'PolicyMade'
          | 'FirmAbsorbed'
          | 'PactBroken'
          | 'PactFormed'
          | 'FirmFailed'
          | 'HubFaltered'
          | 'ForeignPartnerJoined';
      }
    >
  | { readonly type: 'FirmSold'; readonly seller: Seat; readonly buyer: Seat }
  | { readonly type: 'FirmRescued'; readonly firm: Seat; readonly head: Seat };

export interface PublicView {
  readonly scenario: string;
  readonly phase: Phase;
  readonly round: number;
  readonly rounds: number;
  readonly clockMode: ClockMode;
  readonly deadline?: number;
  readonly paused: boolean;
  readonly talkOn: boolean;
  readonly seats: readonly PublicSeat[];
  readonly pacts: readonly PublicPact[];
  readonly law: number;
  readonly distance: number;
  readonly commons: number;
  readonly fund: number;
  /** The shock has arrived (demand turned to variety). Never known before. */
  readonly shocked: boolean;
  /** The figure as announced: a change counts after two rounds of it. */
  readonly announcedFigure?: Figure;
  readonly history: readonly PublicRound[];
  readonly happenings: readonly Happening[];
}

/** A firm's own books of the last round. Cash units, but for knowledge. */
export interface OwnResult {
  readonly round: number;
  readonly plan: Plan;
  readonly by: 'human' | 'timeout' | 'bot';
  readonly product: number;
  readonly trade: number;
  readonly tax: number;
  readonly upkeep: number;
  readonly debtService: number;
  readonly investorFees: number;
  readonly tribute: number;
  readonly pactCosts: number;
  readonly knowledgeGained: number;
  readonly fromResearch: number;
  readonly fromPacts: number;
  readonly fromCommons: number;
  readonly scoreBefore: number;
  readonly score: number;
  /** Own deals: loan granted, venture refused, price paid or received, rescue received. */
  readonly happenings: readonly RoundEvent[];
}

export interface OwnBooks {
  readonly knowledge: number;
  readonly cash: number;
  readonly loans: readonly Loan[];
  readonly ventureStakes: number;
  readonly ventureDue: number;
  readonly foreignStakes: number;
}

export interface SeatView {
  readonly seat: Seat;
  readonly public: PublicView;
  readonly books: OwnBooks;
  readonly score: number;
  readonly scores: readonly number[];
  /** How far this seat trusts each other seat. */
  readonly trust: readonly number[];
  /** Points shared with this seat by each other in the last round, and by it with each. */
  readonly received: readonly number[];
  readonly given: readonly number[];
  /** Technology fit with each seat: complementarity times one minus ownership distance; 0 with government. */
  readonly fit: readonly number[];
  /** Points a government body may spend this round; 6 (or 3 in disarray) for the others. */
  readonly budget: number;
  readonly legal: LegalActions;
  readonly plan?: Plan;
  readonly lastPlan?: Plan;
  /** Offers this seat made or received in this phase. */
  readonly offers: readonly Offer[];
  /** Talk this seat may read, newest last. */
  readonly talk: readonly TalkLine[];
  readonly result?: OwnResult;
  /** Market quotes this seat can know: this round's trade margin before glut, and last round's price of its own firm. */
  readonly quotes: { readonly margin: number; readonly ownPrice: number };
}
