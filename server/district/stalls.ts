/**
 * Notices that the process did nothing for a while: stopped, swapped out, or busy with one thing. Nobody could act
 * meanwhile, so that whoever listens gives the time back. Measured by a clock that no wall clock moves; a machine that
 * sleeps stops it as well.
 */
const LOOK_MS = 250;
const LONG_MS = 2_000;

export class Stalls {
  readonly #listeners = new Set<(ms: number) => void>();
  readonly #clock: () => number;
  readonly #timer: NodeJS.Timeout;
  #last: number;

  constructor(clock = () => performance.now()) {
    this.#clock = clock;
    this.#last = clock();
    this.#timer = setInterval(() => this.look(), LOOK_MS).unref();
  }

  /** Returns how to stop. */
  onStall(listener: (ms: number) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Call before acting on a time that is up: of the timers that wake together none knows which comes first. */
  look(): void {
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
