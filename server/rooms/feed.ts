/**
 * Paces what one screen is sent: soon after a change, with a minimum interval and an optional byte budget per second.
 * Changes in between are merged into the next message.
 */
export interface FeedOptions {
  readonly everyMs: number;
  readonly bytesPerSecond?: number;
  /** Sends what is due and returns its size; undefined if nothing was. */
  readonly emit: () => number | undefined;
}

export class Feed {
  readonly #options: FeedOptions;
  #freeAt = 0;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(options: FeedOptions) {
    this.#options = options;
  }

  changed(): void {
    if (this.#stopped || this.#timer !== undefined) return;
    const wait = Math.max(this.#options.everyMs, this.#freeAt - performance.now());
    this.#timer = setTimeout(() => this.#fire(), wait);
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  #fire(): void {
    this.#timer = undefined;
    const bytes = this.#options.emit() ?? 0;
    const { bytesPerSecond = Number.POSITIVE_INFINITY } = this.#options;
    this.#freeAt = performance.now() + (bytes / bytesPerSecond) * 1_000;
  }
}

export function bytesOf(message: unknown): number {
  return Buffer.byteLength(JSON.stringify(message));
}
