/**
 * The parts of a district's state: firms and their books, pacts, offers, talk, seats, the clock, past rounds.
 *
 * Units: cash (about 20 to 25 thousand yuan), knowledge points, trust and rates in [0, 1].
 */
import type { Control, PlanDecider, Seat } from './actors.ts';
import type { FigureReading } from './figure-reading.ts';
import type { Plan } from './plans.ts';
import type { SentenceId } from './ready-sentences.ts';

/** The phases of a round. */
export const ROUND_PHASES = ['news', 'plan', 'reveal'] as const;
export type RoundPhase = (typeof ROUND_PHASES)[number];
export const PHASES = ['opening', ...ROUND_PHASES, 'ended'] as const;
export type Phase = (typeof PHASES)[number];

export function isInARound(phase: Phase): phase is RoundPhase {
  return ROUND_PHASES.some((each) => each === phase);
}

/** The point at which a recorded past is played on. */
export interface GoesOn {
  readonly phase: 'news' | 'plan';
  readonly round: number;
}

export const CLOCK_MODES = ['clock', 'wait', 'desk'] as const;
/** What ends a phase. `clock`: time, or all are ready; `wait`: all are ready; `desk`: the instructor. */
export type ClockMode = (typeof CLOCK_MODES)[number];

export const BY_HAND = ['practiceNews', 'firstRound'] as const;
/**
 * What waits for the desk in an automatic game: the news of a practice; with `firstRound` the whole practice and round
 * 1.
 */
export type ByHand = (typeof BY_HAND)[number];

/** Length of each phase in milliseconds, where there is a clock. */
export interface PhaseTimes {
  readonly newsMs: number;
  readonly planMs: number;
  readonly revealMs: number;
}

/** The setting that has each phase's length. */
export const LENGTH_OF = { news: 'newsMs', plan: 'planMs', reveal: 'revealMs' } as const satisfies Readonly<
  Record<RoundPhase, keyof PhaseTimes>
>;

/** How a district is played, beside its rules. */
export interface Settings extends PhaseTimes {
  readonly clockMode: ClockMode;
  /** Absent: nothing waits for the desk. */
  readonly byHand?: ByHand;
  readonly talk: boolean;
  /** Talk has ready-made sentences only (rule L4). Absent: free text. */
  readonly sentences?: boolean;
  /** Reputations are public (rule V5): how often each seat kept its pacts. Absent: secret. */
  readonly reputations?: boolean;
  /** The district's figure is public during the game (rule V6). Absent: at its end only. */
  readonly showFigure?: boolean;
}

/** For districts without a clock: whoever plays them ends each phase. */
export const NO_CLOCK: Settings = { clockMode: 'desk', newsMs: 0, planMs: 0, revealMs: 0, talk: true };

export interface Loan {
  /** Principal still owed, in cash. */
  readonly owed: number;
  readonly instalmentsLeft: number;
}

/** One entry per seat; seats that are not firms keep the neutral values below. */
export interface Firm {
  readonly knowledge: number;
  readonly cash: number;
  readonly loans: readonly Loan[];
  /** Venture stakes sold, 0..2. */
  readonly ventureStakes: number;
  readonly ventureDue: number;
  readonly foreignStakes: number;
  /** Direct parent in the ownership tree. */
  readonly owner?: Seat;
  /** Taken over by command instead of consent. */
  readonly forced: boolean;
  /** Remaining rounds of disarray. */
  readonly disarray: number;
  readonly failures: number;
}

export interface Pact {
  readonly a: Seat;
  readonly b: Seat;
  /** Round in which it was made. */
  readonly since: number;
}

/** Deal offers: a deal happens only if both sides plan it. */
export const DEAL_OFFERS = ['pact', 'buy', 'sell'] as const;
export type DealOffer = (typeof DEAL_OFFERS)[number];
export const OFFER_KINDS = [...DEAL_OFFERS, 'share', 'plea'] as const;
/**
 * `buy`: the sender would take over the receiver. `sell`: the sender would join the receiver's tree. `share`: a promise
 * to a partner for this year. `plea`: a firm's request to a university or an office.
 */
export type OfferKind = (typeof OFFER_KINDS)[number];
/** A firm's requests: of a university, of the bureau, of the Commission. */
export const PLEAS = ['openLab', 'loosen', 'noOrders', 'takeUsIn', 'certify', 'makeLaw'] as const;
export type Plea = (typeof PLEAS)[number];

export const OFFER_STATES = ['open', 'accepted', 'declined'] as const;

/** Cheap talk with a form: only plans bind. An offer lasts one plan phase. */
export interface Offer {
  readonly id: number;
  readonly kind: OfferKind;
  readonly from: Seat;
  readonly to: Seat;
  readonly status: (typeof OFFER_STATES)[number];
  /** Points the sender promises to share, in an offered pact or a standing one (`share`). */
  readonly promise?: number;
  /** The request of a `plea`. */
  readonly plea?: Plea;
}

/** What somebody wrote: text in older logs, else the fingerprint of a text kept beside the log. */
export interface Written {
  readonly text?: string;
  readonly words?: string;
}

export interface TalkLine extends Written {
  readonly id: number;
  readonly round: number;
  readonly from: Seat;
  /** Absent: said to the whole district. */
  readonly to?: Seat;
  /** Id of the ready-made sentence; `text` has its English. */
  readonly sentence?: SentenceId;
  /** Taken down by the desk: seats no longer see its text (rule L5). */
  readonly down?: true;
}

export interface FiledPlan {
  readonly plan: Plan;
  readonly by: PlanDecider;
  /** The recorded plan was cut to what was still legal. */
  readonly cut?: true;
}

export interface SeatStatus {
  readonly control: Control;
  /** Opaque id of the person, never a name or a secret. */
  readonly player?: string;
  /** The bot's policy: it plays while control is `bot`, and where a recorded plan is missing. */
  readonly policy: string;
  /** Deadlines missed in a row by the person in the seat. */
  readonly missed: number;
}

/** The present phase's clock, in server milliseconds since the epoch. */
export interface Clock {
  readonly deadline?: number;
  /** Set while paused: the milliseconds that were left. */
  readonly pausedWithMs?: number;
  /** Extra milliseconds that only the seats given more time have (rule R10). */
  readonly relaxedMs?: number;
}

export const EXTENSION_REASONS = ['desk', 'downtime', 'relaxed'] as const;
/**
 * Why time was added. `desk`: the instructor; `downtime`: an outage; `relaxed`: for seats given more time (rule R10).
 */
export type ExtensionReason = (typeof EXTENSION_REASONS)[number];

/** What the last resolved round moved, by seat, in the units of the market step. */
export interface RoundFlows {
  readonly knowledgeGained: readonly number[];
  readonly fromResearch: readonly number[];
  readonly fromPacts: readonly number[];
  readonly fromCommons: readonly number[];
  /** Knowledge from its university's shelter. */
  readonly fromShelter: readonly number[];
  readonly product: readonly number[];
  readonly trade: readonly number[];
  readonly tax: readonly number[];
  readonly upkeep: readonly number[];
  readonly debtService: readonly number[];
  readonly investorFees: readonly number[];
  /** Received from subsidiaries, less what is paid to the head. */
  readonly tribute: readonly number[];
  /** Pact upkeep and law transfers, net; positive: paid. */
  readonly pactCosts: readonly number[];
  /** Points shared, after disarray: a matrix, giver by receiver. */
  readonly shared: readonly number[];
}

export type FlowName = Exclude<keyof RoundFlows, 'shared'>;

/** How often a seat's pacts were tested, and how often it kept them. */
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
  /** Trade as a share of all effort that firms could place, 0..1. */
  readonly tradeShare: number;
  readonly tax: number;
  readonly scores: readonly number[];
  readonly figure: FigureReading;
}
