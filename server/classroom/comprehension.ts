/** Which choice is right. Kept here, so that no page has it before the question is answered. */
import type { Choice, QuestionId } from '../../shared/protocol/comprehension.ts';

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
