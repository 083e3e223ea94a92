/**
 * Rate limit on guesses per address: class codes, re-entry codes, instructors' keys.
 *
 * It blocks nobody, since a whole class may share one address with a vandal. After too many misses in a window, guesses
 * from the address wait in a queue served a few times a second. An answer that the address knows already is no guess,
 * nor is a token or long key; callers skip the queue for those. The queue is short. When full it drops a request for
 * what the fewest ask for, so whoever floods it mostly displaces their own requests.
 */
import { randomInt } from 'node:crypto';
import { networkOf } from './network-of.ts';

const MISSES = 300;
const WINDOW_MS = 5 * 60_000;
const TURN_MS = 200;
/** Requests waiting per address. They take eight seconds, and a page waits ten for an answer. */
const MOST_WAITING = 40;
/** Requests waiting for one answer: as many as a class has people. */
const MOST_ASKING = 1_000;
/** Answers remembered as known to an address: far more than a server has classes. */
const MOST_TOLD = 10_000;

interface Misses {
  readonly until: number;
  count: number;
}

/**
 * Requests for the same answer share one place in the queue, so that a class asking for its code outlives single
 * guesses.
 */
interface Waiting {
  readonly guess: string | undefined;
  readonly answers: ((mayGoOn: boolean) => void)[];
}

export class GuessBrake {
  readonly #now: () => number;
  /** Sorted by the end of their windows. */
  readonly #misses = new Map<string, Misses>();
  readonly #lines = new Map<string, Waiting[]>();
  readonly #told = new Map<string, Set<string>>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /**
   * Call before any answer that reveals whether a guess was right. `guess` names what the answer would reveal, if
   * everybody at that address may then ask again. False: the queue was full and this request was dropped.
   */
  async turn(from: string, guess?: string): Promise<boolean> {
    const address = networkOf(from);
    if (guess !== undefined && this.#told.get(address)?.has(guess) === true) return true;
    const misses = this.#misses.get(address);
    if (misses === undefined || misses.until <= this.#now() || misses.count < MISSES) return true;
    return new Promise((answer) => this.#wait(address, guess, answer));
  }

  miss(from: string): void {
    const address = networkOf(from);
    const now = this.#now();
    for (const [old, { until }] of this.#misses) {
      if (until > now) break;
      this.#misses.delete(old);
    }
    const misses = this.#misses.get(address) ?? { until: now + WINDOW_MS, count: 0 };
    misses.count += 1;
    this.#misses.set(address, misses);
  }

  /** Records that the address knows this answer, which is free from now on. */
  told(from: string, guess: string): void {
    const address = networkOf(from);
    const known = this.#told.get(address) ?? new Set();
    this.#told.set(address, known.add(guess));
    const oldest = this.#told.keys().next();
    if (this.#told.size > MOST_TOLD && !oldest.done) this.#told.delete(oldest.value);
    const line = this.#lines.get(address) ?? [];
    for (const waiting of line.filter((each) => each.guess === guess)) {
      line.splice(line.indexOf(waiting), 1);
      settle(waiting, true);
    }
  }

  #wait(address: string, guess: string | undefined, answer: (mayGoOn: boolean) => void): void {
    const line = this.#lines.get(address) ?? [];
    const same = guess === undefined ? undefined : line.find((each) => each.guess === guess);
    if (same !== undefined && same.answers.length < MOST_ASKING) {
      same.answers.push(answer);
      return;
    }
    line.push({ guess, answers: [answer] });
    if (!this.#lines.has(address)) {
      this.#lines.set(address, line);
      setTimeout(() => this.#next(address, true), TURN_MS);
    } else if (line.length > MOST_WAITING) {
      const fewest = Math.min(...line.map(({ answers }) => answers.length));
      const least = line.filter(({ answers }) => answers.length === fewest);
      const out = least[randomInt(least.length)];
      if (out !== undefined) settle(take(line, out), false);
    }
  }

  /** Serves alternately the oldest request and the one most people wait for. */
  #next(address: string, isFirst: boolean): void {
    const line = this.#lines.get(address) ?? [];
    const next = isFirst ? line[0] : line.toSorted((one, other) => other.answers.length - one.answers.length)[0];
    if (next !== undefined) settle(take(line, next), true);
    if (line.length === 0) this.#lines.delete(address);
    else setTimeout(() => this.#next(address, !isFirst), TURN_MS);
  }
}

function take(line: Waiting[], waiting: Waiting): Waiting {
  line.splice(line.indexOf(waiting), 1);
  return waiting;
}

function settle({ answers }: Waiting, mayGoOn: boolean): void {
  for (const answer of answers) answer(mayGoOn);
}
