/** What a student asks of the class, and is told in the class room (`class-room.ts`). */
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

/** `observing`: instead of `seated`. Enter the district's room: it sends `publicView`. */
export interface ObservingMessage {
  readonly districtId: string;
  readonly districtNumber: number;
}
/** `person`: how the class knows them. */
export interface PersonMessage {
  readonly name: string;
  /** Raised and not yet answered. */
  readonly hand?: { readonly text?: string };
  /** Their own word on the use of their part for research; `asked` where the class asks everybody. */
  readonly research?: 'yes' | 'no' | 'asked';
  /** The debrief of one's own district may be opened once it is over. */
  readonly debriefOpen?: true;
  /** They play alone, until it is due; against a record, or else against bots. */
  readonly homework?: Homework & { readonly recorded?: true };
}
/** `gathered`: while the class gathers, at most once a second. */
export interface GatheredMessage {
  readonly joined: number;
  /** Seats that nobody has. */
  readonly doors: number;
  /** When the desk wants them shown, in the order of joining; of many the last. */
  readonly names?: readonly string[];
  /** Once seats are dealt: those of one's own district. */
  readonly neighbours?: readonly SeatedName[];
}
/** `notice`: from the desk. After a join the last few that concern the person come again, with the same ids. */
export interface NoticeMessage {
  readonly id: string;
  readonly at: number;
  readonly text: string;
}
/** `reflection`: without `open` it is over. */
export interface ReflectionMessage {
  readonly id: string;
  readonly question: string;
  readonly open: boolean;
  /** What the person has answered so far. */
  readonly answer?: string;
}
/** `polls`: what one is asked now, and what one answered last, once it is closed. */
export interface PollsMessage {
  readonly polls: readonly {
    readonly id: string;
    readonly poll: Poll;
    readonly open: boolean;
    readonly answer?: string;
  }[];
}
/** `finale`: how far the desk has told the end. */
export interface FinaleMessage {
  readonly step: FinaleStep;
  readonly guesses?: ProjectorView['guesses'];
}
/** `questions`: once they have a seat, and after each answer. */
export interface QuestionsMessage {
  readonly kind: ActorKind;
  /** Texts are in `i18n/…/questions.ts`, keys `<id>`, `<id>A`, `<id>B`, `<id>C`, `<id>Why`. */
  readonly questions: readonly QuestionId[];
  readonly answered: readonly AnsweredQuestion[];
}
export interface AnsweredQuestion {
  readonly question: QuestionId;
  /** The first choice counts; `right` is the right one. */
  readonly choice: Choice;
  readonly right: Choice;
}

/** Student → class room, by `room.request('student', …)`. */
export type StudentRequest = Parsed<typeof studentRequestSchema>;
export type StudentAction = StudentRequest['action'];
export type StudentAnswer =
  | { readonly ok: true; readonly answered?: AnsweredQuestion; readonly code?: string }
  | ({ readonly ok: false } & WireRefusal);

/** What a student believed before the debrief, without a name: for the debrief, at `…/export/predictions.json`. */
export interface Prediction {
  /** Pseudonym, as in the export. */
  readonly player: string;
  readonly district: number;
  readonly figure: Figure;
  /** By round. */
  readonly income: readonly number[];
}
