/** The largest tree of firms, and how its members came under it. */
import type { Seat } from '../engine/actors.ts';
import { forestOf, numberAt, treeOf } from '../engine/queries.ts';
import type { DistrictState } from '../engine/state.ts';
import type { Chronicle } from './chronicle.ts';

export interface Joining {
  readonly firm: Seat;
  readonly round: number;
  /** By command of the authorities, or sold by itself. */
  readonly how: 'command' | 'sale';
}

/** The head of the largest tree of two firms or more; of equals the first in the order of seats. */
export function largestHead(state: DistrictState): Seat | undefined {
  const { head, size } = forestOf(state.firms);
  let largest: Seat | undefined;
  for (const { seat, kind } of state.actors) {
    if (kind !== 'firm' || head[seat] !== seat || numberAt(size, seat) < 2) continue;
    if (largest === undefined || numberAt(size, seat) > numberAt(size, largest)) largest = seat;
  }
  return largest;
}

/** How those who are in the tree at the end last came under an owner, in the order they did. */
export function joinedUnder({ rounds, final }: Chronicle, head: Seat): readonly Joining[] {
  const members = treeOf(final.firms, head).filter((seat) => seat !== head);
  const last = new Map<Seat, Joining>();
  for (const { round, events } of rounds) {
    for (const event of events) {
      if (event.type === 'FirmAbsorbed') last.set(event.firm, { firm: event.firm, round, how: 'command' });
      if (event.type === 'FirmSold') last.set(event.seller, { firm: event.seller, round, how: 'sale' });
    }
  }
  return members.flatMap((seat) => last.get(seat) ?? []).sort((one, other) => one.round - other.round);
}
