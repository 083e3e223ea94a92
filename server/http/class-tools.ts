/** What the routes about classes work with. */
import type { GuessBrake } from '../access/guess-brake.ts';
import type { Hall } from '../classroom/hall.ts';
import type { RecordStore } from '../export/source.ts';

export interface ClassTools {
  readonly hall: Hall;
  readonly store: RecordStore;
  readonly instructorKey: string;
  readonly brake: GuessBrake;
}
