/**
 * Three comprehension questions per kind of role. Only the server knows the right choice until a student has answered.
 */
import type { ActorKind } from '../engine/actors.ts';

export const CHOICES = ['A', 'B', 'C'] as const;
export type Choice = (typeof CHOICES)[number];

export const QUESTIONS = {
  firm: ['firmPoints', 'firmPact', 'firmMerge'],
  university: ['universityOpen', 'universityPact', 'universityShelter'],
  bureau: ['bureauCommand', 'bureauLaw', 'bureauScore'],
  commission: ['commissionFund', 'commissionReform', 'commissionScore'],
} as const satisfies Readonly<Record<ActorKind, readonly string[]>>;

export type QuestionId = (typeof QUESTIONS)[ActorKind][number];
export const QUESTION_IDS: readonly QuestionId[] = Object.values(QUESTIONS).flat();

export function isQuestion(id: string): id is QuestionId {
  return QUESTION_IDS.some((known) => known === id);
}
