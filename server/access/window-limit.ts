/** So many times in a window, by address. Forgets an address once its window is over. */
export class WindowLimit {
  readonly #most: number;
  readonly #windowMs: number;
  readonly #now: () => number;
  readonly #windows = new Map<string, { readonly until: number; readonly count: number }>();

  constructor(most: number, windowMs: number, now: () => number) {
    this.#most = most;
    this.#windowMs = windowMs;
    this.#now = now;
  }

  allows(address: string): boolean {
    const now = this.#now();
    for (const [known, { until }] of this.#windows) if (until <= now) this.#windows.delete(known);
    const window = this.#windows.get(address) ?? { until: now + this.#windowMs, count: 0 };
    this.#windows.set(address, { ...window, count: window.count + 1 });
    return window.count < this.#most;
  }
}
