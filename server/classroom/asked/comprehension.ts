/** The right choices, kept on the server so that no page has them before a question is answered. */
import type { AnsweredQuestion } from '../../../shared/protocol/class-student.ts';
import type { Choice, QuestionId } from '../../../shared/protocol/comprehension.ts';

const RIGHT: Readonly<Record<QuestionId, Choice>> = {
  firmPoints: 'B',
  firmPact: 'C',
  firmMerge: 'A',
  universityOpen: 'C',
  universityPact: 'A',
  universityShelter: 'B',
  bureauCommand: 'B',
  bureauLaw: 'A',
  bureauScore: 'C',
  commissionFund: 'A',
  commissionReform: 'C',
  commissionScore: 'B',
};

export function isRight(question: QuestionId, choice: Choice): boolean {
  return RIGHT[question] === choice;
}

/** Number of right choices. */
export function countRight(given: ReadonlyMap<QuestionId, Choice>): number {
  return [...given].filter(([question, choice]) => isRight(question, choice)).length;
}

/** What a student is told after the answer. */
export function answeredQuestion(question: QuestionId, choice: Choice): AnsweredQuestion {
  return { question, choice, right: RIGHT[question] };
}
