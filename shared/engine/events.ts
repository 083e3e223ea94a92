/**
 * What happened. Past tense, complete: outcomes, luck included, are in the events, so that `evolve` draws nothing
 * and a replay cannot drift. Arrays are by seat.
 */
import type { Actor, Control, PlanDecider, Seat } from './actors.ts';
import type { Effect } from './effects.ts';
import type { Parameters } from './parameters.ts';
import type { ExtensionReason, GoesOn, Offer, PhaseTimes, RoundPhase, Settings, TalkLine } from './parts.ts';
import type { Plan } from './plans.ts';
import type { RoundEvent } from './round-events.ts';
import type { DistrictState } from './state.ts';

/** First event of every district: all that is drawn or chosen before play. */
export interface DistrictFounded {
  readonly type: 'DistrictFounded';
  readonly rulesVersion: number;
  readonly scenario: string;
  readonly seed: number;
  readonly parameters: Parameters;
  readonly settings: Settings;
  /** The roster, with technology fields drawn. */
  readonly actors: readonly Actor[];
  readonly policies: readonly string[];
  /** Parameters that differ from the scenario's; absent if none do. */
  readonly changed?: Partial<Parameters>;
  /** How years change the numbers (rule N1); absent without effects. */
  readonly effects?: readonly Effect[];
}

/** Where a branch left the log it came from. */
export interface Lineage {
  readonly districtId: string;
  /** The last record that was recorded and not replayed. */
  readonly seq: number;
  /** Hash of the state after that record, in this log. */
  readonly hash: string;
  /** Link of the original's header, from which the first record's link follows; absent if that is this log's header. */
  readonly root?: string;
  readonly why: 'play-on' | 'homework' | 'what-if';
}

/** What a class changes where it plays on from a recorded past. */
export interface Continuation {
  /** Link of this log's own header. */
  readonly header: string;
  readonly lineage: Lineage;
  readonly settings: Settings;
  /** Parameters that change from here on. */
  readonly parameters?: Partial<Parameters>;
  /** A new seed; absent: the past's. */
  readonly seed?: number;
  /** New policies by seat; absent: the past's. */
  readonly policies?: readonly string[];
  /** Seats that go on playing from the record. */
  readonly recorded?: readonly Seat[];
}

/** Ends a recorded past: the records after it are this district's own. */
export interface DistrictContinued extends Continuation, GoesOn {
  readonly type: 'DistrictContinued';
}

export type TableEvent =
  | { readonly type: 'SeatAssigned'; readonly seat: Seat; readonly control: Control; readonly player?: string }
  | { readonly type: 'SeatFreed'; readonly seat: Seat }
  | {
      readonly type: 'PhaseBegan';
      readonly phase: RoundPhase;
      readonly round: number;
      readonly deadline?: number;
    }
  | { readonly type: 'ClockPaused'; readonly leftMs: number }
  | { readonly type: 'ClockResumed'; readonly deadline?: number }
  | { readonly type: 'ClockExtended'; readonly deadline: number; readonly reason: ExtensionReason }
  | {
      readonly type: 'PlanFiled';
      readonly seat: Seat;
      readonly plan: Plan;
      readonly by: PlanDecider;
      /** The recorded plan was cut to what was still legal. */
      readonly cut?: true;
    }
  | { readonly type: 'ReadySignalled'; readonly seat: Seat }
  | ({ readonly type: 'OfferMade' } & Omit<Offer, 'status'>)
  | { readonly type: 'OfferAnswered'; readonly id: number; readonly accept: boolean }
  | { readonly type: 'OfferWithdrawn'; readonly id: number }
  | ({ readonly type: 'TimesSet' } & PhaseTimes)
  /**
   * Sets the number of rounds (rule R14); absent `rounds`: as founded. In a reveal `earned` is what each seat gains by
   * the end.
   */
  | { readonly type: 'LengthSet'; readonly rounds?: number; readonly earned?: readonly number[] }
  | ({ readonly type: 'Said' } & Omit<TalkLine, 'round' | 'down'>)
  | { readonly type: 'LineTakenDown'; readonly id: number }
  | { readonly type: 'GameEnded' }
  /** Opens a practice round with luck of its own. */
  | { readonly type: 'PracticeBegan'; readonly seed: number }
  /** Founds the district anew after a practice; seats and talk stay. */
  | { readonly type: 'PracticeEnded' }
  /** Undoes all records after `to`. The event carries the whole state, so that folding needs no earlier one. */
  | { readonly type: 'AdvanceUndone'; readonly to: number; readonly state: DistrictState }
  | DistrictContinued;

export type DistrictEvent = DistrictFounded | TableEvent | RoundEvent;

/** Every event type, and whether it resolves a round; all others happen at the table around it. */
export const IN_A_ROUND: {
  readonly [Type in DistrictEvent['type']]: Type extends RoundEvent['type'] ? true : false;
} = {
  DistrictFounded: false,
  SeatAssigned: false,
  SeatFreed: false,
  PhaseBegan: false,
  ClockPaused: false,
  ClockResumed: false,
  ClockExtended: false,
  TimesSet: false,
  LengthSet: false,
  PlanFiled: false,
  ReadySignalled: false,
  OfferMade: false,
  OfferAnswered: false,
  OfferWithdrawn: false,
  Said: false,
  LineTakenDown: false,
  GameEnded: false,
  PracticeBegan: false,
  PracticeEnded: false,
  AdvanceUndone: false,
  DistrictContinued: false,
  PolicyMade: true,
  ListMade: true,
  FirmAbsorbed: true,
  PactBroken: true,
  PactFormed: true,
  FirmSold: true,
  FirmLeft: true,
  LeaveRefused: true,
  LoanTaken: true,
  VentureGranted: true,
  VentureRefused: true,
  ForeignPartnerJoined: true,
  KnowledgeGrew: true,
  MarketCleared: true,
  AccountsSettled: true,
  TrustMoved: true,
  FirmRescued: true,
  FirmFailed: true,
  HubFaltered: true,
  RoundScored: true,
};

export function isRoundEvent(event: DistrictEvent): event is RoundEvent {
  return IN_A_ROUND[event.type];
}
