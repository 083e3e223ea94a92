/** A token bucket: a burst, then a steady rate, and no more patience for who goes on regardless. */
import { LIMITS } from '../../shared/protocol/limits.ts';

export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** Rate for one student in one room, with all their tabs; for anybody else, for one connection. */
export const MESSAGE_RATE: Rate = { burst: LIMITS.messageBurst, perSecond: LIMITS.messagesPerSecond };
/** Rate for one seat, with all its tabs: what is said is kept, and sent to all again and again. */
export const TALK_RATE: Rate = { burst: 8, perSecond: 0.5 };
/** Of the same as `MESSAGE_RATE`, in bytes, before anything reads them: an act has a few hundred. */
export const BYTE_RATE: Rate = { burst: 32 * LIMITS.messageBytes, perSecond: 4 * LIMITS.messageBytes };

/** Messages over the limit, in a row, after which the connection is closed. */
const PATIENCE = 300;

export const VERDICTS = ['go', 'too-fast', 'close'] as const;
export type Verdict = (typeof VERDICTS)[number];

export class Bucket {
  readonly #rate: Rate;
  #left: number;
  #at: number;
  #over = 0;

  constructor(now: number, rate: Rate) {
    this.#rate = rate;
    this.#left = rate.burst;
    this.#at = now;
  }

  take(now: number, weight = 1): Verdict {
    const { burst, perSecond } = this.#rate;
    this.#left = Math.min(burst, this.#left + ((now - this.#at) / 1_000) * perSecond);
    this.#at = now;
    if (this.#left >= weight) {
      this.#left -= weight;
      if (this.#left > burst / 2) this.#over = 0;
      return 'go';
    }
    this.#over += 1;
    if (this.#over <= PATIENCE) return 'too-fast';
    this.#over = 0;
    return 'close';
  }
}
