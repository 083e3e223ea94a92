/**
 * Slows down an address that asks for what does not exist: codes of classes, re-entry codes, instructors' keys.
 *
 * It never shuts anyone out, since a whole class may sit behind one address with one vandal among them: after so many
 * misses in a window, what from that address could be a guess waits its turn, a few a second. What the address has been
 * told already is no guess, and neither is what nobody could guess (a token, a long key): callers let those through
 * without asking here. The line of an address is short; when it is full, one of those in it goes that fewest ask for, so
 * that whoever fills it mostly pushes out their own.
 */
import { randomInt } from 'node:crypto';
import { networkOf } from './network-of.ts';

const MISSES = 300;
const WINDOW_MS = 5 * 60_000;
const TURN_MS = 200;
/** Waiting requests from one address: they take eight seconds, and a page waits ten for an answer. */
const MOST_WAITING = 40;
/** Waiting requests for one thing: as many as a class has people. */
const MOST_ASKING = 1_000;
/** Addresses that were told something: far more than all classes of a server have. */
const MOST_TOLD = 10_000;

interface Misses {
  readonly until: number;
  count: number;
}

/** All who ask for the same wait as one: a class that asks for its code is not pushed out by guesses of one each. */
interface Waiting {
  readonly guess: string | undefined;
  readonly answers: ((mayGoOn: boolean) => void)[];
}

export class GuessBrake {
  readonly #now: () => number;
  /** In the order in which their windows end. */
  readonly #misses = new Map<string, Misses>();
  readonly #lines = new Map<string, Waiting[]>();
  readonly #told = new Map<string, Set<string>>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /**
   * Call before an answer that would tell whether a guess was right; `guess` is what would be known then, if it may be
   * asked for again by everybody at that address. False when the line is full and this one had to go.
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

  /** The address knows this from here on: asking for it again gives nothing away. */
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

  /** In turns whoever waits longest, and what most ask for. */
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
