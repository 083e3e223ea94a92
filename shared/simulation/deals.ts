/** Number of deals in a round, by kind. */
import type { DistrictState } from '../engine/state.ts';

/** `listed`: certified firms, counted every year. */
export type DealKind = 'pact' | 'merger' | 'leave' | 'loan' | 'venture' | 'foreign' | 'listed';

/** Deals in the round just resolved, by kind. */
export function dealsIn({ lastRound, listed = [] }: DistrictState): Readonly<Record<DealKind, number>> {
  const made = { pact: 0, merger: 0, leave: 0, loan: 0, venture: 0, foreign: 0, listed: listed.length };
  for (const { type } of lastRound) {
    if (type === 'PactFormed') made.pact++;
    else if (type === 'FirmSold') made.merger++;
    else if (type === 'FirmLeft') made.leave++;
    else if (type === 'LoanTaken') made.loan++;
    else if (type === 'VentureGranted') made.venture++;
    else if (type === 'ForeignPartnerJoined') made.foreign++;
  }
  return made;
}
