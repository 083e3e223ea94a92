/** A district without a server that records its commands. The test controls time. */
import { mixedPolicies } from '../../shared/bots/index.ts';
import type { Seat } from '../../shared/engine/actors.ts';
import type { Command } from '../../shared/engine/commands.ts';
import { found } from '../../shared/engine/founding.ts';
import { initialState } from '../../shared/engine/initial-state.ts';
import type { Settings } from '../../shared/engine/parts.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import { zhongguancun } from '../../shared/scenarios/zhongguancun/index.ts';
import { act } from '../engine/support.ts';

export const BEGAN = 1_000_000;

/** Records each command with its millisecond. */
export class Street {
  readonly told: unknown[] = [];
  state: DistrictState;
  followed: () => void = () => undefined;

  constructor(settings: Settings) {
    const policies = mixedPolicies(zhongguancun.roster, 3);
    this.state = initialState(found(zhongguancun, { seed: 3, settings, policies }));
  }

  readonly own = ({ action, ...from }: Omit<Command, 'at'>): boolean => {
    const at = Date.now();
    const what = `${at - BEGAN} ${from.by} ${from.seat ?? ''} ${JSON.stringify(action).slice(0, 110)}`;
    try {
      this.state = act(this.state, action, { ...from, at }).state;
    } catch {
      this.told.push(`${what} refused`);
      return false;
    }
    this.told.push(what);
    this.followed();
    return true;
  };

  sit(seat: Seat): void {
    this.own({ by: 'system', action: { type: 'assignSeat', seat, control: 'human', player: `p${seat}` } });
  }

  advance(by: Command['by'] = 'desk'): void {
    this.own({ by, action: { type: 'advancePhase' } });
  }
}
