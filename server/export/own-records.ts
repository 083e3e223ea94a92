/**
 * The record of a finished game for its players. A whole district asks at once and perhaps repeatedly, so it is made
 * once.
 */
import type { ClassState } from '../classroom/state/class-state.ts';
import { exportInThread } from './in-thread.ts';
import { PromiseCache } from './promise-cache.ts';
import type { DistrictRecord } from './source.ts';

/** Cached records, of half a megabyte each. */
const KEPT = 32;

interface Played {
  readonly id: string;
  readonly records: readonly unknown[];
}

export class OwnRecords {
  readonly #made = new PromiseCache<string | Uint8Array>(KEPT);

  of(
    state: ClassState,
    sessions: readonly Played[],
    read: () => Promise<readonly DistrictRecord[]>,
  ): Promise<string | Uint8Array> {
    const name = sessions.map(({ id, records }) => `${id} ${records.length}`).join();
    return this.#made.of(name, async () =>
      exportInThread({ file: 'events.jsonl', state, records: await read(), named: false, everybody: true }),
    );
  }
}
