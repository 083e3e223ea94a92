/**
 * The class room's protocol: what a desk may ask, and what desk and projector are told. Students have
 * `class-student.ts`; districts have rooms of their own (`wire.ts`).
 *
 * The join options decide who enters the class room:
 *
 *     { wire, key }                   the instructor
 *     { wire, link: assistantLink }   a co-instructor: the same desk of this one class
 *     { wire, link: projectorLink }   a projector: public facts only; also lets into the class's district rooms
 *     { wire, token }                 a student
 *
 * Desks and projectors receive a whole view, then patches (`view-stream.ts`), at most 5 KB a second.
 */
import type { Seat } from '../engine/actors.ts';
import type { Figure } from '../engine/figure-reading.ts';
import type { GoesOn, Phase, PhaseTimes } from '../engine/parts.ts';
import type { SentenceId } from '../engine/ready-sentences.ts';
import type { deskRequestSchema } from './class-schemas.ts';
import type { QuestionId } from './comprehension.ts';
import type { Poll } from './polls.ts';
import type { WireRefusal } from './refusals.ts';
import type { Parsed } from './schemas.ts';
import type { ClassLanguage, Homework } from './setup.ts';
import type { ClassPhase, ClassStage, FinaleStep } from './stages.ts';

// --- What a desk asks -----------------------------------------------------------------------------------------------

/** Idempotent: a request with the same id is carried out once and answered alike. */
export type DeskRequest = Parsed<typeof deskRequestSchema>;
export type DeskRequestAction = DeskRequest['action'];
export type Door = Omit<Extract<DeskRequestAction, { type: 'setDoor' }>, 'type'>;

/** Actions that may name districts. */
export type DistrictRequestAction = Naming<DeskRequestAction>;
type Naming<Action> = Action extends unknown ? ('districts' extends keyof Action ? Action : never) : never;
/** Target districts: one, some, or (without either) all. */
export type Where = Pick<DistrictRequestAction, 'district' | 'districts'>;

const OF_DISTRICTS: Readonly<Record<DistrictRequestAction['type'], true>> = {
  advance: true,
  closeRound: true,
  pause: true,
  resume: true,
  extend: true,
  endBy: true,
  lastRound: true,
  undo: true,
  falter: true,
  freeze: true,
  thaw: true,
  message: true,
};

export function mayNameDistricts(action: DeskRequestAction): action is DistrictRequestAction {
  return action.type in OF_DISTRICTS;
}

/** The result of a request. For districts one entry each, since one may refuse what others do. */
export interface DeskDone {
  readonly districts?: readonly ({ readonly district: number; readonly ok: boolean } & Partial<WireRefusal>)[];
  /** After `move`: who moved, and who sits in their old place. */
  readonly moved?: { readonly player: string; readonly swappedWith?: string };
  /** After `issueReentry`. The code is shown once, since only its hash is stored. */
  readonly reentry?: { readonly code: string; readonly expiresAt: number };
  /** After `issueLink`. The link is shown once, since only its hash is stored. */
  readonly link?: string;
}
export type DeskAnswer = { readonly ok: true; readonly done?: DeskDone } | ({ readonly ok: false } & WireRefusal);

export type LinkRole = Extract<DeskRequestAction, { type: 'issueLink' }>['to'];

// --- What a desk is told --------------------------------------------------------------------------------------------

/** Why a district needs attention, the most urgent first. */
export const DESK_ALARMS = [
  /** The district cannot be saved: it acknowledges nothing until the store works again. */
  'store-failing',
  /** People have seats, but none of them is connected. */
  'nobody-here',
  /** Somebody is about to miss a second deadline in a row. */
  'about-to-be-replaced',
  /** A few people hold up all others, who are done. */
  'few-hold-up',
  /** A bot plays a person's seat. */
  'bot-for-person',
  /** Somebody is disconnected. */
  'somebody-away',
  /** A firm failed in the last round. */
  'firm-failed',
] as const;
export type DeskAlarm = (typeof DESK_ALARMS)[number];

export const PLACES = ['seat', 'mirror', 'observer'] as const;
/** `mirror`: plans for a seat that somebody else holds; `observer`: watches a district. */
export type PlaceKind = (typeof PLACES)[number];

export interface DeskPlayer {
  readonly id: string;
  readonly name: string;
  readonly online: boolean;
  readonly districtNumber?: number;
  /** Absent for observers. */
  readonly seat?: Seat;
  /** Absent while waiting for a place, and for a `seat`. */
  readonly place?: Exclude<PlaceKind, 'seat'>;
  /** A bot plays for them at present. */
  readonly bot?: true;
  /** The round from which a latecomer plays; a bot plays until its news. */
  readonly firstRound?: number;
  readonly muted?: true;
  /** An unused code for another device has been issued for them. */
  readonly reentry?: true;
  /** They get more time in each plan phase. */
  readonly relaxed?: true;
  /** Their answer on research use, if the class asks or they gave one unasked. */
  readonly research?: 'yes' | 'no' | 'unanswered';
  /** Homework: the person's progress. */
  readonly homework?: {
    readonly round: number;
    readonly rounds: number;
    readonly done: boolean;
    readonly late: boolean;
  };
  /** Number of deadlines missed in a row. */
  readonly missed?: number;
  /** Comprehension questions: how many were answered, and how many right at the first try. */
  readonly questions?: { readonly answered: number; readonly right: number };
}

/** Progress of a district. */
interface ShownDistrict {
  /** Id of the district and of its room. */
  readonly id: string;
  readonly number: number;
  readonly phase: Phase;
  /** The practice round is also 1. */
  readonly round: number;
  readonly rounds: number;
  readonly deadline?: number;
  readonly paused: boolean;
  readonly practice?: true;
  /** In a reveal: the head of the tree that was made to falter. */
  readonly faltered?: Seat;
  /** The announced figure, which needs two rounds in a row; on the wall only while it is public. */
  readonly figure?: Figure;
}

export interface DeskDistrict extends ShownDistrict {
  /** Number of rounds at founding, if the desk has made another round the last. */
  readonly planned?: number;
  /**
   * Estimated times, in milliseconds: `began`, when the phase began; the rest of the phase and of the game after it.
   * Bounded by the clock, else estimated from the pace so far.
   */
  readonly outlook?: { readonly began?: number; readonly phaseMs: number; readonly restMs: number };
  /** Length of the phases to come; absent without a clock. */
  readonly times?: PhaseTimes;
  /** The last reveal, which only the finale can end. */
  readonly endWaits?: true;
  /** The students see the figure: during the game by the set-up, or because they have seen their own end. */
  readonly figureTold?: true;
  /** Only the desk ends this phase. */
  readonly byHand?: true;
  readonly waitingFor: readonly Seat[];
  readonly humans: number;
  readonly bots: number;
  /** The last round's reading, before it is announced. */
  readonly reading?: Figure;
  /** Certified firms. */
  readonly listed?: readonly Seat[];
  /** In a reveal: the head of the tree that would falter, until one does. */
  readonly hub?: Seat;
  /** The district is done and waits for the others. */
  readonly held?: true;
  readonly frozen?: true;
  /** Seats whose person is disconnected. */
  readonly away?: readonly Seat[];
  /** Seats of people replaced by a bot. */
  readonly substituted?: readonly Seat[];
  /** Income in the last round, in cash. */
  readonly income?: number;
  /** Number of firm failures over all rounds. */
  readonly failures?: number;
  /** From the last reveal on: how many of its people predicted the figure, of how many asked. */
  readonly predictions?: { readonly made: number; readonly asked: number };
  /** `undo` has a change of phase to take back. */
  readonly undoable?: true;
  readonly treatment?: string;
  /** Most urgent first; empty if all is well. */
  readonly alarms?: readonly DeskAlarm[];
}

/** Answers to a comprehension question, counting each person's first. */
export interface DeskQuestion {
  readonly question: QuestionId;
  readonly answered: number;
  readonly missed: number;
}

export interface DeskReflection {
  readonly id: string;
  readonly question: string;
  readonly open: boolean;
  readonly districts: readonly number[];
}

export interface ReflectionAnswer {
  readonly id: string;
  readonly reflection: string;
  readonly player: string;
  readonly text: string;
}

/** Something said in a district, to all there or to one seat. */
export interface DeskLine {
  readonly id: string;
  readonly district: number;
  readonly round: number;
  readonly from: Seat;
  readonly to?: Seat;
  /** Absent once erased. */
  readonly text?: string;
  /** Id of the ready-made sentence. */
  readonly sentence?: SentenceId;
  /** Line number, for `takeDown`. */
  readonly line: number;
  /** The line was taken down: seats no longer read it. */
  readonly down?: true;
}

/** A poll of the class: while open, how many have answered; then the result. */
export interface ShownPoll {
  readonly id: string;
  readonly poll: Poll;
  readonly open: boolean;
  readonly answered: number;
  readonly asked: number;
  /** Count of each answer once closed. For `naming` it is live, since names show only while all agree. */
  readonly spread?: readonly { readonly answer: string; readonly count: number }[];
  /** Free-text answers without names: all of them for a desk, the picked ones for everybody else. */
  readonly words?: readonly { readonly place: number; readonly text: string; readonly picked?: true }[];
}

/** A raised hand; the longest waiting goes first. */
export interface DeskHand {
  /** Id of the person. */
  readonly id: string;
  readonly at: number;
  readonly text?: string;
}

export interface DeskRosterEntry {
  /** Index of the entry. */
  readonly id: number;
  readonly label: string;
  /** The person who joined by this entry; absent until then. */
  readonly player?: string;
}

/** `desk`: all that the desk shows. */
export interface DeskView {
  readonly phase: ClassPhase;
  readonly code: string;
  readonly players: readonly DeskPlayer[];
  /** Sorted by number. */
  readonly districts: readonly DeskDistrict[];
  readonly stage?: ClassStage;
  readonly title?: string;
  readonly scenario?: string;
  readonly language?: ClassLanguage;
  readonly seatsPerDistrict?: number;
  readonly dryRun?: true;
  /** The phase at which its districts leave the record they play on from. */
  readonly playsOn?: GoesOn;
  readonly homework?: Homework;
  /** At least one district has a clock in plan phases. */
  readonly timed?: true;
  readonly namesShown?: boolean;
  /** Students may open the debrief of their own district once it is over. */
  readonly debriefOpen?: boolean;
  /** Who may still join; absent: all who have the code. */
  readonly door?: Door;
  readonly questions?: readonly DeskQuestion[];
  readonly reflections?: readonly DeskReflection[];
  readonly answers?: readonly ReflectionAnswer[];
  readonly hands?: readonly DeskHand[];
  readonly finale?: FinaleStep;
  readonly polls?: readonly ShownPoll[];
  /** The last lines of each district's talk. */
  readonly said?: readonly DeskLine[];
  readonly allMuted?: true;
  /** The people removed last, newest last. */
  readonly removed?: readonly { readonly id: string; readonly name: string }[];
  readonly roster?: readonly DeskRosterEntry[];
  /** Names of the treatments. */
  readonly treatments?: readonly string[];
  /** Treatments by district number, if chosen by hand. */
  readonly assigned?: readonly { readonly district: number; readonly treatment: string }[];
  /** The desk's last actions, newest last. */
  readonly acts?: readonly DeskAct[];
  /** Districts with a damaged record, and its first unusable line. They accept no command. */
  readonly damaged?: readonly { readonly district: number; readonly line: number }[];
}

/** `assistant`: by the assistants' link. */
export type DeskRole = 'instructor' | 'assistant';

export interface DeskAct {
  readonly id: string;
  readonly at: number;
  readonly by: DeskRole;
  readonly type: DeskRequestAction['type'];
  readonly districts?: readonly number[];
  readonly player?: string;
}

// --- What a projector is told ---------------------------------------------------------------------------------------

export interface ProjectorDistrict extends ShownDistrict {
  /** People with a seat there, and how many of them are done in this phase. */
  readonly ready: number;
  readonly people: number;
  /** Figure 3 with hardly any line. */
  readonly isolated?: true;
  /** The game is over, and the students have seen their own end. */
  readonly heard?: true;
  /** From the dealing of seats until the game begins, if the desk shows names. */
  readonly names?: readonly SeatedName[];
}

/** `projector`: the whole view at once, then changes at most once a second. */
export interface ProjectorView {
  readonly stage: ClassStage;
  readonly code: string;
  readonly scenario: string;
  readonly seatsPerDistrict: number;
  readonly title?: string;
  readonly language?: ClassLanguage;
  readonly joined: number;
  readonly online: number;
  /** While the class gathers: number of free seats, and names if the desk shows them; of many only the last. */
  readonly doors?: number;
  readonly names?: readonly string[];
  readonly districts: readonly ProjectorDistrict[];
  readonly reflection?: { readonly question: string; readonly answers: number };
  /** From the last reveal on: how many of the seated people predicted. After the end: how many chose each figure. */
  readonly guesses?: {
    readonly made: number;
    readonly asked: number;
    readonly figures?: Readonly<Record<Figure, number>>;
  };
  /** The step of the finale, once it has begun. */
  readonly finale?: FinaleStep;
  /** The present poll, or the last one. */
  readonly poll?: ShownPoll;
  /** The latest message to the whole class. */
  readonly notice?: string;
}

/** A nickname beside the seat it was dealt. */
export interface SeatedName {
  readonly seat: Seat;
  readonly name: string;
}
