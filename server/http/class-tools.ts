/** What the routes about classes work with. */
import type { GuessBrake } from '../access/guess-brake.ts';
import type { Hall } from '../classroom/hall.ts';
import type { EventLog } from '../storage/port.ts';

export interface ClassTools {
  readonly hall: Hall;
  readonly store: Pick<EventLog, 'read' | 'wordsIn'>;
  readonly instructorKey: string;
  readonly brake: GuessBrake;
}
