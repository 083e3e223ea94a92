/** Counts what a class holds in the store before its deletion, for the answer. */
import type { DeleteClassAnswer } from '../../shared/protocol/class-http.ts';
import type { ClassState } from '../classroom/state/class-state.ts';
import { classStream, districtStream, type EventLog } from '../storage/port.ts';

export async function countedFor(
  store: Pick<EventLog, 'read'>,
  id: string,
  state: ClassState | undefined,
): Promise<DeleteClassAnswer['removed']> {
  const districts = state?.districts ?? [];
  const pasts = state?.opened.playsOn?.districts.map(({ stream }) => stream) ?? [];
  const streams = [classStream(id), ...pasts, ...districts.map((district) => districtStream(district.id))];
  let records = 0;
  for (const stream of streams) records += (await store.read(stream)).length;
  return { players: state?.players.length ?? 0, districts: districts.length, records };
}
