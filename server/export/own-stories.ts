/**
 * The stories of a district's people, told once for all of them: when a game ends a whole class asks at the same time. They are
 * made in the thread of the exports and kept while the record stays as it is.
 */
import type { OwnTold } from '../../shared/debrief/own-story.ts';
import type { OwnEnd } from '../classroom/hall.ts';
import { storiesApart } from './apart.ts';
import { type RecordStore, readRecords } from './source.ts';

/** Districts whose stories are kept. */
const KEPT = 64;

type Told = ReadonlyMap<number, OwnTold>;

export class OwnStories {
  readonly #store: RecordStore;
  /** By district and length of its record; oldest first. */
  readonly #told = new Map<string, Promise<Told | undefined>>();

  constructor(store: RecordStore) {
    this.#store = store;
  }

  /** Undefined where the district's record cannot be read. */
  async of({ classroom, session, district, seat }: OwnEnd): Promise<OwnTold | undefined> {
    const key = `${session.id} ${session.records.length}`;
    const known = this.#told.get(key);
    if (known !== undefined) return (await known)?.get(seat);
    const people = session.state.seats.flatMap(({ control }, of) => (control === 'human' ? [of] : []));
    const told = this.#tell(classroom.state, district, people.includes(seat) ? people : [...people, seat]);
    this.#told.set(key, told);
    told.catch(() => this.#told.delete(key));
    for (const oldest of this.#told.keys()) {
      if (this.#told.size <= KEPT) break;
      this.#told.delete(oldest);
    }
    return (await told)?.get(seat);
  }

  async #tell(
    state: OwnEnd['classroom']['state'],
    district: number,
    seats: readonly number[],
  ): Promise<Told | undefined> {
    const [record] = await readRecords(this.#store, state, district);
    return record === undefined ? undefined : storiesApart({ record, seats });
  }
}
