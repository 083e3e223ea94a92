/** What happens to a class, as it is kept. Districts have streams of their own; this one says who sits where. */
import type { Actor, Seat } from '../../shared/engine/actors.ts';
import type { Figure } from '../../shared/engine/figure-reading.ts';
import type { Parameters } from '../../shared/engine/parameters.ts';
import type { GoesOn, Settings } from '../../shared/engine/parts.ts';
import type { Plan } from '../../shared/engine/plans.ts';
import type { DeskDone, DeskRequestAction, Door, LinkRole } from '../../shared/protocol/class-room.ts';
import type { Choice, QuestionId } from '../../shared/protocol/comprehension.ts';
import type { Poll } from '../../shared/protocol/polls.ts';
import type {
  Assignment,
  ClassLanguage,
  DealOfRoles,
  Homework,
  Leftovers,
  Pace,
  Sis,
  TreatmentChoices,
} from '../../shared/protocol/setup.ts';
import type { FinaleStep } from '../../shared/protocol/stages.ts';
import type { DeskRole } from '../access/visitor.ts';
import type { ClassKind } from '../storage/port.ts';

export interface Placement {
  readonly player: string;
  readonly district: number;
  readonly seat: Seat;
  /** For somebody who came late: the bot goes on until the news of this round. */
  readonly firstRound?: number;
}

/** All that founds a district, so that it can be founded again from the class's log alone. */
export interface DistrictPlan {
  /** From 1. */
  readonly number: number;
  readonly id: string;
  readonly seed: number;
  /** By name. */
  readonly treatment?: string;
  /** Which of the pasts the class plays on from, by place. */
  readonly past?: number;
}

/** What a class plays on from. */
export interface PlayedOn extends GoesOn {
  /** The class it was played in; absent for one from a file. */
  readonly classId?: string;
  readonly actors: readonly Actor[];
  /** What changes in every district from there on, as it was asked for. */
  readonly choices: TreatmentChoices;
  readonly districts: readonly {
    readonly districtId: string;
    /** With the records until the moment. */
    readonly stream: string;
    /** The last record of the past; what follows is what recorded seats go on with. */
    readonly seq: number;
    readonly settings: Settings;
  }[];
}

/** How a district is played, and with which numbers besides the scenario's. */
export interface Conditions {
  readonly settings: Settings;
  readonly parameters?: Partial<Parameters>;
}

export interface NamedTreatment extends Conditions {
  readonly name: string;
  /** As it was asked for. */
  readonly choices: TreatmentChoices;
}

/** Whoever comes by the link or the code is this person. Both are kept as SHA-256 only. */
export interface RosterEntry {
  readonly label: string;
  /** As the roster had it. */
  readonly sis?: Sis;
  readonly inviteHash: string;
  readonly reentryHash: string;
}

/** A desk's request without what it wrote. */
export type Wordless = WithoutWords<DeskRequestAction>;
type WithoutWords<Action> = Action extends unknown ? Omit<Action, 'text' | 'name' | 'question'> : never;

/** Whoever comes by one of these devices, or by this place in the roster, is this person. */
export interface Expected extends Placement {
  readonly tokenHashes: readonly string[];
  readonly entry?: number;
}

/** What a mirror would have done in the seat. */
export interface MirrorPlan extends Placement {
  readonly round: number;
  readonly plan: Plan;
}

export type ClassEvent =
  | ({
      readonly type: 'ClassOpened';
      readonly classId: string;
      readonly code: string;
      readonly kind: ClassKind;
      readonly scenario: string;
      readonly seatsPerDistrict: number;
      readonly seed: number;
      readonly title?: string;
      readonly language?: ClassLanguage;
      readonly leftovers?: Leftovers;
      readonly roles?: DealOfRoles;
      readonly treatments?: readonly NamedTreatment[];
      readonly assignment?: Assignment;
      /** Absent: as before there was a choice, each district at its own. */
      readonly pace?: Pace;
      readonly roster?: readonly RosterEntry[];
      /** Nobody joins but those of the roster. */
      readonly listOnly?: true;
      /** Names are shown while the class gathers, unless the desk says otherwise. */
      readonly showNames?: true;
      /** Everyone is asked whether their part may be used for research. */
      readonly research?: true;
      readonly playsOn?: PlayedOn;
      readonly homework?: Homework;
      /** Who plays the firms that nobody holds; absent: the usual mix. */
      readonly population?: string;
    } & Conditions)
  | { readonly type: 'LinkIssued'; readonly to: LinkRole; readonly hash: string }
  /** Somebody who held a seat in what is played on: it stays free for them. */
  | ({ readonly type: 'PlayerExpected' } & Expected)
  /** The token is not kept, only its SHA-256. */
  | {
      readonly type: 'PlayerJoined';
      readonly player: string;
      readonly name: string;
      readonly tokenHash: string;
      /** Place in the roster. */
      readonly entry?: number;
    }
  /** Another device of the same person; with `replaces` the only one from now on. */
  | { readonly type: 'TokenAdded'; readonly player: string; readonly tokenHash: string; readonly replaces: boolean }
  | { readonly type: 'PlayerRemoved'; readonly player: string }
  /** Nothing that is the person's alone is kept any more. */
  | { readonly type: 'PersonErased'; readonly player: string }
  | { readonly type: 'PlayerReadmitted'; readonly player: string }
  | { readonly type: 'PlayerRenamed'; readonly player: string; readonly name: string }
  | {
      readonly type: 'ReentryIssued';
      readonly player: string;
      readonly codeHash: string;
      readonly expiresAt: number;
      /** The person's own wish: what opened the class for them before still does. */
      readonly own?: true;
    }
  | { readonly type: 'ReentryUsed'; readonly codeHash: string }
  | { readonly type: 'TreatmentAssigned'; readonly district: number; readonly treatment: string }
  /** A place asked for before seats are dealt. */
  | ({ readonly type: 'PlaceWished' } & Placement)
  | { readonly type: 'ClassSeated' }
  | { readonly type: 'PracticeStarted' }
  | { readonly type: 'ClassStarted' }
  | { readonly type: 'DistrictPlanned'; readonly district: DistrictPlan }
  /** Its record was damaged from `line` on: it goes on from the record before, and those lines are set aside. */
  | { readonly type: 'DistrictReplaced'; readonly district: number; readonly line: number; readonly at: number }
  | ({ readonly type: 'PlayerSeated' } & Placement)
  /** Plans for a seat somebody else holds; nothing of it is carried out. */
  | ({ readonly type: 'PlayerMirrors' } & Placement)
  | { readonly type: 'PlayerObserves'; readonly player: string; readonly district: number }
  | ({ readonly type: 'MirrorPlanned' } & MirrorPlan)
  | {
      readonly type: 'QuestionAnswered';
      readonly player: string;
      readonly question: QuestionId;
      readonly choice: Choice;
    }
  /** What a student believed before the debrief. */
  | {
      readonly type: 'PredictionMade';
      readonly player: string;
      readonly figure: Figure;
      /** By round. */
      readonly income: readonly number[];
    }
  | {
      readonly type: 'ReflectionOpened';
      readonly id: string;
      readonly question: string;
      readonly districts: readonly number[];
      /** Whose clocks it stopped. */
      readonly paused: readonly number[];
    }
  | {
      readonly type: 'ReflectionAnswered';
      readonly reflection: string;
      readonly player: string;
      readonly text: string;
    }
  /** Without `districts` in all that still think about it. */
  | { readonly type: 'ReflectionClosed'; readonly id: string; readonly districts?: readonly number[] }
  | {
      readonly type: 'MessageSent';
      readonly id: string;
      readonly text: string;
      readonly at: number;
      readonly districts?: readonly number[];
      readonly player?: string;
    }
  | { readonly type: 'HandRaised'; readonly player: string; readonly at: number; readonly text?: string }
  /** Taken down by the desk, or by the person. */
  | { readonly type: 'HandAnswered'; readonly player: string; readonly by: 'desk' | 'self' }
  | { readonly type: 'FinaleStepped'; readonly to: FinaleStep }
  | { readonly type: 'PollOpened'; readonly id: string; readonly poll: Poll }
  | { readonly type: 'PollAnswered'; readonly id: string; readonly player: string; readonly answer: string }
  | { readonly type: 'PollClosed'; readonly id: string }
  /** Which sentences everybody sees, by the place in which they came. */
  | { readonly type: 'WordsPicked'; readonly id: string; readonly picked: readonly number[] }
  /** Without `player` everybody. */
  | { readonly type: 'TalkMuted'; readonly player?: string; readonly on: boolean }
  /** The person's own word on the use of their part for research. */
  | { readonly type: 'ConsentSaid'; readonly player: string; readonly research: boolean }
  | { readonly type: 'NamesShown'; readonly on: boolean }
  /** Whether students may open the debrief of their own district once it is over. */
  | { readonly type: 'DebriefOpened'; readonly on: boolean }
  | ({ readonly type: 'DoorSet' } & Door)
  /** Whether plan phases wait for the person once more. */
  | { readonly type: 'TimeRelaxed'; readonly player: string; readonly on: boolean }
  /** What the desk asked for and what came of it; secrets and what it wrote are left out. */
  | {
      readonly type: 'DeskActed';
      readonly id: string;
      readonly at: number;
      readonly by: DeskRole;
      readonly action: Wordless;
      readonly done?: DeskDone;
    }
  | { readonly type: 'ClassEnded' };
