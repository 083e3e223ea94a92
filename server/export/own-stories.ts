/**
 * The stories of a district's people, made once in the export's worker thread: when a game ends, a whole class asks.
 * They are cached while the record stays the same.
 */
import type { SeatEnding } from '../../shared/debrief/own-story.ts';
import type { OwnEnd } from '../classroom/shown/own-end.ts';
import { storiesInThread } from './in-thread.ts';
import { PromiseCache } from './promise-cache.ts';
import { type RecordStore, readRecords } from './source.ts';

/** Districts with cached stories. */
const KEPT = 64;

type Told = ReadonlyMap<number, SeatEnding>;

export class OwnStories {
  readonly #store: RecordStore;
  readonly #told = new PromiseCache<Told | undefined>(KEPT);

  constructor(store: RecordStore) {
    this.#store = store;
  }

  /** Undefined if the district's record cannot be read. */
  async of({ classroom, session, district, seat }: OwnEnd): Promise<SeatEnding | undefined> {
    const people = session.state.seats.flatMap(({ control }, of) => (control === 'human' ? [of] : []));
    const told = await this.#told.of(`${session.id} ${session.records.length}`, () =>
      this.#tell(classroom.state, district, people.includes(seat) ? people : [...people, seat]),
    );
    return told?.get(seat);
  }

  async #tell(
    state: OwnEnd['classroom']['state'],
    district: number,
    seats: readonly number[],
  ): Promise<Told | undefined> {
    const [record] = await readRecords(this.#store, state, district);
    return record === undefined ? undefined : storiesInThread({ record, seats });
  }
}
