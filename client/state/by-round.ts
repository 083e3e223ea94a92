/** What a view no longer carries once the next round has come, remembered round by round in the tab's own memory. */
import type { PublicView } from '../../shared/engine/public-view.ts';
import { type Guard, isLike, isRecordOf, isText } from './guards.ts';
import { readJson, session } from './storage.ts';

interface Kept<T> {
  /** Which seat's game. */
  readonly table: string;
  readonly rounds: Readonly<Record<number, T>>;
}

export class ByRound<T> {
  readonly #key: string;
  readonly #isKept: Guard<Kept<T>>;
  #memory: Kept<T> = { table: '', rounds: {} };

  /** `is`: what may be taken of what is stored. */
  constructor(key: string, is: Guard<T>) {
    this.#key = key;
    this.#isKept = isLike<Kept<T>>({ table: isText, rounds: isRecordOf(is) });
  }

  /** Takes up what this tab knows of a table. */
  open(table: string): void {
    if (this.#memory.table !== table) this.#memory = { table, rounds: this.#kept(table) };
  }

  /** During news and plan of round r a view holds what round r−1 left; in its reveal, what round r left. */
  remember(table: string, { phase, round }: PublicView, value: T): void {
    this.rememberOf(table, phase === 'reveal' || phase === 'ended' ? round : round - 1, value);
  }

  /** `undefined`: of no round, and yet this is the game to remember. */
  rememberOf(table: string, round: number | undefined, value: T): void {
    this.open(table);
    if (round === undefined) return;
    this.#memory = { table, rounds: { ...this.#memory.rounds, [round]: value } };
    session.set(this.#key, JSON.stringify(this.#memory));
  }

  /** As this round left it; undefined when this tab was not there. */
  after(round: number): T | undefined {
    return this.#memory.rounds[round];
  }

  #kept(table: string): Kept<T>['rounds'] {
    const stored = readJson(session, this.#key);
    return this.#isKept(stored) && stored.table === table ? stored.rounds : {};
  }
}
