/** Students' requests to the class: answers, predictions, raised hands. Pure. */

import type { ActorKind } from '../../../shared/engine/actors.ts';
import { omitUndefined } from '../../../shared/engine/omit-undefined.ts';
import type { AnsweredQuestion, QuestionsMessage, StudentAction } from '../../../shared/protocol/class-student.ts';
import { isQuestion, QUESTIONS, type QuestionId } from '../../../shared/protocol/comprehension.ts';
import { LIMITS } from '../../../shared/protocol/limits.ts';
import type { WireRefusal } from '../../../shared/protocol/refusals.ts';
import { fingerprint } from '../../access/secrets.ts';
import { withId } from '../../aggregate/with-id.ts';
import { rosterOf } from '../districts/founding.ts';
import { type ClassState, districtOf, placeOf } from '../state/class-state.ts';
import type { ClassEvent } from '../state/events.ts';
import { answeredQuestion } from './comprehension.ts';
import { answerPoll } from './polls.ts';
import { cleanText } from './text.ts';

export interface StudentDecision {
  readonly events: readonly ClassEvent[];
  readonly answered?: AnsweredQuestion;
  /** For the person alone. */
  readonly code?: string;
}

export function decideStudentRequest(
  state: ClassState,
  player: string,
  kind: ActorKind | undefined,
  action: StudentAction,
  at: number,
  newCode: () => string,
): StudentDecision | WireRefusal {
  if (action.type === 'answerPoll') {
    const events = answerPoll(state, player, action.poll, action.answer);
    return 'refused' in events ? events : { events };
  }
  if (action.type === 'consent') return consent(state, player, action.research);
  if (state.phase === 'ended') return { refused: 'class-ended' };
  if (action.type === 'answerReflection') return reflection(state, player, action.reflection, action.text);
  if (action.type === 'predict') return prediction(state, player, action);
  if (action.type === 'raiseHand') return raised(state, player, action.text, at);
  if (action.type === 'takeCode') {
    const { homework } = state.opened;
    if (homework === undefined) return { refused: 'not-understood' };
    const code = newCode();
    const expiresAt = homework.late === 'mark' ? Number.MAX_SAFE_INTEGER : homework.due;
    return { events: [{ type: 'ReentryIssued', player, codeHash: fingerprint(code), expiresAt, own: true }], code };
  }
  if (action.type === 'lowerHand') {
    return { events: state.hands.has(player) ? [{ type: 'HandAnswered', player, by: 'self' }] : [] };
  }
  const { question, choice } = action;
  const asked: readonly QuestionId[] = kind === undefined ? [] : QUESTIONS[kind];
  if (!isQuestion(question) || !asked.includes(question)) return { refused: 'question-unknown' };
  const first = state.answers.get(player)?.get(question);
  const answered = answeredQuestion(question, first ?? choice);
  if (first !== undefined) return { events: [], answered };
  return { events: [{ type: 'QuestionAnswered', player, question, choice }], answered };
}

function consent({ consents }: ClassState, player: string, research: boolean): StudentDecision {
  return { events: consents.get(player) === research ? [] : [{ type: 'ConsentSaid', player, research }] };
}

/** A hand raised again keeps its place in the queue. */
function raised(state: ClassState, player: string, raw: string | undefined, at: number): StudentDecision | WireRefusal {
  const known = state.hands.get(player);
  const text = raw === undefined || raw.trim() === '' ? undefined : cleanText(raw, LIMITS.handLength);
  if (text !== undefined && typeof text !== 'string') return text;
  if (known !== undefined && known.text === text) return { events: [] };
  return { events: [{ type: 'HandRaised', player, at: known?.at ?? at, ...omitUndefined({ text }) }] };
}

/** The first prediction counts, since a later one may know more. The curve may follow the figure. */
function prediction(
  state: ClassState,
  player: string,
  { figure, income }: Extract<StudentAction, { type: 'predict' }>,
): StudentDecision | WireRefusal {
  if (districtOf(state, player) === undefined) return { refused: 'not-seated' };
  const known = state.predictions.get(player);
  // The wall has shown the others' predictions.
  if (known === undefined && state.finale !== undefined && state.finale !== 'count') return { refused: 'poll-closed' };
  if (known !== undefined && (known.income.length > 0 || income.length === 0)) return { events: [] };
  return { events: [{ type: 'PredictionMade', player, figure: known?.figure ?? figure, income }] };
}

function reflection(state: ClassState, player: string, id: string, raw: string): StudentDecision | WireRefusal {
  const asked = withId(state.reflections, id);
  const district = districtOf(state, player);
  if (asked === undefined || district === undefined || !asked.openIn.includes(district)) {
    return { refused: 'reflection-closed' };
  }
  const text = cleanText(raw);
  if (typeof text !== 'string') return text;
  if (asked.answers.get(player) === text) return { events: [] };
  return { events: [{ type: 'ReflectionAnswered', reflection: id, player, text }] };
}

/** The kind of seat a person holds or mirrors. */
export function kindOf(state: ClassState, player: string): ActorKind | undefined {
  const place = placeOf(state, player);
  return place && rosterOf(state.opened)[place.seat]?.kind;
}

export function questionsMessage(state: ClassState, player: string, kind: ActorKind): QuestionsMessage {
  const questions: readonly QuestionId[] = QUESTIONS[kind];
  const given = state.answers.get(player);
  const answered = questions.flatMap((question): readonly AnsweredQuestion[] => {
    const choice = given?.get(question);
    return choice === undefined ? [] : [answeredQuestion(question, choice)];
  });
  return { kind, questions, answered };
}
