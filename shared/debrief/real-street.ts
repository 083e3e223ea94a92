/**
 * "You and the real street": the paper's shares for Zhong'guancun beside those of a class's districts.
 *
 * All are shares, 0..1; `own` is absent if the class played nothing that counts.
 */
import { omitUndefined } from '../engine/omit-undefined.ts';
import { at, numberAt } from '../engine/queries.ts';
import { meanIfAny } from '../statistics.ts';
import type { Chronicle } from './chronicle.ts';
import {
  CASH_IN_YUAN,
  FINANCING_SHARES,
  FOREIGN_FIRMS,
  SMALL_FIRM_YUAN,
  SMALL_FIRMS,
  TOP_FOUR_SHARE,
} from './paper.ts';
import { tableThree } from './paper-tables.ts';
import { firmsIn, seriesOf } from './series.ts';

export const COMPARISONS = ['foreign', 'loan', 'shares', 'venture', 'small', 'topFour'] as const;
export type Comparison = (typeof COMPARISONS)[number];

export interface BesideTheStreet {
  readonly of: Comparison;
  readonly paper: number;
  readonly own?: number;
}

export function besideTheStreet(chronicles: readonly Chronicle[]): readonly BesideTheStreet[] {
  const financing = tableThree(chronicles);
  const paper: Readonly<Record<Comparison, number>> = {
    foreign: FOREIGN_FIRMS.at(-1)?.share ?? 0,
    loan: FINANCING_SHARES.loan,
    shares: FINANCING_SHARES.shares,
    venture: FINANCING_SHARES.venture,
    small: SMALL_FIRMS,
    topFour: TOP_FOUR_SHARE,
  };
  const own: Readonly<Record<Comparison, number | undefined>> = {
    foreign: shareOfFirms(chronicles, ({ final }, seat) => at(final.firms, seat).foreignStakes > 0),
    loan: financing.loan,
    shares: financing.shares,
    venture: financing.venture,
    small: shareOfFirms(chronicles, isSmall),
    topFour: meanIfAny(chronicles.flatMap((each) => seriesOf(each).at(-1)?.topFour ?? [])),
  };
  return COMPARISONS.map((of) => ({ of, paper: paper[of], ...omitUndefined({ own: own[of] }) }));
}

/** Whether the firm's last yearly income is under five million yuan, by the value of a cash. */
function isSmall({ final }: Chronicle, seat: number): boolean {
  const income = final.history.at(-1)?.incomeBySeat ?? [];
  return numberAt(income, seat) * CASH_IN_YUAN < SMALL_FIRM_YUAN;
}

/** Number of independent firms and tree heads by round: the companies that mergers leave. */
export function housesByRound(chronicle: Chronicle): readonly number[] {
  const firms = firmsIn(chronicle);
  return chronicle.rounds.map(({ after }) => firms.filter((seat) => at(after.firms, seat).owner === undefined).length);
}

function shareOfFirms(chronicles: readonly Chronicle[], is: (chronicle: Chronicle, seat: number) => boolean) {
  const firms = chronicles
    .filter(({ rounds }) => rounds.length > 0)
    .flatMap((chronicle) => firmsIn(chronicle).map((seat) => is(chronicle, seat)));
  return meanIfAny(firms.map(Number));
}
