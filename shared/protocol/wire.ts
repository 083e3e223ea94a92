/**
 * What crosses the network, both ways. `WIRE_VERSION` changes whenever an old client could misread a new server.
 *
 * The rooms' schema state carries public facts that change often (clock, who is ready); a seat's whole private view
 * comes as one message at each phase; talk and offers come as small messages between.
 */
import type { Control, Seat, Words } from '../engine/actors.ts';
import type { SeatAction } from '../engine/commands.ts';
import type { Offer, Phase, TalkLine } from '../engine/parts.ts';
import type { Plan } from '../engine/plans.ts';
import { REFUSAL_CODES, type Refusal } from '../engine/refusals.ts';
import type { PublicView, SeatView } from '../engine/view.ts';
import type { ClassLinks } from './class-http.ts';
import type { ClassStage } from './desk.ts';
import type { Patch } from './patch.ts';
import type { ClassLanguage } from './setup.ts';

export type {
  DeskAnswer,
  DeskDistrict,
  DeskMessage,
  DeskPlayer,
  DeskRequest,
  DeskRequestAction,
} from './desk.ts';
export type { OpenClassRequest } from './setup.ts';

export const WIRE_VERSION = 2;

export const CLASS_ROOM = 'class';
export const DISTRICT_ROOM = 'district';

/** Limits every message meets before it is read further. */
export const LIMITS = {
  nameLength: 24,
  talkLength: 280,
  /** Of a message from the desk, a reflection question, and an answer to it. */
  noticeLength: 1_000,
  messageBytes: 16_384,
  /** Sustained messages a second from one connection, and the burst above it. */
  messagesPerSecond: 20,
  messageBurst: 60,
} as const;

/** Refusals of the wire and the classroom, beside those of the rules. Closed, like those. */
export const WIRE_REFUSAL_CODES = [
  'not-understood',
  'too-large',
  'too-fast',
  'wire-version',
  'class-unknown',
  'class-ended',
  'class-full',
  'class-not-started',
  'name-blank',
  'name-too-long',
  'token-malformed',
  'token-unknown',
  'not-seated',
  'key-wrong',
  'store-unavailable',
  'no-such-role',
  'no-such-scenario',
  'settings-out-of-range',
  'no-such-parameter',
  'treatments-two',
  'no-such-treatment',
  'link-wrong',
  'instructor-only',
  'no-such-district',
  'no-such-player',
  'player-removed',
  'reentry-wrong',
  'invite-wrong',
  'not-frozen',
  'text-blank',
  'text-too-long',
  'already-seated',
  'mirror-plans-only',
  'question-unknown',
  'reflection-closed',
  'too-many-dry-runs',
  'setup-not-one',
  'setup-version',
] as const;
export const ALL_REFUSAL_CODES = [...REFUSAL_CODES, ...WIRE_REFUSAL_CODES] as const;
export type AnyRefusalCode = (typeof ALL_REFUSAL_CODES)[number];

export interface WireRefusal {
  readonly refused: AnyRefusalCode;
  readonly about?: Refusal['about'];
}

// --- Joining a room -------------------------------------------------------------------------------------------

/** `token`: the student's own secret, made in their browser. `key`: the instructor's. `link`: of one class (`desk.ts`). */
export interface JoinOptions {
  readonly wire: number;
  readonly token?: string;
  readonly key?: string;
  readonly link?: string;
  /** For a desk: `deskPatch` messages after the first `desk`. */
  readonly patches?: boolean;
}

// --- District room: client → server, by `room.request('act', …)` -----------------------------------------------

export interface ActRequest {
  /** Made by the client, unique per action: an action may arrive twice and counts once. */
  readonly id: string;
  /** The round the sender saw: an action meant for an earlier round is refused as too late. */
  readonly round: number;
  readonly action: SeatAction;
}
/** `seq` is the durable record that holds the action. */
export type ActAnswer = { readonly ok: true; readonly seq: number } | ({ readonly ok: false } & WireRefusal);

// --- District room: server → client ----------------------------------------------------------------------------

export interface ViewMessage {
  /** The server's clock, for countdowns. Milliseconds since the epoch. */
  readonly now: number;
  readonly view: SeatView;
}
/** The same, as what changed since the view this connection was last sent: most of a view stays as it was. */
export interface ViewPatchMessage {
  readonly now: number;
  /** Absent when nothing changed. */
  readonly patch?: Patch;
}
/** To an instructor or projector, who hold no seat. */
export interface PublicViewMessage {
  readonly now: number;
  readonly view: PublicView;
}
export interface TalkMessage {
  readonly line: TalkLine;
}
/** All offers the seat may see, after any change. */
export interface OffersMessage {
  readonly offers: readonly Offer[];
}
/** To every tab of a seat: the plan that stands for it, just filed. */
export interface FiledMessage {
  readonly plan: Plan;
}
export interface DistrictMessages {
  readonly view: ViewMessage;
  readonly viewPatch: ViewPatchMessage;
  readonly filed: FiledMessage;
  readonly publicView: PublicViewMessage;
  readonly talk: TalkMessage;
  readonly offers: OffersMessage;
}

// --- Class room -------------------------------------------------------------------------------------------------

export const CLASS_PHASES = ['gathering', 'playing', 'ended'] as const;
export type ClassPhase = (typeof CLASS_PHASES)[number];

/** To a student: where they sit. Sent at once when known, and again whenever it changes. */
export interface SeatedMessage {
  readonly districtId: string;
  readonly districtNumber: number;
  readonly seat: Seat;
  /** The seat is somebody else's: plans are recorded, not carried out; nothing but plans may be filed. */
  readonly mirror?: true;
  /** Where there is a clock, it can wait for this person. */
  readonly moreTime?: true;
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
}
export interface SeatPresence {
  readonly control: Control;
  readonly online: boolean;
  readonly ready: boolean;
}

// --- HTTP -------------------------------------------------------------------------------------------------------

/** The answer to POST /api/classes, which takes an `OpenClassRequest` (`setup.ts`). */
export interface OpenClassAnswer extends ClassLinks {
  readonly classId: string;
  readonly code: string;
}
/** GET /api/classes/:code. */
export interface ClassInfo {
  readonly classId: string;
  readonly code: string;
  readonly phase: ClassPhase;
  readonly scenario: string;
  readonly joined: number;
  readonly title?: string;
  readonly stage?: ClassStage;
  readonly language?: ClassLanguage;
  readonly seatsPerDistrict?: number;
}
/** DELETE /api/classes/:id: what is gone for good. */
export interface DeleteClassAnswer {
  readonly classId: string;
  readonly removed: {
    /** People, with their names. */
    readonly players: number;
    readonly districts: number;
    /** Stored lines: the class's own and its districts'. */
    readonly records: number;
  };
}
/** POST /api/classes/:code/players. Safe to repeat: the same token is the same player. */
export interface JoinClassRequest {
  readonly name: string;
  /** 32 random bytes, base64url, made and kept by the client. */
  readonly token: string;
  /** Of a roster's link: the label is the name then. The same link on another device takes the seat over. */
  readonly invite?: string;
}
export interface JoinClassAnswer {
  /** As the class knows them: the label of a roster's link, the name behind a re-entry code. */
  readonly name?: string;
  readonly playerId: string;
  readonly classId: string;
  readonly code: string;
}
/** POST /api/practice: a district of one's own, bots in the other seats, no clock. */
export interface PracticeRequest {
  readonly token: string;
  readonly name: string;
  /** Seat in the scenario's roster. */
  readonly seat: Seat;
  readonly scenario?: string;
}
/** The class of one is open and its district plays: join the district room at once, no need to wait for `seated`. */
export interface PracticeAnswer extends JoinClassAnswer, SeatedMessage {}
/** RFC 9457, `application/problem+json`. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: AnyRefusalCode | 'not-found' | 'unexpected';
  readonly detail?: string;
}
export type { Words };
