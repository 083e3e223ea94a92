/** Remembers facts that views drop after a round, round by round in the tab's session storage. */
import type { PublicView } from '../../shared/engine/public-view.ts';
import { type Guard, isLike, isRecordOf, isText } from './guards.ts';
import { readJson, session } from './storage.ts';

interface Kept<T> {
  /** Id of the seat's game. */
  readonly table: string;
  readonly rounds: Readonly<Record<number, T>>;
}

export class ByRound<T> {
  readonly #key: string;
  readonly #isKept: Guard<Kept<T>>;
  #memory: Kept<T> = { table: '', rounds: {} };

  /** `is`: guard for stored values. */
  constructor(key: string, is: Guard<T>) {
    this.#key = key;
    this.#isKept = isLike<Kept<T>>({ table: isText, rounds: isRecordOf(is) });
  }

  /** Loads what this tab knows of a game. */
  open(table: string): void {
    if (this.#memory.table !== table) this.#memory = { table, rounds: this.#kept(table) };
  }

  /**
   * Stores a round's outcome. During news and plan of round r a view has that of round r−1, in the reveal that of round
   * r.
   */
  remember(table: string, { phase, round }: PublicView, value: T): void {
    this.rememberOf(table, phase === 'reveal' || phase === 'ended' ? round : round - 1, value);
  }

  /** `undefined`: no round yet, but remember which game this is. */
  rememberOf(table: string, round: number | undefined, value: T): void {
    this.open(table);
    if (round === undefined) return;
    this.#memory = { table, rounds: { ...this.#memory.rounds, [round]: value } };
    session.set(this.#key, JSON.stringify(this.#memory));
  }

  /** The outcome of this round; undefined if this tab missed it. */
  after(round: number): T | undefined {
    return this.#memory.rounds[round];
  }

  #kept(table: string): Kept<T>['rounds'] {
    const stored = readJson(session, this.#key);
    return this.#isKept(stored) && stored.table === table ? stored.rounds : {};
  }
}
