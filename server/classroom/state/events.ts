/** Events of a class as stored. Districts have streams of their own; this one records who sits where. */
import type { Actor, Seat } from '../../../shared/engine/actors.ts';
import type { Figure } from '../../../shared/engine/figure-reading.ts';
import type { Parameters } from '../../../shared/engine/parameters.ts';
import type { GoesOn, Settings } from '../../../shared/engine/parts.ts';
import type { Plan } from '../../../shared/engine/plans.ts';
import type { DeskDone, DeskRequestAction, DeskRole, Door, LinkRole } from '../../../shared/protocol/class-room.ts';
import type { Choice, QuestionId } from '../../../shared/protocol/comprehension.ts';
import type { Poll } from '../../../shared/protocol/polls.ts';
import type {
  Assignment,
  ClassLanguage,
  DealOfRoles,
  Ends,
  Homework,
  Leftovers,
  Pace,
  Sis,
  TreatmentChoices,
} from '../../../shared/protocol/setup.ts';
import type { FinaleStep } from '../../../shared/protocol/stages.ts';
import type { ClassKind } from '../../storage/port.ts';

export interface Placement {
  readonly player: string;
  readonly district: number;
  readonly seat: Seat;
  /** For latecomers: a bot plays until the news of this round. */
  readonly firstRound?: number;
}

/** Everything needed to found a district again from the class's log. */
export interface DistrictPlan {
  /** Number of the district, from 1. */
  readonly number: number;
  readonly id: string;
  readonly seed: number;
  /** Name of its treatment. */
  readonly treatment?: string;
  /** Index of the past that the district plays on from. */
  readonly past?: number;
}

/** The past that a class plays on from. */
export interface PlayedOn extends GoesOn {
  /** The class of the past; absent for a file. */
  readonly classId?: string;
  readonly actors: readonly Actor[];
  /** Changes in every district from there on, as requested. */
  readonly choices: TreatmentChoices;
  readonly districts: readonly {
    readonly districtId: string;
    /** Stream with the records up to the moment. */
    readonly stream: string;
    /** Last record of the past; recorded seats play on from the records after it. */
    readonly seq: number;
    readonly settings: Settings;
  }[];
}

/** Settings of a district, and parameters that differ from the scenario's. */
export interface Conditions {
  readonly settings: Settings;
  readonly parameters?: Partial<Parameters>;
}

export interface NamedTreatment extends Conditions {
  readonly name: string;
  /** As requested. */
  readonly choices: TreatmentChoices;
}

/** Whoever comes by link or code is this person. Both are stored as SHA-256 only. */
export interface RosterEntry {
  readonly label: string;
  /** As in the roster. */
  readonly sis?: Sis;
  readonly inviteHash: string;
  readonly reentryHash: string;
}

/** A desk's request without its texts. */
export type Wordless = WithoutWords<DeskRequestAction>;
type WithoutWords<Action> = Action extends unknown ? Omit<Action, 'text' | 'name' | 'question'> : never;

/** Whoever comes by one of these devices, or by this roster entry, is this person. */
export interface Expected extends Placement {
  readonly tokenHashes: readonly string[];
  readonly entry?: number;
}

/** A mirror's plan for its seat. */
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
      /** Absent in older classes: each district at its own pace. */
      readonly pace?: Pace;
      readonly ends?: Ends;
      readonly roster?: readonly RosterEntry[];
      /** Only people of the roster may join. */
      readonly listOnly?: true;
      /** Names are shown while the class gathers, unless the desk changes it. */
      readonly showNames?: true;
      /** Everyone is asked about research use. */
      readonly research?: true;
      readonly playsOn?: PlayedOn;
      readonly homework?: Homework;
      /** Policy of firms without a person; absent: the mixed street. */
      readonly population?: string;
    } & Conditions)
  | { readonly type: 'LinkIssued'; readonly to: LinkRole; readonly hash: string }
  /** A holder of a seat in the past; the seat is reserved for them. */
  | ({ readonly type: 'PlayerExpected' } & Expected)
  /** Only the token's SHA-256 is stored. */
  | {
      readonly type: 'PlayerJoined';
      readonly player: string;
      readonly name: string;
      readonly tokenHash: string;
      /** Index in the roster. */
      readonly entry?: number;
    }
  /** Another device of the same person; with `replaces` it is the only one from now on. */
  | { readonly type: 'TokenAdded'; readonly player: string; readonly tokenHash: string; readonly replaces: boolean }
  | { readonly type: 'PlayerRemoved'; readonly player: string }
  /** The person's own data were erased. */
  | { readonly type: 'PersonErased'; readonly player: string }
  | { readonly type: 'PlayerReadmitted'; readonly player: string }
  | { readonly type: 'PlayerRenamed'; readonly player: string; readonly name: string }
  | {
      readonly type: 'ReentryIssued';
      readonly player: string;
      readonly codeHash: string;
      readonly expiresAt: number;
      /** Issued at the person's own request: their earlier secrets stay valid. */
      readonly own?: true;
    }
  | { readonly type: 'ReentryUsed'; readonly codeHash: string }
  | { readonly type: 'TreatmentAssigned'; readonly district: number; readonly treatment: string }
  /** A seat asked for before seats are dealt. */
  | ({ readonly type: 'PlaceWished' } & Placement)
  | { readonly type: 'ClassSeated' }
  | { readonly type: 'PracticeStarted' }
  | { readonly type: 'ClassStarted' }
  | { readonly type: 'DistrictPlanned'; readonly district: DistrictPlan }
  /**
   * The record was damaged from `line` on. The district goes on from the record before, and the damaged lines are set
   * aside.
   */
  | { readonly type: 'DistrictReplaced'; readonly district: number; readonly line: number; readonly at: number }
  | ({ readonly type: 'PlayerSeated' } & Placement)
  /** Mirrors a seat that somebody else holds; the plans are never carried out. */
  | ({ readonly type: 'PlayerMirrors' } & Placement)
  | { readonly type: 'PlayerObserves'; readonly player: string; readonly district: number }
  | ({ readonly type: 'MirrorPlanned' } & MirrorPlan)
  | {
      readonly type: 'QuestionAnswered';
      readonly player: string;
      readonly question: QuestionId;
      readonly choice: Choice;
    }
  /** A student's prediction before the debrief. */
  | {
      readonly type: 'PredictionMade';
      readonly player: string;
      readonly figure: Figure;
      /** Income by round. */
      readonly income: readonly number[];
    }
  | {
      readonly type: 'ReflectionOpened';
      readonly id: string;
      readonly question: string;
      readonly districts: readonly number[];
      /** Districts whose clocks were paused by it. */
      readonly paused: readonly number[];
    }
  | {
      readonly type: 'ReflectionAnswered';
      readonly reflection: string;
      readonly player: string;
      readonly text: string;
    }
  /** Without `districts`: in all that are still reflecting. */
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
  /** Taken down by the desk or by the person. */
  | { readonly type: 'HandAnswered'; readonly player: string; readonly by: 'desk' | 'self' }
  | { readonly type: 'FinaleStepped'; readonly to: FinaleStep }
  | { readonly type: 'PollOpened'; readonly id: string; readonly poll: Poll }
  | { readonly type: 'PollAnswered'; readonly id: string; readonly player: string; readonly answer: string }
  | { readonly type: 'PollClosed'; readonly id: string }
  /** Indices of the sentences that everybody sees. */
  | { readonly type: 'WordsPicked'; readonly id: string; readonly picked: readonly number[] }
  /** Without `player`: everybody. */
  | { readonly type: 'TalkMuted'; readonly player?: string; readonly on: boolean }
  /** The person's answer on research use. */
  | { readonly type: 'ConsentSaid'; readonly player: string; readonly research: boolean }
  | { readonly type: 'NamesShown'; readonly on: boolean }
  /** Whether students may open their own district's debrief once it is over. */
  | { readonly type: 'DebriefOpened'; readonly on: boolean }
  | ({ readonly type: 'DoorSet' } & Door)
  /** Whether the person gets more time in plan phases. */
  | { readonly type: 'TimeRelaxed'; readonly player: string; readonly on: boolean }
  /** A desk's request and its result, without secrets and texts. */
  | {
      readonly type: 'DeskActed';
      readonly id: string;
      readonly at: number;
      readonly by: DeskRole;
      readonly action: Wordless;
      readonly done?: DeskDone;
    }
  | { readonly type: 'ClassEnded' };
