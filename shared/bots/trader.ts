/** Sells imported computers and nothing else; with loans, it borrows for it. */
import { withForeign } from './capital.ts';
import { effortOf, firmPlan } from './points.ts';
import type { Policy } from './policy.ts';

const BORROWS_EVERY = 4;

export const trader: Policy = (view) => firmPlan(effortOf(view), 0);

/** Borrows in rounds 1, 5, 9, … */
export const traderWithLoans: Policy = (view) =>
  view.public.round % BORROWS_EVERY === 1 && view.legal.loan.refused === undefined
    ? firmPlan(effortOf(view), 0, [], { kind: 'loan' })
    : firmPlan(effortOf(view), 0);

/** The bank's money, and a foreign partner's as soon as there are any. */
export const traderWithCapital = withForeign(traderWithLoans);
