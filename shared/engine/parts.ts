/**
 * What a district's state is made of: firms and their books, pacts, offers, talk, seats, the clock, a round's memory.
 *
 * Cash is in the game's cash unit (about 20 to 25 thousand yuan), knowledge in knowledge points, trust and rates in [0, 1].
 */
import type { Control, PlanDecider, Seat } from './actors.ts';
import type { FigureReading } from './figure-reading.ts';
import type { Plan } from './plans.ts';
import type { SentenceId } from './sentences.ts';

export const PHASES = ['opening', 'news', 'plan', 'reveal', 'ended'] as const;
export type Phase = (typeof PHASES)[number];

/** Where a recorded past is played on. */
export interface GoesOn {
  readonly phase: 'news' | 'plan';
  readonly round: number;
}

export const CLOCK_MODES = ['clock', 'wait', 'desk'] as const;
/** `clock`: phases end by time or when all are in; `wait`: when all are in; `desk`: when the instructor says so. */
export type ClockMode = (typeof CLOCK_MODES)[number];

export const BY_HAND = ['practiceNews', 'firstRound'] as const;
/** What waits for the desk although the rest does not: a practice's news; with `firstRound` a whole practice and round 1. */
export type ByHand = (typeof BY_HAND)[number];

/** How long phases are where there is a clock, in milliseconds. */
export interface PhaseTimes {
  readonly newsMs: number;
  readonly planMs: number;
  readonly revealMs: number;
}

/** How a district is played, apart from the rules. */
export interface Settings extends PhaseTimes {
  readonly clockMode: ClockMode;
  /** Absent: nothing does. */
  readonly byHand?: ByHand;
  readonly talk: boolean;
  /** Talk is by ready-made sentences alone (rule L4). Absent: in one's own words. */
  readonly sentences?: boolean;
  /** Everyone sees how often everyone else kept their pacts (rule V5). Absent: they do not. */
  readonly reputations?: boolean;
  /** Everyone sees during the game which figure the district has become (rule V6). Absent: at its end. */
  readonly showFigure?: boolean;
}

export interface Loan {
  /** Principal still owed. */
  readonly owed: number;
  readonly instalmentsLeft: number;
}

/** One entry a seat; for seats that are not firms the neutral values below never change. */
export interface Firm {
  readonly knowledge: number;
  readonly cash: number;
  readonly loans: readonly Loan[];
  /** Venture capital stakes sold, 0..2. */
  readonly ventureStakes: number;
  readonly ventureDue: number;
  readonly foreignStakes: number;
  /** Direct parent in the ownership tree. */
  readonly owner?: Seat;
  /** Taken over by command, not by consent. */
  readonly forced: boolean;
  /** Rounds of disarray left. */
  readonly disarray: number;
  readonly failures: number;
}

export interface Pact {
  readonly a: Seat;
  readonly b: Seat;
  /** Round in which it was made. */
  readonly since: number;
}

/** Offers of a deal, which both sides must then plan. */
export const DEAL_OFFERS = ['pact', 'buy', 'sell'] as const;
export type DealOffer = (typeof DEAL_OFFERS)[number];
export const OFFER_KINDS = [...DEAL_OFFERS, 'share', 'plea'] as const;
/**
 * `buy`: the sender would take over the receiver; `sell`: the sender would join the receiver's tree; `share`: a word to a
 * partner about this year; `plea`: a firm asks a university or an office for something.
 */
export type OfferKind = (typeof OFFER_KINDS)[number];
/** What a firm may ask: of a university, of the bureau, of the Commission. */
export const PLEAS = ['openLab', 'loosen', 'noOrders', 'takeUsIn', 'certify', 'makeLaw'] as const;
export type Plea = (typeof PLEAS)[number];

export const OFFER_STATES = ['open', 'accepted', 'declined'] as const;

/** Cheap talk with a form: only plans bind. Offers live for one plan phase. */
export interface Offer {
  readonly id: number;
  readonly kind: OfferKind;
  readonly from: Seat;
  readonly to: Seat;
  readonly status: (typeof OFFER_STATES)[number];
  /** Points the sender says they will share; of a pact offered, and of one that stands (`share`). */
  readonly promise?: number;
  /** What is asked for, of a `plea`. */
  readonly plea?: Plea;
}

/** What somebody wrote: the text in older logs, else the fingerprint of a text that is kept beside the log. */
export interface Written {
  readonly text?: string;
  readonly words?: string;
}

export interface TalkLine extends Written {
  readonly id: number;
  readonly round: number;
  readonly from: Seat;
  /** Absent: to the whole district. */
  readonly to?: Seat;
  /** It is this ready-made one; `text` has it in English. */
  readonly sentence?: SentenceId;
  /** The desk took it down: seats are no longer told what it said (rule L5). */
  readonly down?: true;
}

export interface FiledPlan {
  readonly plan: Plan;
  readonly by: PlanDecider;
  /** A recorded plan, cut to what was still possible. */
  readonly cut?: true;
}

export interface SeatStatus {
  readonly control: Control;
  /** Opaque id of the person, never a name or a secret. */
  readonly player?: string;
  /** Policy of the bot that plays while control is `bot`, or where a record has nothing that fits. */
  readonly policy: string;
  /** Deadlines missed in a row while a human held the seat. */
  readonly missed: number;
}

/** The clock of the present phase, in milliseconds since the epoch as the server saw it. */
export interface Clock {
  readonly deadline?: number;
  /** Set while paused: what was left. */
  readonly pausedWithMs?: number;
  /** What of the time is there only for those given more of it (rule R10). */
  readonly relaxedMs?: number;
}

export const EXTENSION_REASONS = ['desk', 'downtime', 'relaxed'] as const;
/** `desk`: its word; `downtime`: lost to an outage; `relaxed`: for those given more time (rule R10). */
export type ExtensionReason = (typeof EXTENSION_REASONS)[number];

/** What happened to each seat in the last resolved round, in the units of the market step. Arrays by seat. */
export interface RoundFlows {
  readonly knowledgeGained: readonly number[];
  readonly fromResearch: readonly number[];
  readonly fromPacts: readonly number[];
  readonly fromCommons: readonly number[];
  /** A spin-off's part of what its university put into shelter. */
  readonly fromShelter: readonly number[];
  readonly product: readonly number[];
  readonly trade: readonly number[];
  readonly tax: readonly number[];
  readonly upkeep: readonly number[];
  readonly debtService: readonly number[];
  readonly investorFees: readonly number[];
  /** Received from subsidiaries less paid to the head. */
  readonly tribute: readonly number[];
  /** Pact upkeep and law transfers, net; positive is paid. */
  readonly pactCosts: readonly number[];
  /** Shares given, matrix in points after disarray. */
  readonly shared: readonly number[];
}

/** How often pacts were put to the test, and how often this side kept them. */
export interface PactRecord {
  readonly tested: number;
  readonly kept: number;
}

/** A finished round, as the district remembers it. */
export interface RoundHistory {
  readonly round: number;
  readonly income: number;
  readonly incomeBySeat: readonly number[];
  readonly innovation: number;
  /** Trade's share of all the effort firms could place, 0..1. */
  readonly tradeShare: number;
  readonly tax: number;
  readonly scores: readonly number[];
  readonly figure: FigureReading;
}
