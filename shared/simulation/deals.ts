/** Number of deals in a round, by kind. */
import { recordOf } from '../engine/record-of.ts';
import type { RoundEvent } from '../engine/round-events.ts';
import type { DistrictState } from '../engine/state.ts';

/** `listed`: certified firms, counted every year. */
export const DEAL_KINDS = ['pact', 'merger', 'leave', 'loan', 'venture', 'foreign', 'listed'] as const;
export type DealKind = (typeof DEAL_KINDS)[number];

const MADE_BY: Readonly<Record<Exclude<DealKind, 'listed'>, RoundEvent['type']>> = {
  pact: 'PactFormed',
  merger: 'FirmSold',
  leave: 'FirmLeft',
  loan: 'LoanTaken',
  venture: 'VentureGranted',
  foreign: 'ForeignPartnerJoined',
};

/** Deals in the round just resolved, by kind. */
export function dealsIn({ lastRound, listed = [] }: DistrictState): Readonly<Record<DealKind, number>> {
  return recordOf(DEAL_KINDS, (kind) =>
    kind === 'listed' ? listed.length : lastRound.filter(({ type }) => type === MADE_BY[kind]).length,
  );
}
