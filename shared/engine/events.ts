/**
 * What happened. Past tense, complete: outcomes, luck included, are in the events, so that `evolve` draws nothing
 * and a replay cannot drift. Arrays are by seat.
 */
import type { Actor, Control, PlanDecider, Seat } from './actors.ts';
import type { Effect } from './effects.ts';
import type { Parameters } from './parameters.ts';
import type { ExtensionReason, GoesOn, Offer, PhaseTimes, Settings, TalkLine } from './parts.ts';
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
  /** With fields drawn. */
  readonly actors: readonly Actor[];
  readonly policies: readonly string[];
  /** Which of the parameters differ from the scenario's, and how; absent where none do. */
  readonly changed?: Partial<Parameters>;
  /** What the years do to the numbers (rule N1); absent where nothing. */
  readonly effects?: readonly Effect[];
}

/** Where a branch left the log it came from. */
export interface Lineage {
  readonly districtId: string;
  /** The last record that was recorded, and not played anew. */
  readonly seq: number;
  /** Hash of the state after that record, in this log. */
  readonly hash: string;
  /** What the first record's link follows: the link of the first header of all; absent where that is this one's. */
  readonly root?: string;
  readonly why: 'play-on' | 'homework' | 'what-if';
}

/** What a class changes where it plays on. */
export interface Continuation {
  /** Link of the header that belongs to this log. */
  readonly header: string;
  readonly lineage: Lineage;
  readonly settings: Settings;
  /** Numbers that change from here on. */
  readonly parameters?: Partial<Parameters>;
  /** Another luck than the past's. */
  readonly seed?: number;
  /** By seat: other bots than the past's. */
  readonly policies?: readonly string[];
  /** Seats that go on as they are on record. */
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
      readonly phase: 'news' | 'plan' | 'reveal';
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
      /** A recorded plan, cut to what was still possible. */
      readonly cut?: true;
    }
  | { readonly type: 'ReadySignalled'; readonly seat: Seat }
  | ({ readonly type: 'OfferMade' } & Omit<Offer, 'status'>)
  | { readonly type: 'OfferAnswered'; readonly id: number; readonly accept: boolean }
  | { readonly type: 'OfferWithdrawn'; readonly id: number }
  | ({ readonly type: 'TimesSet' } & PhaseTimes)
  /** How many rounds there are (rule R14): absent as many as founded. In a reveal `earned` has what the end pays. */
  | { readonly type: 'LengthSet'; readonly rounds?: number; readonly earned?: readonly number[] }
  | ({ readonly type: 'Said' } & Omit<TalkLine, 'round' | 'down'>)
  | { readonly type: 'LineTakenDown'; readonly id: number }
  | { readonly type: 'GameEnded' }
  /** A round follows that does not count, with a luck of its own. */
  | { readonly type: 'PracticeBegan'; readonly seed: number }
  /** The district is founded anew; who sits where and what was said stay. */
  | { readonly type: 'PracticeEnded' }
  /** All records after `to` are undone. With the whole state, so that folding needs nothing but the event. */
  | { readonly type: 'AdvanceUndone'; readonly to: number; readonly state: DistrictState }
  | DistrictContinued;

export type DistrictEvent = DistrictFounded | TableEvent | RoundEvent;

/** Whether an event resolves a round, or happens at the table around it. */
export function isRoundEvent(event: DistrictEvent): event is RoundEvent {
  switch (event.type) {
    case 'DistrictFounded':
    case 'SeatAssigned':
    case 'SeatFreed':
    case 'PhaseBegan':
    case 'ClockPaused':
    case 'ClockResumed':
    case 'ClockExtended':
    case 'TimesSet':
    case 'LengthSet':
    case 'PlanFiled':
    case 'ReadySignalled':
    case 'OfferMade':
    case 'OfferAnswered':
    case 'OfferWithdrawn':
    case 'Said':
    case 'LineTakenDown':
    case 'GameEnded':
    case 'PracticeBegan':
    case 'PracticeEnded':
    case 'AdvanceUndone':
    case 'DistrictContinued':
      return false;
    default:
      return true;
  }
}
