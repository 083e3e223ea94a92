/**
 * Detects that the process stood still: stopped, swapped out, or blocked. Nobody could act meanwhile, so listeners give
 * the time back. It uses a monotonic clock, which stops while a machine sleeps.
 */
const LOOK_MS = 250;
const LONG_MS = 2_000;

export class StallDetector {
  readonly #listeners = new Set<(ms: number) => void>();
  readonly #clock: () => number;
  readonly #timer: NodeJS.Timeout;
  #last: number;

  constructor(clock = () => performance.now()) {
    this.#clock = clock;
    this.#last = clock();
    this.#timer = setInterval(() => this.check(), LOOK_MS).unref();
  }

  /** Returns a disposer. */
  onStall(listener: (ms: number) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Call before acting on an elapsed time: of timers that fire together the order is unknown. */
  check(): void {
    const now = this.#clock();
    const ms = now - this.#last;
    this.#last = now;
    if (ms > LONG_MS) for (const listener of [...this.#listeners]) listener(ms);
  }

  close(): void {
    clearInterval(this.#timer);
    this.#listeners.clear();
  }
}
