/**
 * The rooms' messages in both directions; HTTP is in `class-http.ts`. `WIRE_VERSION` is raised whenever an old client
 * could misread a new server.
 *
 * A seat receives a patch of its view at each phase, and small messages in between: talk, offers. The room's schema
 * state has the public facts that change within a phase: who is online, who is ready, the clock.
 */
import type { Control, Seat } from '../engine/actors.ts';
import type { Offer, Phase, TalkLine } from '../engine/parts.ts';
import type { Plan } from '../engine/plans.ts';
import type { WireRefusal } from './refusals.ts';
import type { actRequestSchema, joinOptionsSchema, Parsed } from './schemas.ts';
import type { ClassPhase } from './stages.ts';

export const WIRE_VERSION = 3;

export const CLASS_ROOM = 'class';
export const DISTRICT_ROOM = 'district';

/**
 * Close code: the same person has opened too many newer connections. The client must not reconnect, or it would close
 * another.
 */
export const OPENED_ELSEWHERE = 4_201;

// --- Joining a room -------------------------------------------------------------------------------------------

export type JoinOptions = Parsed<typeof joinOptionsSchema>;

/** A reservation in a room (Colyseus's seat reservation), valid for one entry and a few seconds. */
export interface Place {
  readonly name: string;
  readonly sessionId: string;
  readonly roomId: string;
  readonly processId?: string;
  readonly publicAddress?: string;
}

// --- District room: client → server, by `room.request('act', …)` -----------------------------------------------

export type ActRequest = Parsed<typeof actRequestSchema>;
export type PlayerAction = ActRequest['action'];
/** Round and district that the sender acted in: an act may wait for a connection while its sender moves on. */
export type ActContext = Omit<ActRequest, 'id' | 'action'>;
/** `filed`: the seat's standing plan, after filing one. */
export type ActAnswer =
  | {
      readonly ok: true;
      /**
       * The record that holds the action. The server does not send it, because gaps would reveal private acts of
       * others.
       */
      readonly seq?: number;
      readonly filed?: Plan;
    }
  | ({ readonly ok: false } & WireRefusal);

// --- District room: server → client ----------------------------------------------------------------------------

// Views are streamed (`view-stream.ts`): a seat's as `view`; a district's public one as `publicView`, to everybody
// without a seat.

export interface TalkMessage {
  readonly line: TalkLine;
}
/** All offers that the seat may see, sent after any change. */
export interface OffersMessage {
  readonly offers: readonly Offer[];
}
/** To a seat's other tabs: the standing plan, just filed. */
export interface FiledMessage {
  readonly plan: Plan;
}
// --- Class room -------------------------------------------------------------------------------------------------

/** To a student: their seat. Sent as soon as it is known, and again when it changes. */
export interface SeatedMessage {
  /** A reserved place in the district's room, which saves a request. */
  readonly place?: Place;
  readonly districtId: string;
  readonly districtNumber: number;
  readonly seat: Seat;
  /** A mirror's seat belongs to somebody else: plans are recorded but not carried out, and nothing else may be sent. */
  readonly mirror?: true;
  /** This person gets more time where there is a clock. */
  readonly moreTime?: true;
  /** For a latecomer: the round from which they play; a bot plays until its news. */
  readonly firstRound?: number;
}

/** Schema state of the class room. */
export interface ClassRoomState {
  readonly phase: ClassPhase;
  readonly code: string;
  readonly joined: number;
  readonly districts: number;
}
/** Schema state of a district room: public facts that change often. `seats` is indexed by seat. */
export interface DistrictRoomState {
  readonly phase: Phase;
  readonly round: number;
  /** Server time in milliseconds since the epoch; 0 without a deadline. */
  readonly deadline: number;
  readonly paused: boolean;
  readonly seats: ArrayLike<SeatPresence>;
  /** The store fails at present: the game waits for it. */
  readonly storeAway: boolean;
  /** The district is done and waits for the others of its class. */
  readonly held: boolean;
}
export interface SeatPresence {
  readonly control: Control;
  readonly online: boolean;
  readonly ready: boolean;
}
