/** Tools of the routes about classes. */
import type { Place } from '../../shared/protocol/wire.ts';
import type { GuessBrake } from '../access/guess-brake.ts';
import type { Classroom } from '../classroom/classroom.ts';
import type { ClassRegistry } from '../classroom/registry.ts';
import type { RecordStore } from '../export/source.ts';

export interface ClassTools {
  readonly registry: ClassRegistry;
  readonly store: RecordStore;
  readonly instructorKey: string;
  readonly brake: GuessBrake;
  readonly now: () => number;
  /** Reserves a place in the class's room for an admitted student; undefined if they must ask for one. */
  readonly placeIn: (classroom: Classroom, token: string) => Promise<Place | undefined>;
}
