/** What a bureau or commission does with its budget: nothing, command, enable, or feed the venture fund. */
import type { GovernmentPlan, PolicyInstrument } from '../engine/plans.ts';
import type { Policy } from './policy.ts';

const NOTHING: GovernmentPlan = { kind: 'government', command: 0, law: 0, reform: 0, fund: 0, training: 0 };

/** Budgets are spent in whole tenths. */
function budgetInTenths(budget: number): number {
  return Math.floor(budget * 10 + 1e-9);
}

export const idle: Policy = () => NOTHING;
export const command: Policy = (view) => ({ ...NOTHING, command: budgetInTenths(view.budget) / 10 });
export const fund: Policy = (view) => ({ ...NOTHING, fund: budgetInTenths(view.budget) / 10 });

const IN_TURN: readonly PolicyInstrument[] = ['law', 'reform', 'fund', 'law', 'training', 'reform'];

/** A point to each in turn, starting one later each round. */
export const enable: Policy = (view) => {
  const tenths = { command: 0, law: 0, reform: 0, fund: 0, training: 0 };
  let left = budgetInTenths(view.budget);
  for (let step = view.public.round - 1; left > 0; step++) {
    const points = Math.min(10, left);
    tenths[IN_TURN[step % IN_TURN.length] ?? 'law'] += points;
    left -= points;
  }
  return {
    kind: 'government',
    command: 0,
    law: tenths.law / 10,
    reform: tenths.reform / 10,
    fund: tenths.fund / 10,
    training: tenths.training / 10,
  };
};
