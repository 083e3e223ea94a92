/** Policies that raise capital: a venture stake or a loan beside partners, or a foreign partner. */

import type { BotView } from '../engine/bot-view.ts';
import type { Deal } from '../engine/plans.ts';
import type { Policy } from './policy.ts';
import { FUNDED } from './rules-of-thumb.ts';

/** Cash below which a firm sells a venture stake, and below which it borrows. */
const STAKE_BELOW = 25;
const LOAN_BELOW = 5;
/** A firm raises capital only with at least this many rounds left to use it. */
const TIME_TO_WORK = 3;

/**
 * Wraps a policy: a firm with a partner seeks venture capital while the fund has money, else a loan when it is poor.
 */
export const withCapital = (policy: Policy): Policy => withDeal(policy, capitalFor);

/** Wraps a policy: the firm accepts the first foreign partner it may take. */
export const withForeign = (policy: Policy): Policy =>
  withDeal(policy, (view) => (view.legal.foreign.refused === undefined ? { kind: 'foreign' } : undefined));

function withDeal(policy: Policy, dealFor: (view: BotView) => Deal | undefined): Policy {
  return (view, random) => {
    const plan = policy(view, random);
    const deal = dealFor(view);
    return plan.kind === 'firm' && deal !== undefined ? { ...plan, deal } : plan;
  };
}

function capitalFor({ books, legal, public: seen }: BotView): Deal | undefined {
  if (legal.partners.length === 0 || seen.rounds - seen.round < TIME_TO_WORK) return undefined;
  const wantsStake = seen.fund >= FUNDED && books.cash < STAKE_BELOW && books.ventureStakes === 0;
  if (wantsStake && legal.venture.refused === undefined) return { kind: 'venture' };
  const wantsLoan = books.cash < LOAN_BELOW && books.loans.length === 0;
  return wantsLoan && legal.loan.refused === undefined ? { kind: 'loan' } : undefined;
}
