/** A class that nobody holds here, as its stream has it. */
import type { ClassEntry, EventLog } from '../storage/port.ts';
import type { ClassState } from './class-state.ts';
import { readClass } from './stream.ts';

/** Another process holds the class: ask again in a moment, there or here. */
export class HeldElsewhere extends Error {}

/** The class's own record is damaged: it can be exported and deleted, and not played on. */
export class DamagedClass extends Error {}

/** A class as it is on record: with no state where not even its beginning can be read. */
export interface ClassOnRecord {
  readonly entry: ClassEntry;
  readonly state?: ClassState;
  readonly damaged: boolean;
}

export async function recordOf(store: Pick<EventLog, 'read' | 'wordsIn'>, entry: ClassEntry): Promise<ClassOnRecord> {
  const { log, damagedAt } = await readClass(store, entry.id);
  const damaged = log === undefined || damagedAt !== undefined;
  return log === undefined ? { entry, damaged } : { entry, state: log.state, damaged };
}
