/**
 * The record of a game that is over, for whoever played it. A whole district asks at the same time, and somebody may ask
 * for it again and again: it is made once.
 */
import type { ClassState } from '../classroom/class-state.ts';
import { exportApart } from './apart.ts';
import { MadeOnce } from './made-once.ts';
import type { DistrictRecord } from './source.ts';

/** Each has half a megabyte. */
const KEPT = 32;

interface Played {
  readonly id: string;
  readonly records: readonly unknown[];
}

export class OwnRecords {
  readonly #made = new MadeOnce<string | Uint8Array>(KEPT);

  of(
    state: ClassState,
    sessions: readonly Played[],
    read: () => Promise<readonly DistrictRecord[]>,
  ): Promise<string | Uint8Array> {
    const name = sessions.map(({ id, records }) => `${id} ${records.length}`).join();
    return this.#made.of(name, async () =>
      exportApart({ file: 'events.jsonl', state, records: await read(), named: false, everybody: true }),
    );
  }
}
