/** Firms that enough points of command could take, and those it holds (rules G6 and D9). */

import { isGovernment, type Seat } from '../../../shared/engine/actors.ts';
import type { Parameters } from '../../../shared/engine/parameters.ts';
import { type PublicSeat, type PublicView, spentIn } from '../../../shared/engine/public-view.ts';
import type { SeatView } from '../../../shared/engine/view.ts';

export interface Reach {
  readonly head: PublicSeat;
  /** Firms in reach, of which the poorest is taken. */
  readonly firms: readonly PublicSeat[];
  /** Certified firms, which are out of reach. */
  readonly certified: readonly PublicSeat[];
}

interface Office {
  readonly seat: Seat;
  readonly gave: number;
}

/** The largest tree, and the independent spin-offs for which it has room (rule G6). */
export function commandReach(view: PublicView, numbers: Parameters): Reach | undefined {
  const heads = view.seats.filter(({ kind, seat, head }) => kind === 'firm' && head === seat);
  const largest = heads.reduce<(typeof heads)[number] | undefined>(
    (best, each) => (best === undefined || each.treeSize > best.treeSize ? each : best),
    undefined,
  );
  if (largest === undefined) return undefined;
  const room = numbers.commandTreeLimit - largest.treeSize;
  const spinOffs = heads.filter(
    ({ seat, parent, treeSize }) => seat !== largest.seat && parent !== undefined && treeSize <= room,
  );
  return {
    head: largest,
    firms: spinOffs.filter(({ listed }) => listed !== true),
    certified: spinOffs.filter(({ listed }) => listed === true),
  };
}

/** Owned firms that could leave this year without command. */
export function firmsThatMayLeave(view: PublicView, { leaveAllowed }: Parameters): readonly PublicSeat[] {
  if (leaveAllowed === 0) return [];
  return view.seats.filter(({ owner, listed }) => owner !== undefined && listed !== true);
}

/** The other office, with its points of command last year. */
export function otherOffice({ seat: own, public: { seats, happenings } }: SeatView): Office | undefined {
  const other = seats.find(({ seat, kind }) => seat !== own && isGovernment({ kind }));
  if (other === undefined) return undefined;
  const spent = spentIn(happenings);
  return { seat: other.seat, gave: spent.find(({ seat }) => seat === other.seat)?.points.command ?? 0 };
}
