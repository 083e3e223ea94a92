/** A class that this process does not hold, read from its stream. */
import type { ClassEntry, EventLog } from '../../storage/port.ts';
import type { ClassState } from '../state/class-state.ts';
import { readClass } from './stream.ts';

/** Another process holds the class: retry soon, there or here. */
export class HeldElsewhere extends Error {}

/** The class's own record is damaged: it can only be exported and deleted. */
export class DamagedClass extends Error {}

/** A class as recorded; without a state if not even its beginning is readable. */
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
