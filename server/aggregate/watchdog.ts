/**
 * A watchdog for something awaited. It counts seconds during which this process was awake, so that a stopped process
 * does not mistake its own sleep for a stall.
 */
const TICK_MS = 1_000;
/**
 * Seconds after which an append counts as hung. A slow disk takes two per flush, and an append may wait for the one
 * before.
 */
export const STALLED_S = 6;

export class Watchdog {
  readonly #seconds: number;
  readonly #lost: () => void;
  #timer: NodeJS.Timeout | undefined;
  #waited = 0;

  constructor(seconds: number, lost: () => void) {
    this.#seconds = seconds;
    this.#lost = lost;
  }

  /** Starts or restarts the wait. */
  start(): void {
    this.#waited = 0;
    this.#timer ??= setInterval(() => this.#tick(), TICK_MS).unref();
  }

  /** Ends the wait. */
  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #tick(): void {
    this.#waited += 1;
    if (this.#waited < this.#seconds) return;
    this.stop();
    this.#lost();
  }
}
