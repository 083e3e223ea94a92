/**
 * The class room's side of the wire: what a desk may ask, and what a desk and a projector are told about the class.
 * Students have `class-student.ts`; districts have rooms of their own (`wire.ts`).
 *
 * Who is let in to the class room, by the join options:
 *
 *     { wire, key }                   the instructor
 *     { wire, link: assistantLink }   a co-instructor: the same desk of this one class
 *     { wire, link: projectorLink }   a projector: public facts only; also lets into the class's district rooms
 *     { wire, token }                 a student
 *
 * Desks and projectors are sent a view at once, and then what changes in it (`view-stream.ts`): at most 5 KB a second.
 */
import type { Seat } from '../engine/actors.ts';
import type { Figure } from '../engine/figure-reading.ts';
import type { GoesOn, Phase, PhaseTimes } from '../engine/parts.ts';
import type { SentenceId } from '../engine/sentences.ts';
import type { deskRequestSchema } from './class-schemas.ts';
import type { QuestionId } from './comprehension.ts';
import type { Poll } from './polls.ts';
import type { WireRefusal } from './refusals.ts';
import type { Parsed } from './schemas.ts';
import type { ClassLanguage, Homework } from './setup.ts';
import type { ClassPhase, ClassStage, FinaleStep } from './stages.ts';

// --- What a desk asks -----------------------------------------------------------------------------------------------

/** The same id twice is the same request: it is carried out once, and answered alike. */
export type DeskRequest = Parsed<typeof deskRequestSchema>;
export type DeskRequestAction = DeskRequest['action'];
export type Door = Omit<Extract<DeskRequestAction, { type: 'setDoor' }>, 'type'>;

/** What may name districts. */
export type DistrictRequestAction = Naming<DeskRequestAction>;
type Naming<Action> = Action extends unknown ? ('districts' extends keyof Action ? Action : never) : never;
/** Which districts: one, some, or without either all of them. */
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

/** What came of a request. For districts: each by itself, since one may refuse what the others do. */
export interface DeskDone {
  readonly districts?: readonly ({ readonly district: number; readonly ok: boolean } & Partial<WireRefusal>)[];
  /** `move`: where the person sits now, and who sits in their old place. */
  readonly moved?: { readonly player: string; readonly swappedWith?: string };
  /** `issueReentry`. Shown once: only its hash is kept. */
  readonly reentry?: { readonly code: string; readonly expiresAt: number };
  /** `issueLink`. Shown once: only its hash is kept. */
  readonly link?: string;
}
export type DeskAnswer = { readonly ok: true; readonly done?: DeskDone } | ({ readonly ok: false } & WireRefusal);

export type LinkRole = Extract<DeskRequestAction, { type: 'issueLink' }>['to'];

// --- What a desk is told --------------------------------------------------------------------------------------------

/** Why a district needs attention, the most urgent first. */
export const DESK_ALARMS = [
  /** What happens there cannot be saved; nothing is acknowledged until it can. */
  'store-failing',
  /** People have seats there, and none of them is connected. */
  'nobody-here',
  /** The clock runs out on somebody in this phase for the second time in a row. */
  'about-to-be-replaced',
  /** All but a few are done, and these hold everybody up. */
  'few-hold-up',
  /** Somebody's seat is played by a bot. */
  'bot-for-person',
  /** Somebody is not connected. */
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
  /** Absent while waiting for a place, and for `seat`. */
  readonly place?: Exclude<PlaceKind, 'seat'>;
  /** A bot plays for them just now. */
  readonly bot?: true;
  /** They came late: a bot plays until the news of this round. */
  readonly firstRound?: number;
  readonly muted?: true;
  /** A code for another device was given out for them and is not used yet. */
  readonly reentry?: true;
  /** They get more time where a plan phase runs out on them. */
  readonly relaxed?: true;
  /** What they said to the use of their part for research, where the class asks or they spoke by themselves. */
  readonly research?: 'yes' | 'no' | 'unanswered';
  /** Homework: how far they are. */
  readonly homework?: {
    readonly round: number;
    readonly rounds: number;
    readonly done: boolean;
    readonly late: boolean;
  };
  /** Deadlines missed in a row. */
  readonly missed?: number;
  /** Comprehension questions: how many answered, and how many of these rightly at first. */
  readonly questions?: { readonly answered: number; readonly right: number };
}

/** Where a district is in its game. */
interface ShownDistrict {
  /** Also the id of its room. */
  readonly id: string;
  readonly number: number;
  readonly phase: Phase;
  /** In practice it is 1, too. */
  readonly round: number;
  readonly rounds: number;
  readonly deadline?: number;
  readonly paused: boolean;
  readonly practice?: true;
  /** In a reveal: the hub that was let falter. */
  readonly faltered?: Seat;
  /** As announced, after two rounds of it; on the wall once it may be told. */
  readonly figure?: Figure;
}

export interface DeskDistrict extends ShownDistrict {
  /** As many rounds as it was founded with, where the desk made another the last. */
  readonly planned?: number;
  /** When the present phase began, how long it and what comes after it will take: by the clock at most, else at the pace so far. */
  readonly outlook?: { readonly began?: number; readonly phaseMs: number; readonly restMs: number };
  /** How long its phases are from the next one on; absent where no clock runs. */
  readonly times?: PhaseTimes;
  /** The last reveal: it ends as the end is told, and by nothing else. */
  readonly endWaits?: true;
  /** Everybody sees during the game which figure the district has become. */
  readonly figureTold?: true;
  /** The phase ends when the desk says so. */
  readonly byHand?: true;
  readonly waitingFor: readonly Seat[];
  readonly humans: number;
  readonly bots: number;
  /** As the last round reads. */
  readonly reading?: Figure;
  /** Firms that are certified. */
  readonly listed?: readonly Seat[];
  /** In a reveal: the head of the tree that would falter, while none did. */
  readonly hub?: Seat;
  /** Done, and waiting for the other districts. */
  readonly held?: true;
  readonly frozen?: true;
  /** Seats of people who are not connected. */
  readonly away?: readonly Seat[];
  /** Seats of people for whom a bot plays. */
  readonly substituted?: readonly Seat[];
  /** In the last round. */
  readonly income?: number;
  /** Failures of firms, over all rounds. */
  readonly failures?: number;
  /** From the last reveal on: how many of the people seated there predicted, before the end was told. */
  readonly predictions?: { readonly made: number; readonly asked: number };
  /** There is an advance that `undo` would take back. */
  readonly undoable?: true;
  readonly treatment?: string;
  /** The most urgent first; empty when all is well. */
  readonly alarms?: readonly DeskAlarm[];
}

/** How often a comprehension question was answered, by the first answer of each person. */
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
  /** Absent once it was erased. */
  readonly text?: string;
  /** It is this ready-made one. */
  readonly sentence?: SentenceId;
  /** For `takeDown`. */
  readonly line: number;
  /** It was taken down: seats no longer read it. */
  readonly down?: true;
}

/** What a class was asked on its devices: while it is open how many have answered, then what. */
export interface ShownPoll {
  readonly id: string;
  readonly poll: Poll;
  readonly open: boolean;
  readonly answered: number;
  readonly asked: number;
  /** Once closed: how many gave each answer. Of `naming` as the answers come: the names stand as long as all agree. */
  readonly spread?: readonly { readonly answer: string; readonly count: number }[];
  /** In one's own words: all of them for a desk, those picked for everybody else. No names. */
  readonly words?: readonly { readonly place: number; readonly text: string; readonly picked?: true }[];
}

/** Somebody who waits for the desk; the longest waiting comes first. */
export interface DeskHand {
  /** The person's. */
  readonly id: string;
  readonly at: number;
  readonly text?: string;
}

export interface DeskRosterEntry {
  /** Its place. */
  readonly id: number;
  readonly label: string;
  /** Once somebody came by this entry. */
  readonly player?: string;
}

/** `desk`: everything the desk shows. */
export interface DeskView {
  readonly phase: ClassPhase;
  readonly code: string;
  readonly players: readonly DeskPlayer[];
  /** By number. */
  readonly districts: readonly DeskDistrict[];
  readonly stage?: ClassStage;
  readonly title?: string;
  readonly scenario?: string;
  readonly language?: ClassLanguage;
  readonly seatsPerDistrict?: number;
  readonly dryRun?: true;
  /** What its districts play on from a record with. */
  readonly playsOn?: GoesOn;
  readonly homework?: Homework;
  /** In some district at least, plan phases run out by the clock. */
  readonly timed?: true;
  readonly namesShown?: boolean;
  /** Students may open the debrief of their own district once it is over. */
  readonly debriefOpen?: boolean;
  /** Absent: open to all who have the code. */
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
  /** The last who were taken out of the class, the newest last. */
  readonly removed?: readonly { readonly id: string; readonly name: string }[];
  readonly roster?: readonly DeskRosterEntry[];
  /** Names of the class's treatments. */
  readonly treatments?: readonly string[];
  /** By district number, where they are chosen by hand. */
  readonly assigned?: readonly { readonly district: number; readonly treatment: string }[];
  /** The desk's last actions, the newest last. */
  readonly acts?: readonly DeskAct[];
  /** Districts whose record is damaged, and the line from which on it cannot be used. Nothing is decided there any more. */
  readonly damaged?: readonly { readonly district: number; readonly line: number }[];
}

export interface DeskAct {
  readonly id: string;
  readonly at: number;
  readonly by: 'instructor' | 'assistant';
  readonly type: DeskRequestAction['type'];
  readonly districts?: readonly number[];
  readonly player?: string;
}

// --- What a projector is told ---------------------------------------------------------------------------------------

export interface ProjectorDistrict extends ShownDistrict {
  /** People who decide there, and how many of them are done in this phase. */
  readonly ready: number;
  readonly people: number;
  /** Figure 3 with hardly a line in it. */
  readonly isolated?: true;
  /** From the dealing of seats until the game begins, when the desk wants names shown. */
  readonly names?: readonly SeatedName[];
}

/** `projector`: sent at once; what changes at most once a second. */
export interface ProjectorView {
  readonly stage: ClassStage;
  readonly code: string;
  readonly scenario: string;
  readonly seatsPerDistrict: number;
  readonly title?: string;
  readonly language?: ClassLanguage;
  readonly joined: number;
  readonly online: number;
  /** While the class gathers: seats that nobody has, and names when the desk wants them shown; of many the last. */
  readonly doors?: number;
  readonly names?: readonly string[];
  readonly districts: readonly ProjectorDistrict[];
  readonly reflection?: { readonly question: string; readonly answers: number };
  /** From the last reveal on: how many of those seated have guessed; once all is over, which figure how many. */
  readonly guesses?: {
    readonly made: number;
    readonly asked: number;
    readonly figures?: Readonly<Record<Figure, number>>;
  };
  /** Once the desk tells the end step by step. */
  readonly finale?: FinaleStep;
  /** What the class is asked, or was asked last. */
  readonly poll?: ShownPoll;
  /** The latest message to the whole class. */
  readonly notice?: string;
}

/** A nickname under the sign of the seat it was dealt. */
export interface SeatedName {
  readonly seat: Seat;
  readonly name: string;
}
