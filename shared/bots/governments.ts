/** What a bureau or commission does: nothing, command, enable, feed the venture fund, or one after the other. */
import { IDLE_GOVERNMENT, type PolicyInstrument } from '../engine/plans.ts';
import { certificates, withList } from './certificates.ts';
import { keptPacts } from './partners.ts';
import type { Policy } from './policy.ts';

/** Budgets are spent in whole tenths. */
function budgetInTenths(budget: number): number {
  return Math.floor(budget * 10 + 1e-9);
}

export const idle: Policy = () => IDLE_GOVERNMENT;
export const command: Policy = (view) => ({ ...IDLE_GOVERNMENT, command: budgetInTenths(view.budget) / 10 });
export const fund: Policy = (view) => ({ ...IDLE_GOVERNMENT, fund: budgetInTenths(view.budget) / 10 });

const IN_TURN: readonly PolicyInstrument[] = ['law', 'reform', 'fund', 'law', 'training', 'reform'];

/** Gives each instrument a point in turn; each round starts one instrument later. */
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

/** Rounds of command before the bureau changes course. */
const EARLY = 3;
/** Cash in the venture fund at which a zone turns to other things. */
const FUNDED = 10;

const commandAtFirst =
  (then: Policy): Policy =>
  (view, random) =>
    (view.public.round <= EARLY ? command : then)(view, random);

/** Wraps a policy: where it may certify, it names the firms that kept most pacts last round. */
const certifying =
  (policy: Policy): Policy =>
  (view, random) =>
    withList(
      policy(view, random),
      certificates(view, (seat) => keptPacts(view, seat)),
    );

const fundThenEnable: Policy = (view, random) => (view.public.fund < FUNDED ? fund : enable)(view, random);

export const commandEarly = commandAtFirst(enable);
export const commandEarlyList = certifying(commandEarly);
export const zone = certifying(fundThenEnable);
export const commandThenZone = commandAtFirst(zone);
