/** What a student asks and is told in the class room (`class-room.ts`). */
import type { ActorKind } from '../engine/actors.ts';
import type { Figure } from '../engine/figure-reading.ts';
import type { ProjectorView, SeatedName } from './class-room.ts';
import type { studentRequestSchema } from './class-schemas.ts';
import type { Choice, QuestionId } from './comprehension.ts';
import type { Poll } from './polls.ts';
import type { WireRefusal } from './refusals.ts';
import type { Parsed } from './schemas.ts';
import type { Homework } from './setup.ts';
import type { FinaleStep } from './stages.ts';

/** `observing`: replaces `seated` for observers. Join the district's room, which sends `publicView`. */
export interface ObservingMessage {
  readonly districtId: string;
  readonly districtNumber: number;
}
/** `person`: what the class knows about this student. */
export interface PersonMessage {
  readonly name: string;
  /** Raised and unanswered. */
  readonly hand?: { readonly text?: string };
  /** Their answer on research use; `asked`: no answer yet, and the class asks. */
  readonly research?: 'yes' | 'no' | 'asked';
  /** They may open their own district's debrief once it is over. */
  readonly debriefOpen?: true;
  /** Homework: they play alone until it is due, against a record (`recorded`) or against bots. */
  readonly homework?: Homework & { readonly recorded?: true };
}
/** `gathered`: while the class gathers, at most once a second. */
export interface GatheredMessage {
  readonly joined: number;
  /** Number of free seats. */
  readonly doors: number;
  /** If the desk shows names: in order of joining; of many only the last. */
  readonly names?: readonly string[];
  /** Once seats are dealt: the names in one's own district. */
  readonly neighbours?: readonly SeatedName[];
}
/** `notice`: a message from the desk. After a join the last few are sent again under the same ids. */
export interface NoticeMessage {
  readonly id: string;
  readonly at: number;
  readonly text: string;
}
/** `reflection`: the question of a freeze; without `open` it is over. */
export interface ReflectionMessage {
  readonly id: string;
  readonly question: string;
  readonly open: boolean;
  /** The person's answer so far. */
  readonly answer?: string;
}
/** `polls`: the present poll, and the person's last answer once it is closed. */
export interface PollsMessage {
  readonly polls: readonly {
    readonly id: string;
    readonly poll: Poll;
    readonly open: boolean;
    readonly answer?: string;
  }[];
}
/** `finale`: the step that the desk has reached. */
export interface FinaleMessage {
  readonly step: FinaleStep;
  readonly guesses?: ProjectorView['guesses'];
  /** This person's district has heard its own end. */
  readonly heard?: true;
}
/** `questions`: sent when the student gets a seat, and after each answer. */
export interface QuestionsMessage {
  readonly kind: ActorKind;
  /** Texts are in `i18n/…/questions.ts`, keys `<id>`, `<id>A`, `<id>B`, `<id>C`, `<id>Why`. */
  readonly questions: readonly QuestionId[];
  readonly answered: readonly AnsweredQuestion[];
}
export interface AnsweredQuestion {
  readonly question: QuestionId;
  /** The first choice counts; `right` is the correct one. */
  readonly choice: Choice;
  readonly right: Choice;
}

/** Student → class room, through `room.request('student', …)`. */
export type StudentRequest = Parsed<typeof studentRequestSchema>;
export type StudentAction = StudentRequest['action'];
export type StudentAnswer =
  | { readonly ok: true; readonly answered?: AnsweredQuestion; readonly code?: string }
  | ({ readonly ok: false } & WireRefusal);

/** A student's prediction before the debrief, without a name; exported as `…/export/predictions.json`. */
export interface Prediction {
  /** Pseudonym, as in the export. */
  readonly player: string;
  readonly district: number;
  readonly figure: Figure;
  /** By round. */
  readonly income: readonly number[];
}
