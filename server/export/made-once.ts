/** Makes once what many request at the same time, and caches the last few. */
import { Bounded } from '../aggregate/bounded.ts';

export class MadeOnce<Made> {
  readonly #kept: Bounded<string, Promise<Made>>;

  constructor(kept: number) {
    this.#kept = new Bounded(kept);
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
