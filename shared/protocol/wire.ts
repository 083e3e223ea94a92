/**
 * What crosses the rooms' connections, both ways; HTTP is in `class-http.ts`. `WIRE_VERSION` changes whenever an old client could misread a new server.
 *
 * A seat is sent what changes in its view at each phase, and small messages between: talk, offers. The room's schema state
 * tells what everybody may know and moves within a phase: who is here, who is ready, the clock.
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

/** Closes a connection because the same person opened too many after it: coming back would close another. */
export const OPENED_ELSEWHERE = 4_201;

// --- Joining a room -------------------------------------------------------------------------------------------

export type JoinOptions = Parsed<typeof joinOptionsSchema>;

/** Kept some seconds in a room for whoever was sent it, and good for one entry: Colyseus's reservation of a seat. */
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
/** What the sender acted in. An act may wait for a connection and arrive when its sender is elsewhere. */
export type ActContext = Omit<ActRequest, 'id' | 'action'>;
/** `filed`: the plan that stands for the seat, after one was filed. */
export type ActAnswer =
  | {
      readonly ok: true;
      /** The durable record that holds the action. It stays on the server: gaps would tell that others act in private. */
      readonly seq?: number;
      readonly filed?: Plan;
    }
  | ({ readonly ok: false } & WireRefusal);

// --- District room: server → client ----------------------------------------------------------------------------

// Views come as `view-stream.ts` says: a seat's as `view`; as `publicView` a district's, to whoever holds no seat.

export interface TalkMessage {
  readonly line: TalkLine;
}
/** All offers the seat may see, after any change. */
export interface OffersMessage {
  readonly offers: readonly Offer[];
}
/** To the other tabs of a seat: the plan that stands for it, just filed. */
export interface FiledMessage {
  readonly plan: Plan;
}
// --- Class room -------------------------------------------------------------------------------------------------

/** To a student: where they sit. Sent at once when known, and again whenever it changes. */
export interface SeatedMessage {
  /** In the district's room, so that it need not be asked for. */
  readonly place?: Place;
  readonly districtId: string;
  readonly districtNumber: number;
  readonly seat: Seat;
  /** The seat is somebody else's: plans are recorded, not carried out; nothing but plans may be filed. */
  readonly mirror?: true;
  /** Where there is a clock, it can wait for this person. */
  readonly moreTime?: true;
  /** For somebody who came late: a bot plays the seat until the news of this round. */
  readonly firstRound?: number;
}

/** Schema state of the class room. */
export interface ClassRoomState {
  readonly phase: ClassPhase;
  readonly code: string;
  readonly joined: number;
  readonly districts: number;
}
/** Schema state of a district room: what everyone may know and changes often. `seats` is by seat. */
export interface DistrictRoomState {
  readonly phase: Phase;
  readonly round: number;
  /** Milliseconds since the epoch on the server's clock; 0 when the phase has no deadline. */
  readonly deadline: number;
  readonly paused: boolean;
  readonly seats: ArrayLike<SeatPresence>;
  /** Nothing can be kept just now: the game waits for its store. */
  readonly storeAway: boolean;
  /** Done, and waiting for other districts of the class. */
  readonly held: boolean;
}
export interface SeatPresence {
  readonly control: Control;
  readonly online: boolean;
  readonly ready: boolean;
}
