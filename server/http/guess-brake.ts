/**
 * Slows down an address that asks for what does not exist: codes of classes, instructors' keys.
 *
 * It never shuts anyone out, since a whole class may sit behind one address with one vandal among them: after so many
 * misses in a window, everything from that address that could be a guess waits its turn, a few a second.
 */
const MISSES = 300;
const WINDOW_MS = 5 * 60_000;
const TURN_MS = 200;
const MOST_WAITING = 1_000;

interface Address {
  until: number;
  misses: number;
  /** When the next turn is free. */
  nextTurn: number;
}

export class GuessBrake {
  readonly #now: () => number;
  readonly #addresses = new Map<string, Address>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Call before an answer that would tell whether a guess was right. False when even the queue is full. */
  async turn(address: string): Promise<boolean> {
    const known = this.#addresses.get(address);
    const now = this.#now();
    if (known === undefined || known.until <= now || known.misses < MISSES) return true;
    known.nextTurn = Math.max(known.nextTurn, now) + TURN_MS;
    const wait = known.nextTurn - now;
    if (wait > MOST_WAITING * TURN_MS) return false;
    await new Promise((resolve) => setTimeout(resolve, wait));
    return true;
  }

  miss(address: string): void {
    const now = this.#now();
    for (const [old, { until }] of this.#addresses) if (until <= now) this.#addresses.delete(old);
    const known = this.#addresses.get(address) ?? { until: now + WINDOW_MS, misses: 0, nextTurn: 0 };
    known.misses += 1;
    this.#addresses.set(address, known);
  }
}
