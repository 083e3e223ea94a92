/**
 * Practices kept per network and hour: enough for a large class. Beyond it a new one replaces the oldest without
 * players, so somebody who opens many takes none from the people practising there.
 */
import { HOUR_MS } from '../durations.ts';
import { networkOf } from './network-of.ts';

interface Kept {
  readonly id: string;
  readonly until: number;
}

export class Practices {
  readonly #now: () => number;
  readonly #isDeserted: (id: string) => Promise<boolean>;
  readonly #most: number;
  /** Oldest first, by network. */
  readonly #byNetwork = new Map<string, readonly Kept[]>();

  constructor(now: () => number, isDeserted: (id: string) => Promise<boolean>, most: number) {
    this.#now = now;
    this.#isDeserted = isDeserted;
    this.#most = most;
  }

  /** Makes room for another practice: which one must go, if any; `full` if all have players. */
  async room(address: string): Promise<{ readonly goes?: string } | 'full'> {
    const network = networkOf(address);
    for (const [known, all] of this.#byNetwork) {
      const kept = all.filter(({ until }) => until > this.#now());
      if (kept.length === 0) this.#byNetwork.delete(known);
      else this.#byNetwork.set(known, kept);
    }
    const kept = this.#byNetwork.get(network) ?? [];
    if (kept.length < this.#most) return {};
    for (const { id } of kept) {
      if (!(await this.#isDeserted(id))) continue;
      this.#byNetwork.set(
        network,
        (this.#byNetwork.get(network) ?? []).filter((each) => each.id !== id),
      );
      return { goes: id };
    }
    return 'full';
  }

  opened(address: string, id: string): void {
    const network = networkOf(address);
    const kept = this.#byNetwork.get(network) ?? [];
    this.#byNetwork.set(network, [...kept, { id, until: this.#now() + HOUR_MS }]);
  }
}
