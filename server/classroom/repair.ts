/**
 * Continues a damaged district from its last whole record: the class notes it, later lines are set aside, and the class
 * is loaded again. Idempotent.
 */
import type { WireRefusal } from '../../shared/protocol/refusals.ts';
import { DamagedDistrict, readDistrict } from '../district/stream.ts';
import { districtStream, type EventLog } from '../storage/port.ts';
import type { Classroom } from './classroom.ts';
import { type ClassState, districtPlanOf } from './state/class-state.ts';

/** What a repair needs of the registry. */
export interface RepairCallbacks {
  readonly store: Pick<EventLog, 'read' | 'setAside'>;
  readonly now: () => number;
  readonly onRecord: (id: string) => Promise<{ readonly state?: ClassState; readonly damaged: boolean } | undefined>;
  readonly byId: (id: string) => Promise<Classroom | undefined>;
  readonly setDown: (id: string) => Promise<void>;
}

export interface Repaired {
  /** Number of records the district has now. */
  readonly records: number;
}

export async function repairDistrict(
  callbacks: RepairCallbacks,
  id: string,
  number: number,
): Promise<Repaired | WireRefusal> {
  const { store, now, onRecord, byId, setDown } = callbacks;
  const recorded = await onRecord(id);
  if (recorded === undefined) return { refused: 'class-unknown' };
  const { state } = recorded;
  if (state === undefined || recorded.damaged) return { refused: 'record-damaged' };
  const plan = districtPlanOf(state, number);
  if (plan === undefined) return { refused: 'no-such-district' };
  const stored = await readDistrict(store, plan.id).catch((error: unknown) => {
    if (error instanceof DamagedDistrict) return undefined;
    throw error;
  });
  // Without a header there is nothing to continue.
  if (stored === undefined) return { refused: 'record-damaged' };
  const records = stored.log.records.length;
  const { damage } = stored;
  if (damage === undefined) return { records };
  const classroom = await byId(id);
  if ((await classroom?.replaced(number, damage.line)) !== true) return { refused: 'store-unavailable' };
  await setDown(id);
  // The header is at index 0.
  const outcome = await store.setAside(districtStream(plan.id), id, records + 1, damage.what, now());
  if (outcome !== 'stored') return { refused: 'store-unavailable' };
  await byId(id);
  return { records };
}
