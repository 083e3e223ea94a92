/**
 * What somebody sees who plans for a seat that another holds: the seat's view, with their own plan instead of the
 * other's, and without what was said or offered to the other alone.
 */
import type { Seat } from '../../shared/engine/actors.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import { type SeatView, viewFor } from '../../shared/engine/view.ts';
import type { MirrorPlan } from './events.ts';

export function viewForMirror(state: DistrictState, seat: Seat, planned: MirrorPlan | undefined): SeatView {
  const { plan: _theirs, ...view } = viewFor(state, seat);
  const mirrored = { ...view, offers: [], talk: view.talk.filter(({ to }) => to === undefined) };
  const isOfNow = planned?.round === state.round && planned.seat === seat && state.phase === 'plan';
  return isOfNow ? { ...mirrored, plan: planned.plan } : mirrored;
}
