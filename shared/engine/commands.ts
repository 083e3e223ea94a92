/** What may be asked of a district. Imperative; each carries what `decide` needs, the time included. */
import type { Control, Decider, Seat } from './actors.ts';
import type { Continuation } from './events.ts';
import type { ExtensionReason, Offer, OfferKind, Phase, PhaseTimes, Written } from './parts.ts';
import type { Plan } from './plans.ts';
import type { SentenceId } from './sentences.ts';

/** From a seat, be it a person, a bot, or the clock repeating a plan. */
export type SeatAction =
  /** `cut`: of a record, and not as it was recorded. */
  | { readonly type: 'filePlan'; readonly plan: Plan; readonly cut?: true }
  | ({ readonly type: 'makeOffer'; readonly kind: OfferKind; readonly to: Seat } & Pick<Offer, 'promise' | 'plea'>)
  | { readonly type: 'answerOffer'; readonly offer: number; readonly accept: boolean }
  | { readonly type: 'withdrawOffer'; readonly offer: number }
  | ({ readonly type: 'say'; readonly to?: Seat } & Written)
  | { readonly type: 'sayReady'; readonly sentence: SentenceId; readonly to?: Seat }
  /** "Go on": news and reveal end early when every human seat says so. */
  | { readonly type: 'signalReady' };

/** In a recorded past: what follows is played anew, by another class. */
export interface ContinueDistrict extends Continuation {
  readonly type: 'continueDistrict';
}

/** From the desk or the district's own clock. */
export type DeskAction =
  | { readonly type: 'openGame' }
  /** One round that does not count, before the game (rule R8). */
  | { readonly type: 'openPractice' }
  | { readonly type: 'endPractice' }
  /** Back to the state after the record `to`, from which the last change of phase led on (rule R9). */
  | { readonly type: 'undo'; readonly to: number }
  /** news → plan → reveal (resolves the round) → news of the next round, or the end. `from`: only out of this phase. */
  | { readonly type: 'advancePhase'; readonly from?: Phase }
  /** The plan phase ends now; in any other phase nothing does. */
  | { readonly type: 'closeRound' }
  | { readonly type: 'pauseClock' }
  | { readonly type: 'resumeClock' }
  /** How long phases are from the next one on (rule R13). */
  | ({ readonly type: 'setTimes' } & PhaseTimes)
  /** The present round is the last one, or, not `on`, the game is as long again as it was founded (rule R14). */
  | { readonly type: 'makeLast'; readonly on: boolean }
  | { readonly type: 'extendClock'; readonly ms: number; readonly reason: ExtensionReason }
  /** The seat goes to a person or to its bot. */
  | { readonly type: 'assignSeat'; readonly seat: Seat; readonly control: Control; readonly player?: string }
  | { readonly type: 'freeSeat'; readonly seat: Seat }
  /** A line of talk: seats are no longer told what it said (rule L5). */
  | { readonly type: 'takeDown'; readonly line: number }
  /** The scenario's shock to a hub: the tree with the most income falters (rule H1). In the reveal only. */
  | { readonly type: 'falter' }
  | ContinueDistrict;

export type Action = SeatAction | DeskAction;

export interface Command {
  /** Milliseconds since the epoch: time is an input. */
  readonly at: number;
  readonly by: Decider;
  /** Who acts; absent for the desk and the clock. */
  readonly seat?: Seat;
  readonly action: Action;
}
