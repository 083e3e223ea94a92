/** What many ask for at the same time, made once for all of them; the last few are kept. */
import { Bounded } from '../aggregate/bounded.ts';

export class MadeOnce<Made> {
  readonly #kept: Bounded<string, Promise<Made>>;

  constructor(kept: number) {
    this.#kept = new Bounded(kept);
  }

  /** `name`: another one as soon as it would be made otherwise. */
  of(name: string, make: () => Promise<Made>): Promise<Made> {
    const known = this.#kept.get(name);
    if (known !== undefined) return known;
    const made = make();
    this.#kept.set(name, made);
    made.catch(() => this.#kept.delete(name));
    return made;
  }
}
