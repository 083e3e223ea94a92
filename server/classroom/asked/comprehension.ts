/** The right choices, kept on the server so that no page has them before a question is answered. */
import type { Choice, QuestionId } from '../../../shared/protocol/comprehension.ts';

export const RIGHT: Readonly<Record<QuestionId, Choice>> = {
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
