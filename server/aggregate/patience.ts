/**
 * Notices that something is not coming. Counted in seconds that this process was awake: one that was stopped, or had no
 * turn for a while, does not take its own sleep for the other's.
 */
const TICK_MS = 1_000;
/** A disk that takes two seconds for a flush is slow, and an append may wait for the one before it; one like this hangs. */
export const STALLED_S = 6;

export class Patience {
  readonly #seconds: number;
  readonly #lost: () => void;
  #timer: NodeJS.Timeout | undefined;
  #waited = 0;

  constructor(seconds: number, lost: () => void) {
    this.#seconds = seconds;
    this.#lost = lost;
  }

  /** From now on something is waited for, or again. */
  wait(): void {
    this.#waited = 0;
    this.#timer ??= setInterval(() => this.#tick(), TICK_MS).unref();
  }

  /** Nothing is waited for any more. */
  rest(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #tick(): void {
    this.#waited += 1;
    if (this.#waited < this.#seconds) return;
    this.rest();
    this.#lost();
  }
}
