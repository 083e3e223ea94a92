/** What a bureau or commission does: nothing, command, enable, feed the venture fund, or one after the other. */
import { IDLE_GOVERNMENT, POLICY_INSTRUMENTS, type PolicyInstrument } from '../engine/plans.ts';
import { recordOf } from '../engine/record-of.ts';
import { certificates, withList } from './certificates.ts';
import { keptPacts } from './partners.ts';
import { effortOf } from './points.ts';
import type { Policy } from './policy.ts';
import { FUNDED } from './rules-of-thumb.ts';

export const idle: Policy = () => IDLE_GOVERNMENT;
export const command: Policy = (view) => ({ ...IDLE_GOVERNMENT, command: effortOf(view) / 10 });
export const fund: Policy = (view) => ({ ...IDLE_GOVERNMENT, fund: effortOf(view) / 10 });

const IN_TURN: readonly PolicyInstrument[] = ['law', 'reform', 'fund', 'law', 'training', 'reform'];

/** Gives each instrument a point in turn; each round starts one instrument later. */
export const enable: Policy = (view) => {
  const tenths = { ...recordOf(POLICY_INSTRUMENTS, () => 0) };
  let left = effortOf(view);
  for (let step = view.public.round - 1; left > 0; step++) {
    const points = Math.min(10, left);
    tenths[IN_TURN[step % IN_TURN.length] ?? 'law'] += points;
    left -= points;
  }
  return { ...IDLE_GOVERNMENT, ...recordOf(POLICY_INSTRUMENTS, (instrument) => tenths[instrument] / 10) };
};

/** Rounds of command before the bureau changes course. */
const EARLY = 3;

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

/** Fills the venture fund until it can finance a stake. */
const fundThenEnable: Policy = (view, random) => (view.public.fund < FUNDED ? fund : enable)(view, random);

export const commandEarly = commandAtFirst(enable);
export const commandEarlyList = certifying(commandEarly);
export const zone = certifying(fundThenEnable);
export const commandThenZone = commandAtFirst(zone);
