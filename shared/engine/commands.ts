/** What may be asked of a district, in the imperative. A command carries all that `decide` needs, the time included. */
import type { Control, Decider, Seat } from './actors.ts';
import type { Continuation } from './events.ts';
import type { ExtensionReason, Offer, OfferKind, Phase, PhaseTimes, Written } from './parts.ts';
import type { Plan } from './plans.ts';
import type { SentenceId } from './ready-sentences.ts';

/** A seat's action, sent by a person, a bot, or the clock that repeats a plan. */
export type SeatAction =
  /** `cut`: the plan is a recorded one, cut to what is still legal. */
  | { readonly type: 'filePlan'; readonly plan: Plan; readonly cut?: true }
  | ({ readonly type: 'makeOffer'; readonly kind: OfferKind; readonly to: Seat } & Pick<Offer, 'promise' | 'plea'>)
  | { readonly type: 'answerOffer'; readonly offer: number; readonly accept: boolean }
  | { readonly type: 'withdrawOffer'; readonly offer: number }
  | ({ readonly type: 'say'; readonly to?: Seat } & Written)
  | { readonly type: 'sayReady'; readonly sentence: SentenceId; readonly to?: Seat }
  /** "Go on": news and reveal end early when every human seat says so. */
  | { readonly type: 'signalReady' };

/** Ends a recorded past: another class plays on from here. */
export interface ContinueDistrict extends Continuation {
  readonly type: 'continueDistrict';
}

/** From the desk or the district's own clock. */
export type DeskAction =
  | { readonly type: 'openGame' }
  /** Opens a practice round before the game (rule R8). */
  | { readonly type: 'openPractice' }
  | { readonly type: 'endPractice' }
  /** Goes back to the state after record `to`, undoing the last change of phase (rule R9). */
  | { readonly type: 'undo'; readonly to: number }
  /**
   * news → plan → reveal (resolves the round) → news of the next round, or the end. `from`: acts only in this phase.
   */
  | { readonly type: 'advancePhase'; readonly from?: Phase }
  /** Ends the plan phase; does nothing in any other phase. */
  | { readonly type: 'closeRound' }
  | { readonly type: 'pauseClock' }
  | { readonly type: 'resumeClock' }
  /** Length of the phases still to come (rule R13). */
  | ({ readonly type: 'setTimes' } & PhaseTimes)
  /** `on`: the present round is the last. Otherwise the game has its founded length again (rule R14). */
  | { readonly type: 'makeLast'; readonly on: boolean }
  | { readonly type: 'extendClock'; readonly ms: number; readonly reason: ExtensionReason }
  /** Gives the seat to a person or to its bot. */
  | { readonly type: 'assignSeat'; readonly seat: Seat; readonly control: Control; readonly player?: string }
  | { readonly type: 'freeSeat'; readonly seat: Seat }
  /** Takes down a line of talk, so that seats no longer see its text (rule L5). */
  | { readonly type: 'takeDown'; readonly line: number }
  /** Makes the tree with the most income falter: the scenario's shock to a hub (rule H1). Legal in the reveal only. */
  | { readonly type: 'falter' }
  | ContinueDistrict;

export type Action = SeatAction | DeskAction;

export interface Command {
  /** Milliseconds since the epoch: time is an input. */
  readonly at: number;
  readonly by: Decider;
  /** The seat that acts; absent for the desk and the clock. */
  readonly seat?: Seat;
  readonly action: Action;
}
