/** A token bucket: a burst, then a steady rate. Disconnects clients that keep exceeding it. */
import { LIMITS } from '../../shared/protocol/limits.ts';

export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** Rate limit per student and room, over all tabs; for all others, per connection. */
export const MESSAGE_RATE: Rate = { burst: LIMITS.messageBurst, perSecond: LIMITS.messagesPerSecond };
/** Rate limit for talk per seat, over all tabs: each line is stored and sent to everybody repeatedly. */
export const TALK_RATE: Rate = { burst: 8, perSecond: 0.5 };
/** Rate limit in bytes with the same scope as `MESSAGE_RATE`, checked before parsing: an act has a few hundred. */
export const BYTE_RATE: Rate = { burst: 32 * LIMITS.messageBytes, perSecond: 4 * LIMITS.messageBytes };

/** Consecutive messages over the limit before the connection is closed. */
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
