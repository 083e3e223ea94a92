/** A token bucket for one connection: a burst, then a steady rate, and no more patience for who goes on regardless. */
import { LIMITS } from '../../shared/protocol/wire.ts';

/** Messages over the limit, in a row, after which the connection is closed. */
const PATIENCE = 300;

export const VERDICTS = ['go', 'too-fast', 'close'] as const;
export type Verdict = (typeof VERDICTS)[number];

export class Bucket {
  #left: number = LIMITS.messageBurst;
  #at: number;
  #over = 0;

  constructor(now: number) {
    this.#at = now;
  }

  take(now: number): Verdict {
    this.#left = Math.min(LIMITS.messageBurst, this.#left + ((now - this.#at) / 1_000) * LIMITS.messagesPerSecond);
    this.#at = now;
    if (this.#left >= 1) {
      this.#left -= 1;
      if (this.#left > LIMITS.messageBurst / 2) this.#over = 0;
      return 'go';
    }
    this.#over += 1;
    return this.#over > PATIENCE ? 'close' : 'too-fast';
  }
}
