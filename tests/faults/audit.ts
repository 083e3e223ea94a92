/** Audits what a store kept of a class; an empty list means that all promises hold. */
import { readClass } from '../../server/classroom/stored/stream.ts';
import { readDistrict } from '../../server/district/stream.ts';
import type { EventStore } from '../../server/storage/port.ts';
import { firstDifference, redecide, replay } from '../../shared/log/replay.ts';

export interface Told {
  readonly districtId: string | undefined;
  /** Ids of acknowledged commands. */
  readonly acknowledged: readonly string[];
}

export async function audit(store: EventStore, classId: string, told: readonly Told[]): Promise<readonly string[]> {
  const { log: stored, damagedAt } = await readClass(store, classId);
  if (stored === undefined) return [`class ${classId} cannot be read`];
  const wrong: string[] = [];
  if (damagedAt !== undefined) wrong.push('the record of the class is damaged');
  const seats = [...stored.state.placements.values()].map(({ district, seat }) => `${district}/${seat}`);
  if (new Set(seats).size !== seats.length) wrong.push(`a seat was given twice: ${seats.join(' ')}`);
  if (new Set(stored.state.players.map(({ tokenHash }) => tokenHash)).size !== stored.state.players.length) {
    wrong.push('a person is in the class twice');
  }
  for (const { id } of stored.state.districts) {
    const acknowledged = told.filter(({ districtId }) => districtId === id).flatMap((each) => each.acknowledged);
    wrong.push(...(await auditDistrict(store, id, acknowledged)).map((what) => `${id}: ${what}`));
  }
  return wrong;
}

async function auditDistrict(
  store: EventStore,
  id: string,
  acknowledged: readonly string[],
): Promise<readonly string[]> {
  const wrong: string[] = [];
  const recorded = await readDistrict(store, id);
  if (recorded === undefined) return [...wrong, 'there is no log'];
  const { log: kept, damage } = recorded;
  if (damage !== undefined) wrong.push(`the record is damaged: ${damage.what}`);
  const differs = firstDifference(replay(kept).checks);
  if (differs !== undefined) wrong.push(`the hash of round ${differs.round} differs`);
  const again = redecide(kept);
  if ('reason' in again) wrong.push(`record ${again.refusedAt} would be refused: ${again.reason}`);
  else if (JSON.stringify(again.log.records) !== JSON.stringify(kept.records)) wrong.push('deciding again differs');
  const resolved = kept.records.flatMap(({ events }) =>
    events.flatMap((event) => (event.type === 'RoundScored' ? [event.round] : [])),
  );
  if (resolved.some((round, index) => round !== index + 1)) wrong.push(`rounds were resolved as ${resolved.join(' ')}`);
  const ids = kept.records.flatMap(({ seat, commandId }) => (commandId === undefined ? [] : [`${seat} ${commandId}`]));
  if (new Set(ids).size !== ids.length) wrong.push('a command counts twice');
  const known = new Set(kept.records.flatMap(({ commandId }) => commandId ?? []));
  const missing = acknowledged.filter((each) => !known.has(each));
  if (missing.length > 0) wrong.push(`${missing.length} of ${acknowledged.length} acknowledged commands are missing`);
  return wrong;
}
