/** Makes once what many request at the same time, and caches the last few. */
import { BoundedMap } from '../aggregate/bounded-map.ts';

export class PromiseCache<Made> {
  readonly #kept: BoundedMap<string, Promise<Made>>;

  constructor(kept: number) {
    this.#kept = new BoundedMap(kept);
  }

  /** `name`: must differ whenever the result would. */
  of(name: string, make: () => Promise<Made>): Promise<Made> {
    const known = this.#kept.get(name);
    if (known !== undefined) return known;
    const made = make();
    this.#kept.set(name, made);
    made.catch(() => this.#kept.delete(name));
    return made;
  }
}
