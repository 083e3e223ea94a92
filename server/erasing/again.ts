/** Repeats erasures in a backup, before or after it is restored. */
import { olderStreams, restateAll } from '../classroom/stored/restate.ts';
import type { Erasure, EventStore } from '../storage/port.ts';

/** False if something could not be read or written. */
export async function eraseAgain(store: EventStore, erasures: readonly Erasure[]): Promise<boolean> {
  let clean = true;
  for (const { classId, person, at } of erasures) {
    if (person === undefined) {
      await store.deleteClass(classId, at);
      continue;
    }
    if ((await store.classById(classId)) === undefined) continue;
    const older = await olderStreams(store, classId);
    const restated = await restateAll(store, classId, older.streams);
    clean &&= restated && older.damaged.length === 0;
    await store.erase(classId, [person], at);
  }
  return (await store.scrub(Date.now())) && clean;
}
