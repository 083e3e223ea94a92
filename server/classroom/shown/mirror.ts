/** A mirror's view: the view of the seat with the mirror's own plan, without private talk and offers. */
import type { Seat } from '../../../shared/engine/actors.ts';
import type { DistrictState } from '../../../shared/engine/state.ts';
import { type SeatView, viewFor } from '../../../shared/engine/view.ts';
import { asPlayed } from '../../../shared/log/played.ts';
import type { LogRecord } from '../../../shared/log/record.ts';
import type { MirroredPlan } from '../../../shared/protocol/class-http.ts';
import type { Classroom } from '../classroom.ts';
import type { MirrorPlan } from '../state/events.ts';

export function viewForMirror(state: DistrictState, seat: Seat, planned: MirrorPlan | undefined): SeatView {
  const { plan: _theirs, ...view } = viewFor(state, seat);
  const mirrored = { ...view, offers: [], talk: view.talk.filter(({ to }) => to === undefined) };
  const isOfNow = planned?.round === state.round && planned.seat === seat && state.phase === 'plan';
  return isOfNow ? { ...mirrored, plan: planned.plan } : mirrored;
}

/** Mirrors' plans beside those of the seats. */
export function mirroredPlans(classroom: Classroom): readonly MirroredPlan[] {
  const played = new Map(
    classroom.sessions.map((session) => [session.number, playedIn(asPlayed(session.log).records)] as const),
  );
  return classroom.state.mirrorPlans.map((mirrored) => {
    const instead = played.get(mirrored.district)?.get(`${mirrored.round} ${mirrored.seat}`);
    return instead === undefined ? mirrored : { ...mirrored, played: instead };
  });
}

type Played = NonNullable<MirroredPlan['played']>;

/** Plans carried out, by round and seat. */
function playedIn(records: readonly LogRecord[]): ReadonlyMap<string, Played> {
  const carriedOut = new Map<string, Played>();
  let filed = new Map<Seat, Played>();
  for (const { round, events } of records) {
    for (const event of events) {
      if (event.type === 'PlanFiled') filed.set(event.seat, { plan: event.plan, by: event.by });
      if (event.type !== 'RoundScored') continue;
      for (const [seat, plan] of filed) carriedOut.set(`${round} ${seat}`, plan);
      filed = new Map();
    }
  }
  return carriedOut;
}
