/** Puts all its effort into trade in imported computers; the variants borrow for it. */
import { withForeign } from './capital.ts';
import { effortOf, firmPlan } from './points.ts';
import type { Policy } from './policy.ts';

const BORROWS_EVERY = 4;

export const trader: Policy = (view) => firmPlan(effortOf(view), 0);

/** Takes a loan in rounds 1, 5, 9, … */
export const traderWithLoans: Policy = (view) =>
  view.public.round % BORROWS_EVERY === 1 && view.legal.loan.refused === undefined
    ? firmPlan(effortOf(view), 0, [], { kind: 'loan' })
    : firmPlan(effortOf(view), 0);

/** Takes loans, and a foreign partner as soon as one may be had. */
export const traderWithCapital = withForeign(traderWithLoans);
